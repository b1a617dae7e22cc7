import { posix } from "node:path";
import { newFile } from "../files/file-node.js";
import type { Program, ProgramCall } from "./program.js";

/** Commands that look at files or change them. */
export const fileCommands: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["ls", list],
  ["mkdir", makeFolders],
  [
    "touch",
    (call) =>
      eachPath(call, (path, { files }) => files.find(path) !== undefined || files.put(path, newFile(""))),
  ],
  ["rm", remove],
  ["cp", (call) => copy(call, false)],
  ["mv", (call) => copy(call, true)],
  ["chmod", ({ args, files, cwd }) => changeMode(args, files, cwd)],
  ["which", which],
]);

function list({ args, files, cwd, stdout, stderr }: ProgramCall): number {
  const names = args.filter((arg) => !arg.startsWith("-"));
  let code = 0;
  for (const name of names.length === 0 ? ["."] : names) {
    const node = files.find(posix.resolve(cwd, name));
    if (node === undefined) {
      stderr.write(`ls: ${name}: No such file or directory\n`);
      code = 1;
    } else if (node.kind !== "folder") stdout.write(`${name}\n`);
    else
      for (const entry of [...node.entries.keys()].sort())
        if (!entry.startsWith(".") || args.some((arg) => /^-\w*[aA]/.test(arg))) stdout.write(`${entry}\n`);
  }
  return code;
}

function makeFolders(call: ProgramCall): number {
  const { args, files } = call;
  return eachPath(call, (path) => {
    const isForced = args.includes("-p");
    if (!isForced && (files.find(path) !== undefined || files.folder(posix.dirname(path)) === undefined))
      return false;
    files.makeFolder(path);
    return true;
  });
}

function remove(call: ProgramCall): number {
  const { args, files } = call;
  const isForced = args.some((arg) => /^-\w*f/.test(arg));
  return eachPath(call, (path) => {
    const node = files.find(path, false);
    if (node === undefined) return isForced;
    if (node.kind === "folder" && !args.some((arg) => /^-\w*[rR]/.test(arg))) return false;
    files.remove(path);
    return true;
  });
}

function copy({ args, files, cwd, stderr, name }: ProgramCall, isMove: boolean): number {
  const [from = "", to = ""] = args
    .filter((arg) => !arg.startsWith("-"))
    .map((arg) => posix.resolve(cwd, arg));
  const node = files.find(from);
  const target = files.folder(to) === undefined ? to : posix.join(to, posix.basename(from));
  if (node === undefined || !files.put(target, node)) {
    stderr.write(`${name}: can't stat '${args[0]}': No such file or directory\n`);
    return 1;
  }
  if (isMove) files.remove(from);
  return 0;
}

function changeMode(args: readonly string[], files: ProgramCall["files"], cwd: string): number {
  const [mode = "", ...names] = args;
  for (const name of names) {
    const path = posix.resolve(cwd, name);
    const node = files.find(path);
    if (node === undefined) return 1;
    if (node.kind === "link") continue;
    const bits = /^[0-7]+$/.test(mode)
      ? Number.parseInt(mode, 8)
      : mode.endsWith("x")
        ? node.mode | 0o111
        : node.mode;
    files.put(path, { ...node, mode: bits });
  }
  return 0;
}

function which({ args, files, stdout }: ProgramCall): number {
  const [name = ""] = args;
  if (files.find(`/bin/${name}`) === undefined) return 1;
  stdout.write(`/bin/${name}\n`);
  return 0;
}

function eachPath(call: ProgramCall, act: (path: string, call: ProgramCall) => boolean): number {
  let code = 0;
  for (const name of call.args.filter((arg) => !arg.startsWith("-"))) {
    if (act(posix.resolve(call.cwd, name), call)) continue;
    call.stderr.write(`${call.name}: '${name}': No such file or directory\n`);
    code = 1;
  }
  return code;
}
