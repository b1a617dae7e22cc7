import { readFile } from "node:fs/promises";
import { validateHeaderName, validateHeaderValue } from "node:http";
import { join, resolve } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import { fileErrorCode, isMissing } from "./file-error.js";
import { isJsonObject, type JsonObject, parseJsonObject } from "./json-object.js";
import type { Machine } from "./machine.js";

/** What the docker CLI's settings say about the way to the engine. */
export interface CliConfig {
  /** The folder of the CLI's settings, contexts and certificates; undefined for a user without a home. */
  readonly directory: string | undefined;
  /** For messages: the settings file, or why there is none. */
  readonly file: string;
  readonly currentContext: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Why nothing was read, as a phrase that follows `file`. */
  readonly absent: string | undefined;
}

export async function readCliConfig(environment: NodeJS.ProcessEnv, machine: Machine): Promise<CliConfig> {
  const { directory, file, content, absent } = await readCliConfigFile(environment, machine);
  return {
    directory,
    file,
    absent,
    currentContext: parseCurrentContext(content, file),
    headers: parseHeaders(content, file),
  };
}

/**
 * The CLI's config.json as it stands; without fields where there is none. It holds secrets: nothing of it belongs into a
 * message. A file in the user's own folder that may not be read counts as absent, as for the CLI: `HOME` often still
 * names another user's folder after `sudo -u`. A folder that `DOCKER_CONFIG` names must be readable.
 */
export async function readCliConfigFile(
  environment: NodeJS.ProcessEnv,
  machine: Machine,
): Promise<CliConfigFile> {
  const directory = cliConfigDirectory(environment, machine);
  if (directory === undefined) {
    return { directory, file: "config.json", content: {}, absent: "has no place: the user has no home" };
  }
  const file = join(directory, "config.json");
  try {
    return {
      directory,
      file,
      content: parseJsonObject(await readFile(file, "utf8"), file),
      absent: undefined,
    };
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
    if (isMissing(error)) return { directory, file, content: {}, absent: "does not exist" };
    const code = fileErrorCode(error);
    if (code === "EACCES" && !environment.DOCKER_CONFIG) {
      return { directory, file, content: {}, absent: "may not be read (EACCES)" };
    }
    const hint = environment.DOCKER_CONFIG
      ? "DOCKER_CONFIG must name a folder whose config.json may be read"
      : "Repair it, or let DOCKER_CONFIG name another folder";
    throw new InvalidArgumentError(`${file} cannot be read (${code}). ${hint}.`, { cause: error });
  }
}

export interface CliConfigFile {
  readonly directory: string | undefined;
  readonly file: string;
  readonly content: JsonObject;
  readonly absent: string | undefined;
}

function cliConfigDirectory(environment: NodeJS.ProcessEnv, machine: Machine): string | undefined {
  if (environment.DOCKER_CONFIG) return resolve(environment.DOCKER_CONFIG);
  const home = homeDirectory(environment, machine);
  return home && join(home, ".docker");
}

export function homeDirectory(environment: NodeJS.ProcessEnv, machine: Machine): string | undefined {
  return (machine.platform === "win32" ? environment.USERPROFILE : environment.HOME) || machine.home;
}

function parseCurrentContext({ currentContext }: JsonObject, file: string): string | undefined {
  if (currentContext === undefined || currentContext === null || currentContext === "") return undefined;
  if (typeof currentContext === "string") return currentContext;
  throw new InvalidArgumentError(`"currentContext" in ${file} must be a string.`);
}

function parseHeaders({ HttpHeaders: headers }: JsonObject, file: string): Readonly<Record<string, string>> {
  if (headers === undefined || headers === null) return {};
  if (!isJsonObject(headers)) throw new InvalidArgumentError(`"HttpHeaders" in ${file} must be an object.`);
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (ignored.has(name.toLowerCase())) continue;
    pairs.push([name, checkHeader(name, value, file)]);
  }
  return Object.fromEntries(pairs);
}

/**
 * Seen on the wire: the CLI replaces the first and never sends the next four as set here. The rest steer the connection,
 * which is not a setting's business: the CLI sends them and breaks its own streams.
 */
const ignored = new Set([
  "user-agent",
  "host",
  "content-length",
  "transfer-encoding",
  "trailer",
  "connection",
  "upgrade",
  "keep-alive",
  "te",
  "expect",
]);

function checkHeader(name: string, value: unknown, file: string): string {
  const where = `The header ${JSON.stringify(name)} of "HttpHeaders" in ${file}`;
  if (typeof value !== "string") throw new InvalidArgumentError(`${where} must have a string as its value.`);
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new InvalidArgumentError(`${where} has characters that a header may not have, such as a line end.`);
  }
  return value;
}
