import type { HijackedAnswer } from "../client/client.js";

/**
 * Whether the output of a connection that was handed over comes in frames. An answer that says so is right. One that says
 * raw is right only where the engine has upgraded the connection, and only from API 1.42 on (`known` says it before); with
 * 200 in place of 101 engines call frames raw, too. What is not an engine of Docker may say nothing.
 */
export async function isMultiplexed(
  { status, headers, hijacked }: HijackedAnswer,
  { known, hasTty }: { known: boolean | undefined; hasTty: () => Promise<boolean> },
): Promise<boolean> {
  const type = String(headers["content-type"]);
  if (type.startsWith("application/vnd.docker.multiplexed-stream")) return true;
  if (status === 101 && known !== undefined) return known;
  if (status === 101 && type.startsWith("application/vnd.docker.raw-stream")) return false;
  try {
    return !(await hasTty());
  } catch (error) {
    hijacked.source.cancel();
    throw error;
  }
}
