import { DockerError, InvalidArgumentError } from "../errors.js";
import { conceal } from "../transport/conceal.js";
import { type Machine, thisMachine } from "../transport/machine.js";
import { type CliCredentials, readCliCredentials } from "./cli-credentials.js";
import { askHelper, type HelperOptions, listHelper } from "./credential-helper.js";
import { type AuthConfig, isAnonymous, parseRegistryAuth, type RegistryAuth } from "./registry-auth.js";
import { registryOf, serverAddressOf } from "./registry-name.js";

/**
 * The credentials for registries: those of the option `registryAuth`, else what the docker CLI would use: the variable
 * `DOCKER_AUTH_CONFIG`, a credential helper, config.json. Looked up each time, since tokens are renewed.
 */
export class Credentials {
  readonly #given: ReadonlyMap<string, AuthConfig>;
  readonly #sources: Required<CredentialSources>;

  /** @throws InvalidArgumentError when the option is wrong by itself; it never shows the secrets */
  constructor(registryAuth?: RegistryAuth, sources: CredentialSources = {}) {
    this.#given = parseRegistryAuth(registryAuth);
    this.#sources = {
      cli: true,
      environment: process.env,
      machine: thisMachine(),
      helperTimeout: 10_000,
      ...sources,
    };
  }

  /**
   * The credentials for one registry, named as in images; without fields where there are none.
   *
   * @throws InvalidArgumentError when the docker CLI's settings are broken or a credential helper fails
   * @throws TimeoutError when a credential helper takes too long
   */
  async for(registry: string, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<AuthConfig> {
    signal?.throwIfAborted();
    const known = registryOf(registry);
    if (known === undefined) {
      throw new InvalidArgumentError("registry must be a host, as in the names of its images.");
    }
    const given = this.#given.get(known);
    if (given !== undefined) return given;
    if (!this.#sources.cli) return {};
    return lookUp(known, await this.#readCli(), this.#helperOptions(signal));
  }

  /**
   * Every registry's credentials, for builds, which may pull from any. One that cannot be had does not count until the
   * build needs it, and so its error is only given back.
   *
   * @throws InvalidArgumentError when the docker CLI's settings cannot be read at all
   */
  async all({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<AllCredentials> {
    signal?.throwIfAborted();
    const found = new Map(this.#given);
    if (!this.#sources.cli) return { auths: authsOf(found), skipped: [] };
    const cli = await this.#readCli();
    const options = this.#helperOptions(signal);
    const skipped: DockerError[] = [];
    const orSkip = async <T>(promise: Promise<T>): Promise<T | undefined> => {
      try {
        return await promise;
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        if (!(error instanceof DockerError)) throw error;
        skipped.push(error);
        return undefined;
      }
    };
    const stored = cli.store ? await orSkip(listHelper(cli.store, options)) : cli.file.registries;
    const asked = new Set([...cli.environment.registries, ...cli.withHelper, ...(stored ?? [])]);
    const waiting = [...asked].filter((registry) => !this.#given.has(registry)).values();
    // A few at a time, who share what waits: a helper can take a second for each registry.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (const registry of waiting) {
          const auth = await orSkip(lookUp(registry, cli, options));
          if (auth !== undefined) found.set(registry, auth);
        }
      }),
    );
    return { auths: authsOf(found), skipped };
  }

  #readCli(): Promise<CliCredentials> {
    return readCliCredentials(this.#sources.environment, this.#sources.machine);
  }

  #helperOptions(signal: AbortSignal | undefined): HelperOptions {
    const { environment, machine, helperTimeout } = this.#sources;
    return { environment, platform: machine.platform, timeout: helperTimeout, signal };
  }
}

/** Where credentials are looked for; tests put others in their place. */
export interface CredentialSources {
  /** Whether the docker CLI's credentials count. Default true. */
  readonly cli?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  readonly machine?: Machine;
  /** Milliseconds for one run of a credential helper. */
  readonly helperTimeout?: number;
}

export interface AllCredentials {
  /** By server address, as `X-Registry-Config` has them. */
  readonly auths: Readonly<Record<string, AuthConfig>>;
  /** Why registries are missing that the settings name. */
  readonly skipped: readonly DockerError[];
}

/** Those that are somebody's, by server address. */
function authsOf(found: ReadonlyMap<string, AuthConfig>): AllCredentials["auths"] {
  const known = [...found].filter(([, auth]) => !isAnonymous(auth)).sort(([a], [b]) => (a < b ? -1 : 1));
  return conceal(Object.fromEntries(known.map(([registry, auth]) => [serverAddressOf(registry), auth])));
}

/** In the docker CLI's order. What a helper does not know is not looked for elsewhere. */
async function lookUp(registry: string, cli: CliCredentials, options: HelperOptions): Promise<AuthConfig> {
  const kept = cli.environment.get(registry);
  if (kept !== undefined) return kept;
  const helper = cli.helperOf(registry);
  return helper ? askHelper(helper, registry, options) : (cli.file.get(registry) ?? {});
}
