import { posix } from "node:path";
import { PassThrough, type Readable, Writable } from "node:stream";
import type { FileTree } from "../files/file-tree.js";
import { builtIn } from "./built-in.js";
import { EndSignal, type Program, type ProgramCall, type RunChanges, type TerminalSize } from "./program.js";
import { endsProcess } from "./signals.js";

/** A program that runs, as a container or an exec has it. */
export class Process {
  readonly stdin = new PassThrough();
  /** The exit code. Never rejects. */
  readonly exited: Promise<number>;
  readonly pid = nextPid();
  readonly terminal: TerminalSize | undefined;
  readonly #told = new AbortController();
  readonly #killed: Promise<number>;
  #kill: (code: number) => void = () => {};
  #resumed: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
  #ended = false;

  constructor(setup: ProcessSetup, program: Program) {
    this.terminal = setup.tty ? { height: 0, width: 0, ...setup.size } : undefined;
    this.#killed = new Promise((resolve) => {
      this.#kill = resolve;
    });
    if (!setup.openStdin) this.stdin.end();
    const writable = (stream: OutputStream) =>
      this.#writable((bytes) => setup.output(stream, setup.tty ? withReturns(bytes) : bytes));
    const call = this.#call(setup, setup.argv, {
      stdin: this.stdin,
      stdout: writable(1),
      stderr: writable(setup.tty ? 1 : 2),
    });
    this.exited = Promise.race([runProgram(program, call), this.#killed]).then((code) => {
      this.#ended = true;
      this.stdin.destroy();
      // What still runs of it, such as a timer, learns that it is over.
      this.#told.abort(new EndSignal(9));
      return code;
    });
  }

  /** Sends a signal. SIGKILL ends it whatever it does. */
  kill(number: number): void {
    if (number === 9) {
      this.#told.abort(new EndSignal(9));
      this.resume();
      this.#kill(137);
    } else if (endsProcess(number)) this.#told.abort(new EndSignal(number));
  }

  /** Holds back its output, and what its sleeps wait for. */
  pause(): void {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.#resumed ??= { promise, resolve };
  }

  resume(): void {
    this.#resumed?.resolve();
    this.#resumed = undefined;
  }

  #call(setup: ProcessSetup, [name = "", ...args]: readonly string[], streams: Streams): ProgramCall {
    const { signal } = this.#told;
    const { env, cwd, files, hostname, user, killFirst } = setup;
    return {
      ...{ name, args, env, cwd, files, hostname, user, signal, ...streams },
      killFirst: killFirst ?? ((number) => this.kill(number)),
      terminal: this.terminal,
      sleep: async (milliseconds) => {
        await sleepUntil(milliseconds, signal);
        while (this.#resumed !== undefined) await this.#resumed.promise;
      },
      run: async (argv, { stdin, stdout, stderr, ...changes }: RunChanges = {}) => {
        const inner = {
          stdin: stdin ?? streams.stdin,
          stdout: stdout ?? streams.stdout,
          stderr: stderr ?? streams.stderr,
        };
        const found = findProgram(argv[0] ?? "", { ...setup, ...changes });
        if (typeof found === "function")
          return await runProgram(found, this.#call({ ...setup, ...changes }, argv, inner));
        inner.stderr.write(`sh: ${argv[0]}: ${found === "denied" ? "Permission denied" : "not found"}\n`);
        return found === "denied" ? 126 : 127;
      },
    };
  }

  #writable(take: (bytes: Buffer) => void): Writable {
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        const pass = () => {
          if (!this.#ended) take(chunk);
          done();
        };
        if (this.#resumed === undefined) pass();
        else this.#resumed.promise.then(pass);
      },
    });
  }
}

type OutputStream = 1 | 2;

interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export interface ProcessSetup {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly files: FileTree;
  readonly hostname: string;
  readonly tty: boolean;
  readonly user: string;
  readonly openStdin: boolean;
  readonly size?: TerminalSize | undefined;
  readonly programs: ReadonlyMap<string, Program>;
  /** Reaches the first process from another one; missing, it is the first itself. */
  readonly killFirst?: (signal: number) => void;
  /** Takes what it says, at once. */
  readonly output: (stream: OutputStream, bytes: Buffer) => void;
}

/** What a command is: `missing` where the engine would not find it, `denied` where it is no program. */
export function findProgram(
  command: string,
  { programs, files, cwd }: Pick<ProcessSetup, "programs" | "files" | "cwd">,
): Program | "missing" | "denied" {
  const base = posix.basename(command);
  const own = programs.get(command) ?? programs.get(base);
  if (own !== undefined) return own;
  if (command.includes("/")) {
    const file = files.find(posix.resolve(cwd, command));
    if (file === undefined) return "missing";
    if (file.kind !== "file" || (file.mode & 0o111) === 0) return "denied";
  }
  return builtIn.get(base) ?? "missing";
}

async function runProgram(program: Program, call: ProgramCall): Promise<number> {
  try {
    return ((await program(call)) ?? 0) & 0xff;
  } catch (error) {
    const { reason } = call.signal;
    // Whatever it threw, when it was told to end it has ended by that.
    if (reason instanceof EndSignal) return 128 + reason.number;
    call.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function sleepUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const told = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    // The longest that a timer can be.
    const timer = setTimeout(
      () => {
        signal.removeEventListener("abort", told);
        resolve();
      },
      Math.min(milliseconds, 2 ** 31 - 1),
    );
    signal.addEventListener("abort", told, { once: true });
  });
}

/** A terminal ends its lines by a return, too. */
function withReturns(bytes: Buffer): Buffer {
  return bytes.includes("\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1")
    : bytes;
}

let pids = 1000;

function nextPid(): number {
  return ++pids;
}
