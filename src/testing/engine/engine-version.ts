import { newestVersion, oldestVersion } from "../../../generated/operations.js";
import { InvalidArgumentError } from "../../errors.js";

/** Which engine speaks an API version, and how. */
export interface EngineVersion {
  /** Such as `1.43`. */
  readonly api: string;
  readonly minor: number;
  readonly oldestMinor: number;
  readonly engine: string;
  /** The sentences and statuses of 20.10, 26.1 and 28.5 are measured; the versions between speak as the one before does. */
  readonly era: 20 | 26 | 28;
}

/** The last release of each API version. */
const engines: Readonly<Record<number, string>> = {
  40: "19.03.15",
  41: "20.10.24",
  42: "23.0.6",
  43: "24.0.9",
  44: "25.0.5",
  45: "26.1.5",
  46: "27.1.2",
  47: "27.5.1",
  48: "28.0.4",
  49: "28.1.1",
  50: "28.2.2",
  51: "28.5.2",
};

export function engineVersion(api = `1.${newestVersion}`): EngineVersion {
  const minor = minorOf(api);
  const engine = engines[minor ?? 0];
  if (minor === undefined || engine === undefined) {
    throw new InvalidArgumentError(
      `The test engine speaks API 1.${oldestVersion} to 1.${newestVersion}, not ${JSON.stringify(api)}. Give one of these as apiVersion.`,
    );
  }
  return {
    api: `1.${minor}`,
    minor,
    oldestMinor: minor < 44 ? 12 : 24,
    engine,
    era: minor < 42 ? 20 : minor < 48 ? 26 : 28,
  };
}

/** The minor number of `1.43`. */
export function minorOf(version: string): number | undefined {
  const [, minor] = /^v?1\.(\d{1,4})$/.exec(version) ?? [];
  return minor === undefined ? undefined : Number(minor);
}
