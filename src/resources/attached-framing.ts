import type { HijackedAnswer } from "../client/client.js";

/**
 * Whether the output of a connection that was handed over comes in frames. An answer that says so is right. One that does not
 * is right only where the engine has upgraded the connection, and only from API 1.42 on (`known` says it before); with
 * 200 in place of 101 engines call frames raw, too.
 */
export async function isMultiplexed(
  { status, headers, hijacked }: HijackedAnswer,
  { known, hasTty }: { known: boolean | undefined; hasTty: () => Promise<boolean> },
): Promise<boolean> {
  if (String(headers["content-type"]).startsWith("application/vnd.docker.multiplexed-stream")) return true;
  if (status === 101) return known ?? false;
  try {
    return !(await hasTty());
  } catch (error) {
    hijacked.source.cancel();
    throw error;
  }
}
