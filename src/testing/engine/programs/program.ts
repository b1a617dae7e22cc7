import type { Readable, Writable } from "node:stream";
import { DockerError } from "../../../errors.js";
import type { FileTree } from "../files/file-tree.js";

/**
 * What a command does. Gives the exit code, 0 where it gives nothing; what it throws goes to its stderr, and the code is 1.
 *
 * @example
 * const greet: Program = async ({ args, stdout }) => {
 *   stdout.write(`hello ${args[0]}\n`);
 *   return 0;
 * };
 */
export type Program = (call: ProgramCall) => ExitCode | Promise<ExitCode>;

// A function that returns nothing is one that ends with 0.
// biome-ignore lint/suspicious/noConfusingVoidType: it is what such a function gives
type ExitCode = number | void | undefined;

export interface ProgramCall {
  /** Its name as it was called. */
  readonly name: string;
  /** What stands behind the name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The folder it is started in. */
  readonly cwd: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /**
   * Aborts when it is told to end; the reason is the {@link EndSignal}. It may finish what it does: what it then gives is the exit
   * code. Throw the reason for the code that a process has which such a signal ends, 143 for SIGTERM. SIGKILL does not wait.
   */
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds; rejects with the reason when it is told to end. */
  sleep(milliseconds: number): Promise<void>;
  /** The files of its container. */
  readonly files: FileTree;
  /** The terminal's size, where there is a terminal. */
  readonly terminal: TerminalSize | undefined;
  readonly hostname: string;
  /** As the body names it; empty for root. */
  readonly user: string;
  /** Sends a signal to the first process of its container. */
  killFirst(signal: number): void;
  /** Runs another command in its place, such as a shell's. */
  run(argv: readonly string[], changes?: RunChanges): Promise<number>;
}

export interface RunChanges {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: Readable;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
}

export interface TerminalSize {
  height: number;
  width: number;
}

/** Why a program is to end. */
export class EndSignal extends DockerError {
  /** As Linux numbers it: 15 for SIGTERM. */
  readonly number: number;

  constructor(number: number) {
    super(`The program was told to end by signal ${number}.`, { code: "END_SIGNAL" });
    this.number = number;
  }
}
