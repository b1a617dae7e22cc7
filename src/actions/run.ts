import type { HostConfig } from "../../generated/schema.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import type { TerminalSize } from "../streams/duplex-stream.js";
import { LogStream } from "../streams/log-stream.js";
import { armWait } from "./arm-wait.js";
import { collectOutput, type OutputOptions, type OutputTexts } from "./collect-output.js";
import { type CreateWithImageOptions, createWithImage } from "./create-with-image.js";
import { attachContainer, ranOutOfMemory, removeContainer, resizeTerminal } from "./created-container.js";
import type { Env } from "./env-list.js";
import { signalOf } from "./exit-signal.js";
import { holdInput } from "./hold-input.js";
import { runContainerBody } from "./run-container-body.js";
import { type RunEnding, runEnding } from "./run-ending.js";
import { type Input, sendInput } from "./send-input.js";
import { withoutEnd } from "./without-end.js";

export interface RunOptions extends OutputOptions, CreateWithImageOptions {
  /** Variables, `{ KEY: "value" }` or `["KEY=value"]`. */
  readonly env?: Env;
  /** `user`, `uid`, `user:group` or `uid:gid`. */
  readonly user?: string;
  /** The folder the command runs in. */
  readonly workingDir?: string;
  /** In place of the image's entrypoint. */
  readonly entrypoint?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Limits, mounts, networks and the like, as the API spells them. `AutoRemove` is ours: the container is always removed. */
  readonly hostConfig?: HostConfig;
  /**
   * What it reads: a text, bytes, a stream or an iterable; its end is the end of the input. Default: nothing, at once at its
   * end. With a TTY a program knows no other end than the Ctrl-D, `"\x04"`, that the input itself has.
   */
  readonly stdin?: Input;
  /** Gives it a terminal; all output is stdout then. */
  readonly tty?: boolean;
  /** The first size of the terminal. */
  readonly consoleSize?: TerminalSize;
  /**
   * Kills and removes the container when this process gets SIGINT, SIGTERM or SIGHUP; then the signal ends the process, or
   * does what your own listener for it does, and the run fails with the code `PROCESS_SIGNAL`. Nothing can be done at
   * `process.exit()`, SIGKILL or a crash.
   */
  readonly removeOnSignal?: boolean;
}

export interface RunResult extends OutputTexts {
  /** The container's exit code; 128 + n where signal n ended it. */
  readonly exitCode: number;
  /** The signal that an exit code of 128 + n speaks of, such as `SIGKILL`. It is all that engines tell: a program may also exit with such a code of its own. */
  readonly signal: string | undefined;
  /** Whether it ended with SIGKILL after the kernel had killed in it for want of memory. */
  readonly oomKilled: boolean;
}

/**
 * Runs a command in a new container, waits for its end and removes the container, whatever happens: an abort of the call's
 * signal kills it first, and so does its `timeout`, which counts from the container's creation, without the pull. Like `docker run --rm`.
 */
export async function run<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  command: readonly string[] | undefined,
  options: RunOptions = {},
  call: CallOptions = {},
): Promise<RunResult> {
  const body = runContainerBody(image, command, options);
  const ending = runEnding(image, call, options.removeOnSignal === true);
  const closeInput = holdInput(options.stdin);
  try {
    const id = await createWithImage(client, image, body, options, ending.call);
    let finished = false;
    try {
      const result = await runCreated(client, id, options, ending);
      finished = true;
      return result;
    } finally {
      await removeContainer(client, id, finished, call);
    }
  } finally {
    closeInput();
    ending.release();
  }
}

async function runCreated<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: RunOptions,
  ending: RunEnding,
): Promise<RunResult> {
  const { call } = ending;
  const { stdin: input, tty = false, consoleSize } = options;
  const open: { cancel(): void }[] = [];
  ending.started();
  try {
    call.signal.throwIfAborted();
    // Both before the start: a container can have said all and be gone sooner than one can ask for it.
    const wait = await armWait(client, id, call);
    open.push(wait);
    const { source, stdin } = await attachContainer(client, id, { input: input !== undefined }, call);
    open.push(source);
    if (input !== undefined && stdin) sendInput(input, tty ? withoutEnd(stdin) : stdin);
    await client.call("ContainerStart", { path: { id } }, call);
    // Before API 1.42 engines take the first size for containers of Windows only.
    if (tty && consoleSize && (await client.minorVersion(call)) < 42) {
      await resizeTerminal(client, id, consoleSize, call);
    }
    const logs = new LogStream(async () => ({ source, multiplexed: !tty }));
    const output = await collectOutput(logs, options, call.signal);
    const exitCode = await wait.exitCode();
    const oomKilled = exitCode === killed && (await ranOutOfMemory(client, id, call));
    return { exitCode, signal: signalOf(exitCode), oomKilled, ...output };
  } finally {
    for (const answer of open) answer.cancel();
  }
}

/** By SIGKILL, as the kernel does it for want of memory: only then is the engine asked for more. */
const killed = 137;
