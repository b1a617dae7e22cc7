import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ApiError, ConflictError, DockerError, NotFoundError } from "../errors.js";
import { type ExecResult, exec } from "./exec.js";

/** Resolves with true when a program in the container listens, with false when there is no shell to find that out with. */
export async function listensInside<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  port: number,
  call: CallOptions,
): Promise<boolean> {
  for (;;) {
    const result = await look(client, id, port, call);
    if (result?.stdout.includes("open")) return true;
    if (result?.exitCode === 126 || result?.exitCode === 127) return false;
    // It ended by itself or with the container. Where that was for good, who waits is told by the container's own state.
    await sleep(pause, undefined, { signal: call.signal }).catch((error: unknown) => {
      throw call.signal?.aborted ? call.signal.reason : error; // an abort comes wrapped
    });
  }
}

const pause = 500;

/** Undefined where the container does not run at the moment. */
async function look<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  port: number,
  call: CallOptions,
): Promise<ExecResult | undefined> {
  // Its end is how the script learns that nobody waits any more.
  const stdin = new PassThrough();
  try {
    return await exec(client, id, ["sh", "-c", script(port)], { stdin, maxOutputBytes: 64 * 1024 }, call);
  } catch (error) {
    if (call.signal?.aborted) throw error;
    if (error instanceof ConflictError || error instanceof NotFoundError) return undefined;
    if (error instanceof DockerError && error.code === "EXEC_RUNNING") return undefined;
    // Engine 20.10 answers so for a container that is just ending.
    if (error instanceof ApiError && /not running|is paused|restarting/i.test(error.message))
      return undefined;
    throw error;
  } finally {
    stdin.destroy();
  }
}

/**
 * Needs nothing but a shell and `sleep`. It ends by itself when the port is there and after a while, as a connection can
 * break without anybody in the container noticing; and at once when its stdin ends. A shell runs what is in the background
 * without stdin, and so the search is there and the shell itself reads.
 *
 * In the table an address is hexadecimal, each four bytes in the machine's order, and 0A says "listens". 127.x.x.x and ::1 are loopback, where only
 * the container itself comes: engines have their own name server there.
 */
function script(port: number): string {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  return `(
  n=0
  while [ "$n" -lt 300 ]; do
    for table in /proc/net/tcp /proc/net/tcp6; do
      [ -r "$table" ] || continue
      while read -r _ address _ state _; do
        case "$address $state" in
          ??????7F:*|*FFFF0000??????7F:*|00000000000000000000000001000000:*) ;;
          *":${hex} 0A") echo open; kill $$; exit;;
        esac
      done <"$table"
    done
    n=$((n+1))
    sleep 0.1 2>/dev/null || sleep 1 || break
  done
  echo later; kill $$
) &
read -r _
kill $! 2>/dev/null`;
}
