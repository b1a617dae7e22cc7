import { ProtocolError } from "../errors.js";
import { minorOf } from "./api-version.js";

/** What an engine says about itself and the API versions it takes. */
export interface EngineRange {
  /** Its name and version, for messages. */
  readonly engine: string;
  /** Minor numbers, inclusive. */
  readonly oldest: number;
  readonly newest: number;
}

/** Reads the answer of `GET /version`. An engine that names no oldest version takes all up to its newest. */
export function engineRange(answer: unknown): EngineRange {
  const { ApiVersion, MinAPIVersion, Version } = (answer ?? {}) as Record<string, unknown>; // judged right below
  if (typeof ApiVersion !== "string") {
    throw new ProtocolError("The answer to GET /version names no API version: is this a Docker engine?");
  }
  return {
    engine: typeof Version === "string" ? `version ${Version}` : "of unknown version",
    oldest: MinAPIVersion ? engineMinor(MinAPIVersion) : 0,
    newest: engineMinor(ApiVersion),
  };
}

function engineMinor(version: unknown): number {
  const minor = minorOf(version);
  if (minor !== undefined) return minor;
  throw new ProtocolError(
    `The answer to GET /version names ${JSON.stringify(version)}, which is no API version: is this a Docker engine?`,
  );
}
