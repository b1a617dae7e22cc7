import { InvalidArgumentError } from "../errors.js";
import { conceal } from "../transport/conceal.js";
import { isJsonObject } from "../transport/json-object.js";
import { looksLikeRegistry, registryOf, serverAddressOf } from "./registry-name.js";

/**
 * Credentials by registry: `registry.example`, `registry.example:5000`, `docker.io`. A registry that is not named has
 * those of the docker CLI.
 */
export type RegistryAuth = Readonly<Record<string, RegistryCredentials>>;

/** Who the engine is to a registry; `{}` for nobody, whatever the docker CLI knows. */
export type RegistryCredentials =
  | { readonly username: string; readonly password: string }
  | {
      /** What a registry gave in place of a password at `docker login`. */
      readonly identityToken: string;
    }
  | {
      /** A bearer token that goes to the registry as it is. */
      readonly registryToken: string;
    }
  | Readonly<Record<string, never>>;

/** Credentials as the engine takes them. Without fields: nobody's. */
export interface AuthConfig {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
  readonly serveraddress?: string;
}

/** The value of `X-Registry-Auth`: the credentials for the one registry a call concerns. */
export function encodeRegistryAuth(auth: AuthConfig = {}): string {
  return encode(auth);
}

/** The value of `X-Registry-Config`, for builds: the credentials for each registry by its server address. */
export function encodeRegistryConfig(auths: Readonly<Record<string, AuthConfig>> = {}): string {
  return encode(auths);
}

/**
 * Reads the option `registryAuth`.
 *
 * @returns the credentials by the registry's name in image names
 * @throws InvalidArgumentError without any of the secrets
 */
export function parseRegistryAuth(registryAuth: RegistryAuth | undefined): Map<string, AuthConfig> {
  const parsed = new Map<string, AuthConfig>();
  if (registryAuth === undefined) return parsed;
  if (!isJsonObject(registryAuth)) {
    throw new InvalidArgumentError(
      'registryAuth must be an object with a field for each registry, such as { "registry.example": { username, password } }.',
    );
  }
  for (const [address, credentials] of Object.entries(registryAuth)) {
    if (credentials === undefined) continue;
    const registry = parseRegistry(address);
    if (parsed.has(registry)) {
      throw new InvalidArgumentError(
        `registryAuth names the registry ${registry} more than once, by different addresses. Keep one of them.`,
      );
    }
    parsed.set(
      registry,
      parseRegistryCredentials(credentials, registry, `registryAuth[${JSON.stringify(address)}]`),
    );
  }
  return parsed;
}

/**
 * Reads the credentials for one registry.
 *
 * @param registry as image names have it
 * @param what where they stand, for messages
 * @throws InvalidArgumentError without any of the secrets
 */
export function parseRegistryCredentials(
  credentials: RegistryCredentials,
  registry: string,
  what: string,
): AuthConfig {
  const ways = "either { username, password }, { identityToken }, { registryToken }, or {} for nobody";
  if (!isJsonObject(credentials)) {
    throw new InvalidArgumentError(`${what} must be an object with the credentials for a registry: ${ways}.`);
  }
  const given: string[] = [];
  for (const [name, value] of Object.entries(credentials)) {
    if (value === undefined) continue;
    if (!names.has(name)) {
      // Not its name: what stands in a wrong place may be a secret.
      throw new InvalidArgumentError(`${what} has a field that is not known here; give ${ways}.`);
    }
    if (typeof value !== "string" || value === "") {
      throw new InvalidArgumentError(
        `${what}.${name} must be a text that is not empty. Is a variable not set?`,
      );
    }
    given.push(name);
  }
  if (!wholes.has(given.sort().join(" and "))) {
    throw new InvalidArgumentError(`${what} has ${given.join(" and ")}; give ${ways}.`);
  }
  const { username, password, identityToken, registryToken } = credentials as Partial<Record<string, string>>; // seen above
  if (username?.includes(":")) {
    throw new InvalidArgumentError(
      `${what}.username has a colon, which ends the name where it is sent to a registry.`,
    );
  }
  if (given.length === 0) return {};
  const serveraddress = serverAddressOf(registry);
  return conceal(
    withoutGaps({
      username,
      password,
      identitytoken: identityToken,
      registrytoken: registryToken,
      serveraddress,
    }),
  );
}

/** The fields that are there and say something. */
export function withoutGaps(auth: { readonly [name in keyof AuthConfig]?: string | undefined }): AuthConfig {
  return Object.fromEntries(Object.entries(auth).filter(([, value]) => value !== undefined && value !== ""));
}

export function isAnonymous({ username, password, identitytoken, registrytoken }: AuthConfig): boolean {
  return !username && !password && !identitytoken && !registrytoken;
}

/**
 * Base64 in the alphabet for URLs and with its padding: the engine takes anything else for nobody's credentials and says
 * nothing.
 */
function encode(value: object): string {
  const base64 = Buffer.from(JSON.stringify(value), "utf8").toString("base64");
  return base64.replaceAll("+", "-").replaceAll("/", "_");
}

function parseRegistry(address: string): string {
  const registry = registryOf(address);
  const host = address.replace(/^https?:\/\//i, "").replace(/\/.*/s, "");
  if (registry !== undefined && looksLikeRegistry(host)) return registry;
  // It may have a password in it.
  const shown = address.includes("@") ? "a key with an @" : `the key ${JSON.stringify(address)}`;
  throw new InvalidArgumentError(
    `registryAuth has ${shown}, which is no registry. Use its host as in the names of its images: "registry.example", "localhost:5000", "docker.io".`,
  );
}

const names = new Set(["username", "password", "identityToken", "registryToken"]);
const wholes = new Set(["", "password and username", "identityToken", "registryToken"]);
