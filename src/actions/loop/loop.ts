import type { AnyVersion } from "../../client/api-version.js";
import type { CallOptions } from "../../client/call-options.js";
import type { EngineClient } from "../../client/client.js";
import { InvalidArgumentError } from "../../errors.js";
import type { LoopContainer } from "./container.js";
import type { LoopOptions } from "./loop-options.js";
import { LoopPool, type PoolLimits } from "./pool.js";
import type { ScriptOutcome, ScriptRequest, ScriptRunOptions } from "./run-options.js";
import { type LoopSpec, loopSpec } from "./spec.js";

/**
 * Gives containers of an image for scripts that speak the loop protocol on stdin and stdout. Nothing is sent before the first run.
 * @throws InvalidArgumentError when an option is wrong
 */
export function loop<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  options: LoopOptions = {},
): ScriptLoop {
  const spec = loopSpec(image, options);
  return new ScriptLoop(client as EngineClient<AnyVersion>, spec, new LoopPool(poolLimits(options))); // what it calls is in every version
}

/** Runs scripts in containers of one kind, which are kept for the next script. To be closed, or they stay until their time is over. */
export class ScriptLoop implements AsyncDisposable {
  readonly #client: EngineClient<AnyVersion>;
  readonly #spec: LoopSpec;
  readonly #pool: LoopPool<LoopContainer>;

  constructor(client: EngineClient<AnyVersion>, spec: LoopSpec, pool: LoopPool<LoopContainer>) {
    this.#client = client;
    this.#spec = spec;
    this.#pool = pool;
  }

  /**
   * Runs a script to its end. That it fails is an outcome with an `exception`; an abort of the call's signal, and whatever
   * keeps it from its end, kills and removes the container.
   * @throws TimeoutError after the script's time · DockerError `LOOP_ENDED` when the container ended before the script did,
   * `OUTPUT_LIMIT`, `LOOP_CLOSED`
   */
  async run(request: ScriptRequest, options?: ScriptRunOptions, call?: CallOptions): Promise<ScriptOutcome> {
    const { runScript } = await import("../on-demand.js");
    return runScript(this.#client, this.#pool, this.#spec, request, options, call);
  }

  /** Ends what is under way and removes all containers. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** @throws InvalidArgumentError when a limit is wrong */
export function poolLimits({
  maxContainers = 4,
  maxIdle = 2,
  idleTimeout = 60_000,
  maxRuns = 100,
  pingTimeout = 5_000,
}: Partial<PoolLimits> = {}): PoolLimits {
  for (const [name, value, least] of [
    ["maxContainers", maxContainers, 1],
    ["maxRuns", maxRuns, 1],
    ["maxIdle", maxIdle, 0],
    ["idleTimeout", idleTimeout, 0],
    ["pingTimeout", pingTimeout, 1],
  ] as const) {
    if (!(value >= least))
      throw new InvalidArgumentError(`${name} is ${value}; give a number from ${least} on.`);
  }
  return { maxContainers, maxIdle, idleTimeout, maxRuns, pingTimeout };
}
