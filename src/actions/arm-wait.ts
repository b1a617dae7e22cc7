import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError } from "../errors.js";
import { jsonLines } from "../streams/json-lines.js";

/** A wait for a container's next exit that the engine has confirmed to be under way. */
export interface ArmedWait {
  /** @throws DockerError when the engine cannot tell the exit code */
  exitCode(): Promise<number>;
  cancel(): void;
}

/** Resolves when the engine has sent the head of its answer: from then on no exit can be missed. */
export async function armWait<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<ArmedWait> {
  // A wait says nothing until its end: of the limits only the one for everything counts.
  const timeout = typeof call.timeout === "object" ? call.timeout.total : call.timeout;
  const options = { condition: "next-exit" } as Options<V, "ContainerWait">; // the same word in every version
  const { source } = await client.open("ContainerWait", { path: { id }, options }, { ...call, timeout });
  return {
    async exitCode() {
      for await (const { StatusCode, Error: failure } of jsonLines<WaitAnswer>(source)) {
        if (failure?.Message) throw new DockerError(failure.Message, { code: "WAIT_FAILED" });
        return StatusCode;
      }
      throw new DockerError(`The engine ended the wait for container ${id} without an exit code.`, {
        code: "WAIT_FAILED",
      });
    },
    cancel: () => source.cancel(),
  };
}

interface WaitAnswer {
  StatusCode: number;
  Error?: { Message?: string } | null;
}
