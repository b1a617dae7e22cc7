import { posix } from "node:path";
import { readLine } from "./read-input.js";
import { Leave, type ShellState, type ShellStreams } from "./shell-state.js";
import { signalNumber } from "./signals.js";

interface OwnWord {
  readonly args: readonly string[];
  readonly state: ShellState;
  readonly streams: ShellStreams;
  evaluate(script: string): Promise<void>;
}

/** The commands that a shell does itself, as they change the shell. */
export const shellWords: ReadonlyMap<string, (call: OwnWord) => number | Promise<number>> = new Map<
  string,
  (call: OwnWord) => number | Promise<number>
>([
  [":", () => 0],
  ["set", () => 0],
  ["wait", async ({ state }) => await state.call.sleep(2 ** 31 - 1).then(() => 0)],
  [
    "exit",
    ({ args: [code], state }) => {
      throw new Leave("exit", code === undefined ? state.status : Number(code));
    },
  ],
  [
    "break",
    () => {
      throw new Leave("break");
    },
  ],
  [
    "continue",
    () => {
      throw new Leave("continue");
    },
  ],
  ["cd", changeFolder],
  ["export", setVariables],
  ["trap", setTrap],
  ["read", read],
  [
    "eval",
    async ({ args, state, evaluate }) => {
      await evaluate(args.join(" "));
      return state.status;
    },
  ],
  [
    "exec",
    async ({ args, state, streams }) => {
      if (args.length === 0) return 0;
      throw new Leave("exit", await state.call.run(args, { ...streams, cwd: state.cwd }));
    },
  ],
]);

function changeFolder({ args: [folder = "/root"], state, streams }: OwnWord): number {
  const path = posix.resolve(state.cwd, folder);
  if (state.call.files.folder(path) === undefined) {
    streams.stderr.write(`sh: cd: can't cd to ${folder}: No such file or directory\n`);
    return 2;
  }
  state.cwd = path;
  return 0;
}

function setVariables({ args, state }: OwnWord): number {
  for (const arg of args) {
    const [name = "", ...value] = arg.split("=");
    if (value.length > 0) state.variables.set(name, value.join("="));
    state.exported.add(name);
  }
  return 0;
}

function setTrap({ args: [script = "", ...signals], state }: OwnWord): number {
  for (const signal of signals) {
    const number = signal === "EXIT" || signal === "0" ? 0 : signalNumber(signal);
    if (number === undefined) return 1;
    if (script === "-") state.traps.delete(number);
    else state.traps.set(number, script);
  }
  return 0;
}

async function read({ args, state, streams }: OwnWord): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith("-"));
  const { line, ended } = await readLine(streams.stdin, state.call.signal);
  const words = line.trim().split(/\s+/);
  for (const [index, name] of names.entries())
    state.variables.set(
      name,
      index === names.length - 1 ? words.slice(index).join(" ") : (words[index] ?? ""),
    );
  return ended ? 1 : 0;
}
