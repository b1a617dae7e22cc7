import type { Word } from "./shell-grammar.js";
import type { ShellState } from "./shell-state.js";
import type { Piece } from "./shell-words.js";

/** Runs a script and gives what it says. */
export type Substitute = (script: string) => Promise<string>;

/** The words that a word of a script becomes. What is not quoted is split at blanks. */
export async function expandWord(word: Word, state: ShellState, substitute: Substitute): Promise<string[]> {
  const words: string[] = [];
  let current: string | undefined;
  for (const piece of word) {
    if ("variable" in piece && piece.variable === "@") {
      const [first, ...rest] = state.positional.slice(1);
      if (first === undefined) continue;
      words.push(...[(current ?? "") + first, ...rest]);
      current = words.pop();
      continue;
    }
    const text = await expandPiece(piece, state, substitute);
    if (piece.quoted || "text" in piece) {
      current = (current ?? "") + text;
      continue;
    }
    const parts = text.split(/[ \t\n]+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0 && current !== undefined) {
        words.push(current);
        current = undefined;
      }
      if (part !== "") current = (current ?? "") + part;
    }
  }
  if (current !== undefined) words.push(current);
  return words;
}

/** A word as one text, as what stands behind `=`. */
export async function expandText(word: Word, state: ShellState, substitute: Substitute): Promise<string> {
  let text = "";
  for (const piece of word) text += await expandPiece(piece, state, substitute);
  return text;
}

async function expandPiece(piece: Piece, state: ShellState, substitute: Substitute): Promise<string> {
  if ("text" in piece) return piece.text;
  if ("script" in piece) return (await substitute(piece.script)).replace(/\n+$/, "");
  if ("sum" in piece) return String(sumOf(piece.sum, state));
  return variable(piece.variable, state) || piece.otherwise || "";
}

function variable(name: string, { variables, positional, status, call }: ShellState): string {
  if (name === "?") return String(status);
  if (name === "#") return String(positional.length - 1);
  if (name === "$") return "1";
  if (name === "*" || name === "@") return positional.slice(1).join(" ");
  if (name === "HOSTNAME") return call.hostname;
  return /^\d+$/.test(name) ? (positional[Number(name)] ?? "") : (variables.get(name) ?? "");
}

/** Sums and products from left to right, as counters need them. */
function sumOf(text: string, state: ShellState): number {
  const plain = text.replace(/\$?([A-Za-z_]\w*)/g, (_, name: string) => variable(name, state) || "0");
  const parts = plain.match(/\d+|[-+*/%()<>=!]+/g) ?? [];
  let result = 0;
  let sign = "+";
  for (const part of parts) {
    if (!/^\d/.test(part)) sign = part;
    else result = apply(result, sign, Number(part));
  }
  return result;
}

function apply(left: number, sign: string, right: number): number {
  switch (sign) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return Math.trunc(left / right);
    case "%":
      return left % right;
    case "<":
      return Number(left < right);
    case ">":
      return Number(left > right);
    default:
      return Number(left === right);
  }
}
