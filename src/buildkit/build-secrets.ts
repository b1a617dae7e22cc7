import { createReadStream } from "node:fs";
import { InvalidArgumentError } from "../errors.js";
import { fileErrorCode } from "../transport/file-error.js";

/** The secrets of a build, by id. */
export type BuildSecrets = Readonly<Record<string, BuildSecret>>;

/** A text or bytes as they are, the content of a file, or the value of an environment variable of this process. */
export type BuildSecret = string | Uint8Array | { readonly file: string } | { readonly env: string };

/**
 * The values of secrets.
 * @throws InvalidArgumentError when one is missing, too large or given in a wrong way; it shows no value
 */
export async function readSecrets(
  secrets: BuildSecrets,
  {
    signal,
    environment = process.env,
  }: { signal?: AbortSignal | undefined; environment?: NodeJS.ProcessEnv },
): Promise<ReadonlyMap<string, Uint8Array>> {
  const values = new Map<string, Uint8Array>();
  for (const [id, secret] of Object.entries(secrets)) {
    if (id === "")
      throw new InvalidArgumentError(
        "A secret of a build has no id; secrets go by the id they are mounted by.",
      );
    const value = await bytesOf(secret, `The secret ${JSON.stringify(id)}`, signal, environment);
    if (value.length > sizeLimit) {
      throw new InvalidArgumentError(
        `The secret ${JSON.stringify(id)} has more than ${sizeLimit} bytes, and BuildKit takes no larger one.`,
      );
    }
    values.set(id, value);
  }
  return values;
}

async function bytesOf(
  secret: BuildSecret,
  what: string,
  signal: AbortSignal | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  if (typeof secret === "string") return Buffer.from(secret);
  // A copy: it is used later, when the caller's may have been wiped.
  if (secret instanceof Uint8Array) return Buffer.from(secret);
  // Callers without types can pass anything.
  const { file, env, ...more } = Object(secret) as { file?: unknown; env?: unknown };
  if (typeof file === "string" && env === undefined && isEmpty(more)) return contentOf(file, what, signal);
  if (typeof env === "string" && file === undefined && isEmpty(more)) {
    const value = environment[env];
    if (value !== undefined) return Buffer.from(value);
    // Not its name: a value may have got into its place.
    throw new InvalidArgumentError(
      `${what} is to be the value of an environment variable, which is not set.`,
    );
  }
  throw new InvalidArgumentError(`${what} must be a text, bytes, { file: path } or { env: name }.`);
}

async function contentOf(file: string, what: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  try {
    // `end` counts: one byte more than is allowed shows that there are too many. A pipe has an end too, but no size.
    for await (const piece of createReadStream(file, { end: sizeLimit, signal }))
      pieces.push(piece as Buffer); // no encoding was set
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new InvalidArgumentError(
      `${what} is in the file ${file}, which cannot be read (${fileErrorCode(error)}).`,
      { cause: error },
    );
  }
  return Buffer.concat(pieces);
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

/** BuildKit's own limit. */
const sizeLimit = 500 * 1024;
