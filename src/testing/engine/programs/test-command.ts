import { posix } from "node:path";
import type { ProgramCall } from "./program.js";

/** `test` and `[`: one question, with `!` before it. */
export function testCommand(call: ProgramCall): number {
  const words = call.name === "[" ? call.args.slice(0, -1) : [...call.args];
  const isNegated = words[0] === "!";
  const holds = question(isNegated ? words.slice(1) : words, call);
  return holds === isNegated ? 1 : 0;
}

function question(words: readonly string[], call: ProgramCall): boolean {
  const [a = "", b = "", c = ""] = words;
  if (words.length <= 1) return a !== "";
  if (words.length === 2) return one(a, b, call);
  switch (b) {
    case "=":
    case "==":
      return a === c;
    case "!=":
      return a !== c;
    case "-eq":
      return Number(a) === Number(c);
    case "-ne":
      return Number(a) !== Number(c);
    case "-lt":
      return Number(a) < Number(c);
    case "-le":
      return Number(a) <= Number(c);
    case "-gt":
      return Number(a) > Number(c);
    default:
      return b === "-ge" && Number(a) >= Number(c);
  }
}

function one(flag: string, value: string, { files, cwd, terminal }: ProgramCall): boolean {
  if (flag === "-n") return value !== "";
  if (flag === "-z") return value === "";
  if (flag === "-t") return terminal !== undefined;
  const node = files.find(posix.resolve(cwd, value));
  if (flag === "-d") return node?.kind === "folder";
  if (flag === "-f") return node?.kind === "file";
  if (flag === "-s") return node?.kind === "file" && node.content.length > 0;
  return flag === "-x" ? node?.kind === "file" && (node.mode & 0o111) !== 0 : node !== undefined;
}
