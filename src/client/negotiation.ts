import { newestVersion, oldestVersion } from "../../generated/operations.js";
import { type ApiError, InvalidArgumentError, UnsupportedVersionError } from "../errors.js";
import { minorOf } from "./api-version.js";
import type { EngineRange } from "./engine-range.js";

/** The API version that a client speaks: pinned, or found out from the engine by the first call that needs it. */
export class Negotiation {
  readonly #ask: () => Promise<EngineRange>;
  readonly #pinned: number | undefined;
  #agreed: number | undefined;
  #asking: Promise<number> | undefined;

  /** @throws InvalidArgumentError when what is wanted is no version of ours */
  constructor(wanted: WantedVersion | undefined, ask: () => Promise<EngineRange>) {
    this.#pinned = wanted && pinnedMinor(wanted);
    this.#ask = ask;
  }

  /** The minor number, where it is known already. */
  get known(): number | undefined {
    return this.#pinned ?? this.#agreed;
  }

  /** The minor number. Asked for once, however many calls wait for it; a failure is not remembered. */
  async minor(): Promise<number> {
    if (this.known !== undefined) return this.known;
    this.#asking ??= this.#agree().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** The engine has refused the version: asks what it takes, and lets the next call begin anew. */
  async refused(refusal: ApiError): Promise<UnsupportedVersionError> {
    const spoken = this.known;
    this.#agreed = undefined;
    // The refusal is what the caller must learn, also from an engine that says no more.
    const range = await this.#ask().catch(() => undefined);
    const message =
      range === undefined
        ? `The engine does not take API v1.${spoken}: ${refusal.message}`
        : this.#pinned === undefined
          ? `The engine (${range.engine}) takes API ${spanOf(range)} now, and no more the v1.${spoken} that was agreed on. Make the call again.`
          : `This client is set to API v1.${spoken}; the engine (${range.engine}) takes ${spanOf(range)}, this package speaks ${ours}. ${remedyFor(range)}`;
    return new UnsupportedVersionError(message, { cause: refusal });
  }

  async #agree(): Promise<number> {
    const range = await this.#ask();
    if (!isShared(range)) {
      throw new UnsupportedVersionError(
        `This client speaks API ${ours}; the engine (${range.engine}) takes ${spanOf(range)}. ${remedyFor(range)}`,
      );
    }
    this.#agreed = Math.min(range.newest, newestVersion);
    return this.#agreed;
  }
}

/** An API version that somebody has asked for. */
export interface WantedVersion {
  readonly version: string;
  /** Where it was asked for, for messages. */
  readonly source: string;
}

/** What the option says, else `DOCKER_API_VERSION`; nothing for `auto`. */
export function wantedVersion(
  option: string | undefined,
  environment: NodeJS.ProcessEnv,
): WantedVersion | undefined {
  const version = option ?? environment.DOCKER_API_VERSION;
  if (version === undefined || version === "auto" || (option === undefined && version === ""))
    return undefined;
  return { version, source: option === undefined ? "DOCKER_API_VERSION" : "apiVersion" };
}

function pinnedMinor({ version, source }: WantedVersion): number {
  const minor = minorOf(version);
  if (minor === undefined) {
    throw new InvalidArgumentError(
      `${source} is ${JSON.stringify(version)}; give an API version such as "1.43".`,
    );
  }
  if (minor >= oldestVersion && minor <= newestVersion) return minor;
  throw new InvalidArgumentError(
    `${source} is ${JSON.stringify(version)}; this package speaks ${ours}. Give one of these.`,
  );
}

const ours = `v1.${oldestVersion} to v1.${newestVersion}`;

function spanOf({ oldest, newest }: EngineRange): string {
  return `v1.${oldest} to v1.${newest}`;
}

function isShared({ oldest, newest }: EngineRange): boolean {
  return newest >= oldestVersion && oldest <= newestVersion;
}

function remedyFor(range: EngineRange): string {
  if (isShared(range)) return "Choose a version that both have, or leave the choice to the client.";
  return range.newest < oldestVersion ? "Update the engine." : "Update this package.";
}
