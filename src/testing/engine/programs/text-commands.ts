import { posix } from "node:path";
import type { Writable } from "node:stream";
import type { Program, ProgramCall } from "./program.js";
import { inputOf } from "./read-input.js";

/** Commands that say things, or count them. */
export const textCommands: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["echo", echo],
  [
    "printf",
    ({ args: [format = "", ...args], stdout }) =>
      void stdout.write(Buffer.from(formatted(bytesOf(format), args.map(bytesOf)), "latin1")),
  ],
  ["pwd", ({ cwd, stdout }) => void stdout.write(`${cwd}\n`)],
  ["cat", cat],
  ["head", head],
  ["tail", tail],
  ["wc", wc],
  ["grep", grep],
  ["seq", seq],
]);

function echo({ args, stdout }: ProgramCall): void {
  const flags = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
  const words = flags < 0 ? [] : args.slice(flags);
  const given = args.slice(0, flags < 0 ? undefined : flags).join("");
  const text = bytesOf(words.join(" "));
  const said = `${given.includes("e") ? unescaped(text) : text}${given.includes("n") ? "" : "\n"}`;
  stdout.write(Buffer.from(said, "latin1"));
}

/** One character for each byte: escapes name bytes, of which several may be one character. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function formatted(format: string, args: readonly string[]): string {
  const rest = [...args];
  let text = "";
  do {
    text += unescaped(format).replace(/%(0?\d*)([sdic%])/g, (_, width: string, kind: string) => {
      if (kind === "%") return "%";
      const value = rest.shift() ?? (kind === "s" ? "" : "0");
      return width.startsWith("0") ? value.padStart(Number(width), "0") : value.padStart(Number(width));
    });
  } while (rest.length > 0 && /%[^%]/.test(format));
  return text;
}

function unescaped(text: string): string {
  const plain: Readonly<Record<string, string>> = {
    n: "\n",
    t: "\t",
    r: "\r",
    e: "\x1b",
    "\\": "\\",
    '"': '"',
  };
  return text.replace(
    /\\(?:0?([0-7]{3})|x([0-9a-f]{2})|(.))/gi,
    (all, octal?: string, hex?: string, letter?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return plain[letter ?? ""] ?? all;
    },
  );
}

async function cat(call: ProgramCall): Promise<number> {
  let code = 0;
  for (const name of namesOf(call)) {
    if (name === "-")
      for await (const chunk of inputOf(call.stdin, call.signal)) await written(call.stdout, chunk);
    else code = (await contentOf(call, name, (chunk) => call.stdout.write(chunk))) ? code : 1;
  }
  return code;
}

async function head(call: ProgramCall): Promise<number> {
  const { stdin, stdout, signal } = call;
  const bytes = numberBehind(call, "-c");
  let left = bytes ?? numberBehind(call, "-n") ?? 10;
  const take = (chunk: Buffer) => {
    let end = 0;
    if (bytes !== undefined) end = Math.min(left, chunk.length);
    else
      for (let lines = 0; lines < left && end < chunk.length; lines++)
        end = chunk.indexOf(10, end) + 1 || chunk.length;
    stdout.write(chunk.subarray(0, end));
    left -= bytes !== undefined ? end : chunk.subarray(0, end).toString("latin1").split("\n").length - 1;
  };
  const [file] = namesOf(call, ["-c", "-n"]);
  if (file !== undefined && file !== "-") return (await contentOf(call, file, take)) ? 0 : 1;
  for await (const chunk of inputOf(stdin, signal)) {
    take(chunk);
    if (left <= 0) break;
  }
  return 0;
}

async function tail(call: ProgramCall): Promise<number> {
  const pieces: Buffer[] = [];
  const [file = "-"] = namesOf(call, ["-n"]);
  const follows = call.args.includes("-f");
  if (file === "/dev/null") {
    if (follows) await call.sleep(2 ** 31 - 1);
    return 0;
  }
  if (file === "-") for await (const chunk of inputOf(call.stdin, call.signal)) pieces.push(chunk);
  else if (!(await contentOf(call, file, (chunk) => pieces.push(chunk)))) return 1;
  const lines = Buffer.concat(pieces)
    .toString("utf8")
    .split(/(?<=\n)/);
  call.stdout.write(lines.slice(-(numberBehind(call, "-n") ?? 10)).join(""));
  if (follows) await call.sleep(2 ** 31 - 1);
  return 0;
}

async function wc(call: ProgramCall): Promise<number> {
  let [bytes, lines, words] = [0, 0, 0];
  const count = (chunk: Buffer) => {
    const text = chunk.toString("latin1");
    bytes += chunk.length;
    lines += text.split("\n").length - 1;
    words += text.split(/\s+/).filter((word) => word !== "").length;
  };
  const [file = "-"] = namesOf(call);
  if (file === "-") for await (const chunk of inputOf(call.stdin, call.signal)) count(chunk);
  else if (!(await contentOf(call, file, count))) return 1;
  const told = { "-c": [bytes], "-l": [lines], "-w": [words] }[call.args[0] ?? ""] ?? [lines, words, bytes];
  call.stdout.write(`${told.join(" ")}${file === "-" ? "" : ` ${file}`}\n`);
  return 0;
}

/** With a pattern of JavaScript, which is the same for what tests look for. */
async function grep(call: ProgramCall): Promise<number> {
  const flags = call.args.filter((arg) => arg.startsWith("-")).join("");
  const [pattern = "", file = "-"] = call.args.filter((arg) => !arg.startsWith("-"));
  const pieces: Buffer[] = [];
  if (file === "-") for await (const chunk of inputOf(call.stdin, call.signal)) pieces.push(chunk);
  else if (!(await contentOf(call, file, (chunk) => pieces.push(chunk)))) return 2;
  const wanted = new RegExp(pattern, flags.includes("i") ? "i" : "");
  const lines = Buffer.concat(pieces)
    .toString("utf8")
    .split(/(?<=\n)/);
  const found = lines.filter((line) => line !== "" && wanted.test(line) !== flags.includes("v"));
  if (flags.includes("c")) call.stdout.write(`${found.length}\n`);
  else if (!flags.includes("q")) call.stdout.write(found.join(""));
  return found.length === 0 ? 1 : 0;
}

function seq({ args, stdout }: ProgramCall): void {
  const [from, to] = args.length === 1 ? [1, Number(args[0])] : [Number(args[0]), Number(args.at(-1))];
  for (let n = from; n <= to; n++) stdout.write(`${n}\n`);
}

/** The files that are named; stdin where none is. */
function namesOf({ args }: ProgramCall, withValue: readonly string[] = []): string[] {
  const names = args.filter(
    (arg, index) => (arg === "-" || !arg.startsWith("-")) && !withValue.includes(args[index - 1] ?? ""),
  );
  return names.length === 0 ? ["-"] : names;
}

function numberBehind({ args }: ProgramCall, flag: string): number | undefined {
  const index = args.findIndex((arg) => arg.startsWith(flag));
  if (index < 0) {
    const short = args.map((arg) => /^-(\d+)$/.exec(arg)?.[1]).find((number) => number !== undefined);
    return flag === "-n" && short !== undefined ? Number(short) : undefined;
  }
  const value = args[index]?.slice(flag.length) || args[index + 1];
  return value === undefined ? undefined : Number(value);
}

async function contentOf(
  call: ProgramCall,
  name: string,
  take: (chunk: Buffer) => unknown,
): Promise<boolean> {
  const node = call.files.find(posix.resolve(call.cwd, name));
  if (node?.kind === "file") take(node.content);
  else if (name !== "/dev/null") {
    const why = node === undefined ? "No such file or directory" : "read error: Is a directory";
    call.stderr.write(`${call.name}: ${node === undefined ? `can't open '${name}'` : name}: ${why}\n`);
    return false;
  }
  return true;
}

/** Waits for a reader that is slow. */
export function written(stdout: Writable, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    stdout.write(chunk, () => resolve());
  });
}
