import type { AnyVersion } from "../../client/api-version.js";
import type { CallOptions } from "../../client/call-options.js";
import type { EngineClient } from "../../client/client.js";
import { InvalidArgumentError } from "../../errors.js";
import type { LoopContainer } from "./container.js";
import { requestLine } from "./line.js";
import type { LoopPool } from "./pool.js";
import type { ScriptOutcome, ScriptRequest, ScriptRunOptions } from "./run-options.js";
import type { LoopSpec } from "./spec.js";
import { startLoopContainer } from "./start-container.js";

/** Runs a script in a container of the pool that is as the spec says and of the same tenant, or in a new one. */
export async function runScript<V extends AnyVersion>(
  client: EngineClient<V>,
  pool: LoopPool<LoopContainer>,
  spec: LoopSpec,
  request: ScriptRequest,
  options: ScriptRunOptions = {},
  { signal, ...call }: CallOptions = {},
): Promise<ScriptOutcome> {
  const line = requestLine(request);
  const { tenant = "", reuse = true, timeout } = options;
  if (timeout !== undefined && !(timeout >= 0)) {
    throw new InvalidArgumentError(`timeout is ${timeout}; give milliseconds from 0 on, 0 for no limit.`);
  }
  const key = reuse ? JSON.stringify([spec.key, tenant]) : undefined;
  return pool.use(
    key,
    {
      make: (ending) => startLoopContainer(client, spec, { ...call, signal: ending }),
      async work(container, reused, ending) {
        const { reusable, ...said } = await container.run(line, options, ending);
        const value = { ...said, containerId: container.id, reused };
        // The loop ends after a native script.
        return { value, keep: reusable && request.native !== true };
      },
    },
    signal,
  );
}
