import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/**
 * Runs a program to its end, within a time and an amount of output. Whoever it started ends with it (not on Windows).
 *
 * @throws signal.reason once the signal aborts; the system's error when the program cannot be started
 */
export function runBounded(
  file: string,
  args: readonly string[],
  { input, environment, platform, timeout, limit, signal }: BoundedProgramOptions,
): Promise<ProgramOutcome> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = start(file, args, environment, platform);
    const stdout: Buffer[] = [];
    let stderr = "";
    let left = limit;
    let patience: NodeJS.Timeout | undefined;

    const done = () => {
      clearTimeout(clock);
      clearTimeout(patience);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = () => {
      done();
      end(child, platform);
    };
    const finish = (end: ProgramOutcome["end"]) =>
      resolve({ end, stdout: Buffer.concat(stdout).toString("utf8"), stderr });
    const onAbort = () => {
      stop();
      reject(signal?.reason);
    };
    const clock = setTimeout(() => {
      stop();
      finish("too long");
    }, timeout);
    signal?.addEventListener("abort", onAbort);

    child.stdout.on("data", (chunk: Buffer) => {
      left -= chunk.length;
      if (left >= 0) {
        stdout.push(chunk);
        return;
      }
      stop();
      finish("too much");
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(-2048);
    });
    child.once("error", (error) => {
      done();
      reject(error);
    });
    child.once("exit", () => {
      // A program of its own in the background can hold the pipes open for as long as it likes.
      patience = setTimeout(() => closePipes(child), 200);
    });
    child.once("close", (code, killer) => {
      done();
      finish(killer === null ? `exit code ${code}` : `signal ${killer}`);
    });
    // A pipe breaks because the program ends or does not read: its end says all there is to say.
    for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.on("error", () => undefined);
    child.stdin.end(input);
  });
}

export interface BoundedProgramOptions {
  /** For its stdin. */
  readonly input: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Milliseconds. */
  readonly timeout: number;
  /** The most bytes of its stdout. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

export interface ProgramOutcome {
  /** `exit code 0`, `signal SIGKILL`; `too long` and `too much` where it was stopped for that. */
  readonly end: string;
  readonly stdout: string;
  /** The last 2,048 characters. */
  readonly stderr: string;
}

function start(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): ChildProcessWithoutNullStreams {
  const isScript = platform === "win32" && /\.(cmd|bat)$/i.test(file);
  const command = isScript ? `"${file}" ${args.join(" ")}` : file;
  return spawn(command, isScript ? [] : args, {
    env,
    stdio: "pipe",
    windowsHide: true,
    // Such a script is not a program to Windows, only to its shell.
    shell: isScript,
    // A session of its own has no terminal to ask on, and can be ended as a whole. On Windows it would open a window.
    detached: platform !== "win32",
  });
}

function end(child: ChildProcessWithoutNullStreams, platform: NodeJS.Platform): void {
  closePipes(child);
  const kill = (signal: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (platform === "win32") child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // It has just ended by itself.
    }
  };
  kill("SIGTERM");
  const force = setTimeout(() => kill("SIGKILL"), 1_000);
  child.once("exit", () => clearTimeout(force));
}

function closePipes({ stdin, stdout, stderr }: ChildProcessWithoutNullStreams): void {
  for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
}
