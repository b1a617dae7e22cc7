import type { FileTree } from "../files/file-tree.js";
import { fileCommands } from "./file-commands.js";
import type { Program } from "./program.js";
import { inputOf } from "./read-input.js";
import { shell } from "./shell.js";
import { signalNumber } from "./signals.js";
import { testCommand } from "./test-command.js";
import { textCommands, written } from "./text-commands.js";

const forever = 2 ** 31 - 1;

/** The programs that every image has. */
export const builtIn: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...textCommands,
  ...fileCommands,
  ["true", () => 0],
  ["false", () => 1],
  ["sh", shell],
  ["ash", shell],
  ["bash", shell],
  ["busybox", ({ args: [name = "sh", ...args], run }) => run([name, ...args])],
  ["test", testCommand],
  ["[", testCommand],
  [
    "sleep",
    async ({ args, sleep, stderr }) => {
      let milliseconds = 0;
      for (const arg of args) {
        const [, amount, unit = "s"] = /^(\d*\.?\d+)([smhd]?)$/.exec(arg) ?? [];
        if (amount === undefined && arg !== "inf" && arg !== "infinity") {
          stderr.write(`sleep: invalid number '${arg}'\n`);
          return 1;
        }
        const factor = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit || "s"] ?? 1000;
        milliseconds += amount === undefined ? forever : Number(amount) * factor;
      }
      await sleep(milliseconds);
      return 0;
    },
  ],
  [
    "env",
    async ({ args, env, stdout, run }) => {
      const first = args.findIndex((arg) => !arg.includes("="));
      const added = args
        .slice(0, first < 0 ? undefined : first)
        .map((arg) => arg.split(/=(.*)/s).slice(0, 2));
      const all = { ...env, ...Object.fromEntries(added) };
      if (first >= 0) return await run(args.slice(first), { env: all });
      for (const [name, value] of Object.entries(all)) stdout.write(`${name}=${value}\n`);
      return 0;
    },
  ],
  [
    "kill",
    ({ args, stderr, killFirst }) => {
      const number = signalNumber(args.find((arg) => /^-\w/.test(arg))?.slice(1) ?? "TERM");
      // A container's first process is the only one that has a known number here.
      if (args.at(-1) === "1" && number !== undefined) {
        killFirst(number);
        return 0;
      }
      stderr.write(`kill: can't kill pid ${args.at(-1)}: No such process\n`);
      return 1;
    },
  ],
  [
    "uname",
    ({ args, stdout, hostname }) => {
      const all = `Linux ${hostname} 6.1.0-test #1 SMP x86_64 GNU/Linux`;
      const part =
        { "-m": "x86_64", "-r": "6.1.0-test", "-n": hostname, "-a": all }[args[0] ?? ""] ?? "Linux";
      stdout.write(`${part}\n`);
    },
  ],
  ["hostname", ({ stdout, hostname }) => void stdout.write(`${hostname}\n`)],
  [
    "id",
    ({ args, stdout, user, files }) =>
      void stdout.write(args.includes("-u") ? `${uidOf(user, files)}\n` : `uid=${uidOf(user, files)}\n`),
  ],
  ["whoami", ({ stdout }) => void stdout.write("root\n")],
  ["date", ({ stdout }) => void stdout.write(`${new Date().toUTCString()}\n`)],
  [
    "stty",
    ({ args, stdout, stderr, terminal }) => {
      if (terminal === undefined) {
        stderr.write("stty: standard input: Not a tty\n");
        return 1;
      }
      if (args[0] === "size") stdout.write(`${terminal.height} ${terminal.width}\n`);
      return 0;
    },
  ],
  [
    "yes",
    async ({ args, stdout, signal }) => {
      const block = `${args.join(" ") || "y"}\n`.repeat(512);
      while (!stdout.destroyed && !stdout.writableEnded) {
        signal.throwIfAborted();
        await written(stdout, Buffer.from(block));
        await new Promise(setImmediate);
      }
      return 0;
    },
  ],
  [
    "tee",
    async ({ stdin, stdout, signal }) => {
      for await (const chunk of inputOf(stdin, signal)) stdout.write(chunk);
    },
  ],
]);

/** The number of a user that is given by number or name. */
function uidOf(user: string, files: FileTree): string {
  const [name = ""] = user.split(":");
  if (name === "" || /^\d+$/.test(name)) return name || "0";
  const known = files.file("/etc/passwd")?.content.toString("utf8").split("\n") ?? [];
  return known.find((line) => line.startsWith(`${name}:`))?.split(":")[2] ?? "0";
}
