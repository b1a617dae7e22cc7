import type { Readable, Writable } from "node:stream";
import type { ProgramCall } from "./program.js";

/** What a shell knows while it runs a script. */
export interface ShellState {
  readonly call: ProgramCall;
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  /** $0, $1 … */
  readonly positional: readonly string[];
  cwd: string;
  status: number;
  /** What a trap runs, by the number of the signal; 0 is the end. */
  readonly traps: Map<number, string>;
}

export interface ShellStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** A copy for a subshell: what it changes is its own. */
export function subshell(state: ShellState): ShellState {
  return {
    ...state,
    variables: new Map(state.variables),
    exported: new Set(state.exported),
    traps: new Map(),
  };
}

export function environment({ variables, exported }: ShellState): Record<string, string> {
  return Object.fromEntries([...variables].filter(([name]) => exported.has(name)));
}

/** How a script is left before its end. */
export class Leave {
  readonly how: "exit" | "break" | "continue";
  readonly code: number;

  constructor(how: Leave["how"], code = 0) {
    this.how = how;
    this.code = code;
  }
}
