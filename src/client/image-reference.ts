import { InvalidArgumentError } from "../errors.js";
import { hub, isRegistryHost, looksLikeRegistry } from "./registry-name.js";

/** An image's name, taken apart as the engine does it. */
export interface ImageReference {
  /** The registry's host, with its port where it has one; `docker.io` for Docker Hub. */
  readonly registry: string;
  /** Without the registry: `library/alpine`. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** Registry and path: `docker.io/library/alpine`. */
  readonly name: string;
  /** The name as people write it: `alpine`. The engine takes it for the same. */
  readonly familiarName: string;
}

/**
 * Takes an image's name apart: `[registry[:port]/]path[:tag][@digest]`.
 *
 * @param what the argument's name, for messages
 * @throws InvalidArgumentError when it is none, or an image's id
 */
export function parseImageReference(text: string, what = "image"): ImageReference {
  const refuse = (problem: string): never => {
    throw new InvalidArgumentError(
      `${what} ${problem}. Give a name such as "alpine:3" or "registry.example:5000/team/app:1".`,
    );
  };
  if (typeof text !== "string") return refuse("must be a text");
  if (text === "") return refuse("is empty");
  if (/^https?:\/\//i.test(text)) return refuse("begins with a URL's scheme; leave it out");
  // What stands before another @ than a digest's may be a password: nothing of it is shown.
  if (/@(?!sha\d)/.test(text)) return refuse('has a digest that is not of the form "sha256:…"');
  const shown = quote(text);
  if (/^(sha256:)?[0-9a-f]{64}$/.test(text)) return refuse(`${shown} is an image's id, not its name`);

  const [named, digest] = cut(text, text.indexOf("@"));
  const { registry, rest } = splitRegistry(named);
  const [path, tag] = cut(rest, rest.indexOf(":"));

  if (!isRegistryHost(registry)) {
    return refuse(`${shown} has ${quote(registry)} as its registry, which is no host`);
  }
  const pathProblem = problemOfPath(path);
  if (pathProblem !== undefined) return refuse(`${shown} ${pathProblem}`);
  const tagProblem = tag === undefined ? undefined : problemOfTag(tag);
  if (tagProblem !== undefined) return refuse(`${shown} has a tag that ${tagProblem}`);
  const digestProblem = digest === undefined ? undefined : problemOfDigest(digest);
  if (digestProblem !== undefined) return refuse(`${shown} has a digest that ${digestProblem}`);

  const name = `${registry}/${path}`;
  return { registry, path, tag, digest, name, familiarName: familiarOf(registry, path, name) };
}

/**
 * What a pull asks for. An engine that is given no tag pulls them all, so that there is always one; a digest says more
 * than the tag beside it and goes in its place.
 */
export function pullTarget({ familiarName, tag, digest }: ImageReference): {
  fromImage: string;
  tag: string;
} {
  return { fromImage: familiarName, tag: digest ?? tag ?? "latest" };
}

/**
 * What a push sends and where a new tag points.
 *
 * @param what as in {@link parseImageReference}
 * @throws InvalidArgumentError when it has a digest, which follows from an image's content and cannot be chosen
 */
export function tagTarget(
  { familiarName, tag, digest }: ImageReference,
  what = "image",
): { name: string; tag: string } {
  if (digest !== undefined) {
    throw new InvalidArgumentError(
      `${what} has a digest; name the image by a tag, such as "${familiarName}:${tag ?? "latest"}".`,
    );
  }
  return { name: familiarName, tag: tag ?? "latest" };
}

function quote(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function cut(text: string, at: number): [string, string | undefined] {
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Docker Hub goes without saying, unless another registry would be read in its place and get its credentials. */
function familiarOf(registry: string, path: string, name: string): string {
  const [first = ""] = path.split("/");
  if (registry !== hub || looksLikeRegistry(first)) return name;
  return path.replace(/^library\/(?=[^/]+$)/, "");
}

function splitRegistry(named: string): { registry: string; rest: string } {
  const [first, others] = cut(named, named.indexOf("/"));
  const isHub = others === undefined || !looksLikeRegistry(first) || /^(index\.)?docker\.io$/.test(first);
  if (!isHub) return { registry: first, rest: others };
  // Images of Docker Hub without a folder of their own live in this one.
  const rest = others === undefined || !looksLikeRegistry(first) ? named : others;
  return { registry: hub, rest: rest.includes("/") ? rest : `library/${rest}` };
}

function problemOfPath(path: string): string | undefined {
  if (/[A-Z]/.test(path)) return "has upper-case letters in its path, which must be lower-case";
  const parts = path.split("/");
  if (parts.includes("")) return "has an empty part in its path";
  const wrong = parts.find((part) => !/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(part));
  if (wrong !== undefined) {
    return `has ${quote(wrong)} in its path: letters and digits are allowed, and between them one dot, one or two underscores, or dashes`;
  }
  // Newer engines count the path alone, older ones the registry too and say so themselves.
  return path.length > 255 ? "has a path longer than 255 characters" : undefined;
}

function problemOfTag(tag: string): string | undefined {
  if (/^\w[\w.-]{0,127}$/.test(tag)) return undefined;
  if (tag === "") return "is empty";
  if (tag.length > 128) return "is longer than 128 characters";
  return "has other characters than letters, digits, underscores and, after the first, dots and dashes";
}

function problemOfDigest(digest: string): string | undefined {
  const [algorithm, hex] = cut(digest, digest.indexOf(":"));
  const length = hexLengths.get(algorithm);
  if (length === undefined) return 'is not of the form "sha256:…", "sha384:…" or "sha512:…"';
  if (hex !== undefined && hex.length === length && /^[0-9a-f]+$/.test(hex)) return undefined;
  return `must have ${length} lower-case hexadecimal digits after "${algorithm}:"`;
}

const hexLengths = new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128],
]);
