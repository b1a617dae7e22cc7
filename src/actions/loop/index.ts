/** `docker.loop`: scripts that speak over stdin and stdout. */

export type { LoopContainer } from "./container.js";
export { loop, poolLimits, ScriptLoop } from "./loop.js";
export type { LoopOptions, LoopProgram } from "./loop-options.js";
export type { ScriptCall, ScriptLog } from "./message.js";
export { LoopPool, type PoolLimits } from "./pool.js";
export { pythonProgram } from "./python-program.js";
export type { ScriptOutcome, ScriptRequest, ScriptRunOptions } from "./run-options.js";
export { runScript } from "./run-script.js";
export { loopSpec } from "./spec.js";
