import { parseImageReference } from "../../../client/image-reference.js";

/**
 * An image's name with a tag or a digest: the one that is given beside it, as the engine has it, else its own, else `latest`.
 * Never without, as an engine takes that for every tag of a repository.
 * @throws InvalidArgumentError when it is none
 */
export function withTag(name: string, tag: string | undefined, what = "name"): string {
  const { familiarName, tag: own, digest } = parseImageReference(name, what);
  const wanted = tag ?? digest ?? own ?? "latest";
  const full = `${familiarName}${/^[a-z0-9]+:/.test(wanted) ? "@" : ":"}${wanted}`;
  parseImageReference(full, what);
  return full;
}
