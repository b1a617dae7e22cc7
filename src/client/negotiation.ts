import { newestVersion, oldestVersion } from "../../generated/operations.js";
import { InvalidArgumentError, UnsupportedVersionError } from "../errors.js";
import { minorOf } from "./api-version.js";
import type { EngineRange } from "./engine-range.js";

/** The API version that a client speaks: pinned, or found out from the engine by the first call that needs it. */
export class Negotiation {
  readonly #ask: () => Promise<EngineRange>;
  readonly #pinned: number | undefined;
  #agreed: number | undefined;
  #asking: Promise<number> | undefined;

  constructor(pinned: string | undefined, ask: () => Promise<EngineRange>) {
    this.#pinned = pinned === undefined || pinned === "auto" ? undefined : pinnedMinor(pinned);
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
  async refused(cause: unknown): Promise<UnsupportedVersionError> {
    const spoken = this.known;
    this.#agreed = undefined;
    return noSharedVersion(await this.#ask(), spoken, cause);
  }

  async #agree(): Promise<number> {
    const range = await this.#ask();
    const oldest = minorOf(range.oldest, "the engine's oldest API version");
    const newest = minorOf(range.newest, "the engine's newest API version");
    if (newest < oldestVersion || oldest > newestVersion) throw noSharedVersion(range, undefined, undefined);
    this.#agreed = Math.min(newest, newestVersion);
    return this.#agreed;
  }
}

function pinnedMinor(version: string): number {
  const minor = minorOf(version, "apiVersion");
  if (minor >= oldestVersion && minor <= newestVersion) return minor;
  throw new InvalidArgumentError(
    `apiVersion is ${JSON.stringify(version)}; this package speaks v1.${oldestVersion} to v1.${newestVersion}.`,
  );
}

function noSharedVersion(
  range: EngineRange,
  spoken: number | undefined,
  cause: unknown,
): UnsupportedVersionError {
  const ours =
    spoken === undefined
      ? `v1.${oldestVersion} to v1.${newestVersion}`
      : `v1.${spoken} only, to which it is set`;
  const isOld = minorOf(range.newest, "the engine's newest API version") < (spoken ?? oldestVersion);
  const remedy = isOld ? "Update the engine" : "Update this package";
  return new UnsupportedVersionError(
    `This client speaks API ${ours}; the engine (${range.engine}) takes v${range.oldest} to v${range.newest}. ${remedy}${spoken === undefined ? "" : ", or set another apiVersion"}.`,
    { cause },
  );
}
