import { InvalidArgumentError } from "../errors.js";
import { type CliConfigFile, readCliConfigFile } from "../transport/cli-config.js";
import { conceal } from "../transport/conceal.js";
import { isJsonObject, type JsonObject, parseJsonObject } from "../transport/json-object.js";
import type { Machine } from "../transport/machine.js";
import type { CredentialHelper } from "./credential-helper.js";
import { type AuthConfig, isAnonymous, withoutGaps } from "./registry-auth.js";
import { registryOf, serverAddressOf } from "./registry-name.js";

/** What the docker CLI knows of registries: the helpers it asks, and the credentials it keeps itself. */
export interface CliCredentials {
  /** The credentials in `DOCKER_AUTH_CONFIG`, which come before all others. */
  readonly environment: KeptCredentials;
  /** The credentials in config.json, for registries without a helper. */
  readonly file: KeptCredentials;
  /** The helper for one registry, else the one for all. */
  helperOf(registry: string): CredentialHelper | undefined;
  /** The registries that have a helper of their own. */
  readonly withHelper: readonly string[];
  /** The helper for every registry that has none of its own. */
  readonly store: CredentialHelper | undefined;
}

/** Credentials as they stand in a file: one that is broken harms nobody who does not ask for it. */
export interface KeptCredentials {
  readonly registries: readonly string[];
  /** @throws InvalidArgumentError when they are broken */
  get(registry: string): AuthConfig | undefined;
}

/** @throws InvalidArgumentError when the settings cannot be understood */
export async function readCliCredentials(
  environment: NodeJS.ProcessEnv,
  machine: Machine,
): Promise<CliCredentials> {
  const config = await readCliConfigFile(environment, machine);
  const helpers = readObject(config, "credHelpers");
  const store = toHelper(config.content.credsStore, `"credsStore" in ${config.file}`);
  return {
    environment: keep(readVariable(environment), variable),
    file: keep(readObject(config, "auths"), config.file),
    helperOf(registry) {
      const own = find(helpers, registry);
      if (own === undefined) return store;
      return toHelper(own, `"credHelpers" for "${serverAddressOf(registry)}" in ${config.file}`);
    },
    withHelper: registriesOf(helpers),
    store,
  };
}

const variable = "DOCKER_AUTH_CONFIG";

function keep(auths: JsonObject, file: string): KeptCredentials {
  return {
    registries: registriesOf(auths),
    get(registry) {
      const entry = find(auths, registry);
      const where = `"auths" for "${serverAddressOf(registry)}" in ${file}`;
      return entry === undefined || entry === null ? undefined : parseEntry(entry, registry, where);
    },
  };
}

function parseEntry(entry: unknown, registry: string, where: string): AuthConfig | undefined {
  if (!isJsonObject(entry)) throw broken(where, "must be an object");
  const { username, password, auth, identitytoken, registrytoken } = entry;
  const pair = isNothing(auth) ? { username, password } : parsePair(auth, where);
  const fields = { ...pair, identitytoken, registrytoken };
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (isNothing(value)) continue;
    if (typeof value !== "string") throw broken(where, `has a "${name}" that is no text`);
    texts[name] = value;
  }
  // `docker login` leaves such an entry where a helper keeps the credentials.
  if (isAnonymous(texts)) return undefined;
  return conceal(withoutGaps({ ...texts, serveraddress: serverAddressOf(registry) }));
}

/** `username:password` in base64. The password is empty where an identity token stands beside it. */
function parsePair(auth: unknown, where: string): { username: string; password: string } {
  if (typeof auth === "string" && /^[A-Za-z0-9+/\r\n]+={0,2}[\r\n]*$/.test(auth)) {
    const [, username, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(auth, "base64").toString("utf8")) ?? [];
    if (username !== undefined && password !== undefined) {
      // Some programs fill it up with zero bytes, which the docker CLI takes off as well.
      return { username, password: password.replace(/^\0+|\0+$/g, "") };
    }
  }
  throw broken(where, 'has an "auth" that is not a username, a colon and a password in base64');
}

function broken(where: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(`${where} ${problem}. Log in again with "docker login", or remove it.`);
}

function toHelper(name: unknown, namedBy: string): CredentialHelper | undefined {
  // An empty name for one registry keeps its credentials in config.json although all others have a helper.
  if (isNothing(name)) return undefined;
  if (typeof name !== "string") throw new InvalidArgumentError(`${namedBy} must be a string.`);
  return { name, namedBy };
}

function readVariable(environment: NodeJS.ProcessEnv): JsonObject {
  let content: JsonObject;
  try {
    content = parseJsonObject(environment[variable] ?? "", variable);
  } catch {
    throw new InvalidArgumentError(
      `The variable ${variable} does not hold a JSON object of the form {"auths":{…}}. Correct or unset it.`,
    );
  }
  return readObject({ content, file: variable }, "auths");
}

function readObject({ content, file }: Pick<CliConfigFile, "content" | "file">, name: string): JsonObject {
  const value = content[name] ?? {};
  if (isJsonObject(value)) return value;
  throw new InvalidArgumentError(`"${name}" in ${file} must be an object.`);
}

/** The address that the docker CLI itself writes comes before those that mean the same. */
function find(settings: JsonObject, registry: string): unknown {
  const addresses = Object.keys(settings).filter((address) => registryOf(address) === registry);
  const exact = [serverAddressOf(registry), registry].find((address) => addresses.includes(address));
  const address = exact ?? addresses[0];
  return address === undefined ? undefined : settings[address];
}

function registriesOf(settings: JsonObject): string[] {
  const registries = Object.keys(settings).map(registryOf);
  return [...new Set(registries.filter((registry) => registry !== undefined))];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
