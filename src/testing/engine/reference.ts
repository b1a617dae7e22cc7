import type { EngineVersion } from "./engine-version.js";
import { Refusal } from "./refusal.js";

/** The name of an image, taken apart. */
export interface Reference {
  /** As it is shown, without docker.io and library. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…` where the name says it. */
  readonly digest: string | undefined;
}

/** Reads a name as the engine does; what is missing is `latest`. */
export function parseReference(name: string, { era }: EngineVersion): Reference {
  const [, rest = name, digest] = /^(.*?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(name) ?? [];
  const [, path = rest, tag = "latest"] = /^(.+?)(?::([^:/]+))?$/.exec(rest) ?? [];
  const [first = "", ...more] = path.split("/");
  const isHost =
    more.length > 0 && (/[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const repository = path.replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, "").replace(/^library\//, "");
  const plain = isHost ? more.join("/") : path;
  if (/[A-Z]/.test(plain)) {
    const told = era === 20 ? "" : ` (${isHost || more.length > 0 ? path : `library/${path}`})`;
    throw new Refusal(400, `invalid reference format: repository name${told} must be lowercase`);
  }
  const isGood = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/.test(
    plain,
  );
  if (!isGood || !/^\w[\w.-]{0,127}$/.test(tag)) throw new Refusal(400, "invalid reference format");
  return { repository, tag, digest };
}

export function familiarName({ repository, tag }: Pick<Reference, "repository" | "tag">): string {
  return `${repository}:${tag}`;
}
