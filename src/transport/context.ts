import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import type { TlsOptions } from "./endpoint.js";
import { fileErrorCode, isMissing } from "./file-error.js";
import { isJsonObject, type JsonObject, parseJsonObject } from "./json-object.js";
import { findPemFiles } from "./pem-files.js";

/** A context of the docker CLI: a named engine (`docker context create`). */
export interface DockerContext {
  /** For messages: `context "prod" (DOCKER_CONTEXT)`. */
  readonly source: string;
  /** Undefined where the context leaves it to the default socket: `docker context create x --docker host=`. */
  readonly host: string | undefined;
  readonly skipTlsVerify: boolean;
  /** Where the TLS files are, if it has any. */
  readonly tlsDirectory: string;
}

/**
 * Reads a context from the CLI's store.
 *
 * @param namedBy where the name stands, for messages: `DOCKER_CONTEXT`
 * @param cliDirectory the folder of the CLI's settings
 */
export async function readContext(
  name: string,
  namedBy: string,
  cliDirectory: string | undefined,
): Promise<DockerContext> {
  const source = `context ${JSON.stringify(name)} (${namedBy})`;
  if (cliDirectory === undefined) {
    throw new InvalidArgumentError(
      `${source} cannot be looked up: the user has no home. Let DOCKER_CONFIG name the folder of the docker CLI.`,
    );
  }
  // The CLI's own way of turning any name into a safe folder name.
  const id = createHash("sha256").update(name).digest("hex");
  const file = join(cliDirectory, "contexts", "meta", id, "meta.json");
  const { Host, SkipTLSVerify } = parseEndpoint(await readMeta(file, source), source, file);
  return {
    source,
    host: parseString(Host, `"Host" of the ${source} in ${file}`),
    skipTlsVerify: parseBoolean(SkipTLSVerify, `"SkipTLSVerify" of the ${source} in ${file}`),
    tlsDirectory: join(cliDirectory, "contexts", "tls", id, "docker"),
  };
}

/** A context asks for TLS by having a folder for its files, even an empty one, or by skipping the verification. */
export async function readContextTls({
  skipTlsVerify,
  tlsDirectory,
  source,
}: DockerContext): Promise<TlsOptions | undefined> {
  const found = await isDirectory(tlsDirectory, source);
  if (!found && !skipTlsVerify) return undefined;
  return {
    ...(found && (await findPemFiles(tlsDirectory))),
    ...(skipTlsVerify && { rejectUnauthorized: false }),
  };
}

async function readMeta(file: string, source: string): Promise<JsonObject> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const problem = isMissing(error)
      ? `does not exist: there is no ${file}. "docker context ls" lists the ones there are; the name "default" means none`
      : `cannot be read: ${file} (${fileErrorCode(error)})`;
    throw new InvalidArgumentError(`The ${source} ${problem}.`, { cause: error });
  }
  try {
    return parseJsonObject(text, file);
  } catch (error) {
    throw new InvalidArgumentError(
      `The ${source} is broken: its file holds no JSON object. Repair or remove ${file}.`,
      { cause: error },
    );
  }
}

function parseEndpoint({ Endpoints: endpoints }: JsonObject, source: string, file: string): JsonObject {
  const endpoint = isJsonObject(endpoints) ? endpoints.docker : undefined;
  if (isJsonObject(endpoint)) return endpoint;
  throw new InvalidArgumentError(
    `The ${source} names no Docker engine: ${file} has no "Endpoints.docker". Update it with "docker context update".`,
  );
}

function parseString(value: unknown, what: string): string | undefined {
  if (value === undefined || value === null || typeof value === "string") return value || undefined;
  throw new InvalidArgumentError(`${what} must be a string.`);
}

function parseBoolean(value: unknown, what: string): boolean {
  if (value === undefined || value === null || typeof value === "boolean") return value ?? false;
  throw new InvalidArgumentError(`${what} must be true or false.`);
}

async function isDirectory(directory: string, source: string): Promise<boolean> {
  try {
    return (await stat(directory)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw new InvalidArgumentError(
      `The TLS files of the ${source} cannot be read: ${directory} (${fileErrorCode(error)}).`,
      { cause: error },
    );
  }
}
