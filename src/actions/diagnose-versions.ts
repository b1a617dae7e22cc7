import { newestVersion, oldestVersion } from "../../generated/operations.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { engineRange } from "../client/engine-range.js";
import type { Problem } from "./diagnose-problem.js";

/** What the engine says of itself, and the API version that is spoken with it. */
export async function diagnoseVersions<V extends AnyVersion>(
  client: EngineClient<V>,
  answer: unknown,
  problems: Problem[],
  call: Pick<CallOptions, "signal" | "timeout">,
): Promise<VersionsDiagnosis> {
  const { oldest, newest } = engineRange(answer);
  const { Version, Os, Arch, Platform } = answer as Partial<Record<string, unknown>>; // engineRange has read it as one
  const inUse = await client.minorVersion(call);
  if (inUse < oldest || inUse > newest) {
    problems.push({
      what: `API v1.${inUse} is set, and the engine takes v1.${oldest} to v1.${newest}.`,
      remedy: "Leave apiVersion and DOCKER_API_VERSION out, or set a version that the engine takes.",
    });
  }
  return {
    engine: typeof Version === "string" ? Version : undefined,
    platform: [nameOf(Platform), Os, Arch].filter((part) => typeof part === "string").join(" "),
    engineApi: { oldest: `1.${oldest}`, newest: `1.${newest}` },
    clientApi: { oldest: `1.${oldestVersion}`, newest: `1.${newestVersion}` },
    inUse: `1.${inUse}`,
  };
}

export interface VersionsDiagnosis {
  readonly engine: string | undefined;
  /** Such as `Docker Engine - Community linux amd64`. */
  readonly platform: string;
  readonly engineApi: ApiRange;
  /** What this package speaks. */
  readonly clientApi: ApiRange;
  /** What is spoken: agreed on, or set. */
  readonly inUse: string;
}

export interface ApiRange {
  readonly oldest: string;
  readonly newest: string;
}

function nameOf(platform: unknown): unknown {
  return typeof platform === "object" && platform !== null && "Name" in platform
    ? platform.Name || undefined
    : undefined;
}
