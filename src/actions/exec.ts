import { setTimeout as sleep } from "node:timers/promises";
import type { ContainerExecBody } from "../../generated/schema.js";
import type { AnyVersion, Body } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError } from "../errors.js";
import { Exec } from "../resources/exec.js";
import { collectOutput, type OutputOptions, type OutputTexts } from "./collect-output.js";
import { type Env, envList } from "./env-list.js";
import { holdInput } from "./hold-input.js";
import { type Input, sendInput } from "./send-input.js";
import { withoutEnd } from "./without-end.js";

export interface ExecOptions extends OutputOptions {
  /** Variables on top of the container's, `{ KEY: "value" }` or `["KEY=value"]`. */
  readonly env?: Env;
  /** `user`, `uid`, `user:group` or `uid:gid`. Default: the container's. */
  readonly user?: string;
  /** The folder the command runs in. Default: the container's. */
  readonly workingDir?: string;
  /** Gives it a terminal; all output is stdout then. */
  readonly tty?: boolean;
  /**
   * What it reads: a text, bytes, a stream or an iterable; its end is the end of the input. Default: nothing, at once at its
   * end. With `tty` the input stays open, as engines cut the output of a terminal whose input ends: send `\x04` for an end.
   */
  readonly stdin?: Input;
  /** Runs it with all capabilities. */
  readonly privileged?: boolean;
  /** Keys in the input of a TTY that leave the command, such as `ctrl-p,ctrl-q`. */
  readonly detachKeys?: string;
}

export interface ExecResult extends OutputTexts {
  /** 128 + n where signal n ended it; 126 or 127 where the program could not be run, and the output says why. */
  readonly exitCode: number;
}

/**
 * Runs a command in a running container and waits for its end. Like `docker exec`. An abort of the call's signal closes
 * the connection; the command itself goes on, as the engine has no call that ends it.
 */
export async function exec<V extends AnyVersion>(
  client: EngineClient<V>,
  containerId: string,
  command: readonly string[],
  options: ExecOptions = {},
  call: CallOptions = {},
): Promise<ExecResult> {
  const release = holdInput(options.stdin);
  try {
    const steps = new Exec(client);
    const body = execBody(command, options) as Body<V, "ContainerExec">; // the same fields in every version
    const { Id: id } = (await steps.create(containerId, body, call)) as { Id: string }; // so in every version
    return await runSteps(steps, id, options, call);
  } finally {
    release();
  }
}

async function runSteps<V extends AnyVersion>(
  steps: Exec<V>,
  id: string,
  options: ExecOptions,
  call: CallOptions,
): Promise<ExecResult> {
  const { stdin, tty } = options;
  const running = await steps.start(id, { tty }, call);
  try {
    if (stdin !== undefined) sendInput(stdin, tty ? withoutEnd(running.stdin) : running.stdin);
    const output = await collectOutput(running.output, options, call.signal);
    return { exitCode: await exitCode(steps, id, call), ...output };
  } finally {
    await running.close();
  }
}

function execBody(command: readonly string[], options: ExecOptions): ContainerExecBody {
  const { env, user, workingDir, tty, stdin, privileged, detachKeys } = options;
  return {
    Cmd: [...command],
    AttachStdin: stdin !== undefined,
    AttachStdout: true,
    AttachStderr: true,
    ...(env && { Env: envList(env) }),
    ...(user !== undefined && { User: user }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(tty !== undefined && { Tty: tty }),
    ...(privileged !== undefined && { Privileged: privileged }),
    ...(detachKeys !== undefined && { DetachKeys: detachKeys }),
  };
}

/** The engine ends the output a moment before it knows the code. */
async function exitCode<V extends AnyVersion>(
  steps: Exec<V>,
  id: string,
  call: CallOptions,
): Promise<number> {
  const since = performance.now();
  for (let pause = 5; ; pause = Math.min(pause * 2, 250)) {
    const { Running, ExitCode } = (await steps.inspect(id, call)) as ExecState; // the same fields in every version
    if (Running === false && typeof ExitCode === "number") return ExitCode;
    if (performance.now() - since > longestAfterlife) throw stillRunning(id);
    await sleep(pause, undefined, { signal: call.signal }).catch((error: unknown) => {
      // An abort comes wrapped.
      throw call.signal?.aborted ? call.signal.reason : error;
    });
  }
}

interface ExecState {
  readonly Running?: boolean;
  readonly ExitCode?: number | null;
}

/** Milliseconds. */
const longestAfterlife = 10_000;

function stillRunning(id: string): DockerError {
  return new DockerError(
    `The output of exec ${id} has ended and the command still runs after ${longestAfterlife} ms: it was left with its detach keys, or has closed its output. Its exit code comes with docker.exec.inspect(id) when it has ended.`,
    { code: "EXEC_RUNNING" },
  );
}
