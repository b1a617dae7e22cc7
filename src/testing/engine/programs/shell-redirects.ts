import { posix } from "node:path";
import { Readable, Writable } from "node:stream";
import { expandText, type Substitute } from "./shell-expand.js";
import type { Redirect } from "./shell-grammar.js";
import type { ShellState, ShellStreams } from "./shell-state.js";

/** The streams of a command with its redirections; undefined where one of them fails, which is then the command's failure. */
export async function redirected(
  redirects: readonly Redirect[],
  state: ShellState,
  outer: ShellStreams,
  substitute: Substitute,
): Promise<{ streams: ShellStreams; close: () => void } | undefined> {
  let streams = outer;
  const closing: (() => void)[] = [];
  for (const { sign, target } of redirects) {
    const from = /^2/.test(sign) ? "stderr" : "stdout";
    if (target === undefined) {
      streams = { ...streams, [from]: sign.endsWith("2") ? streams.stderr : streams.stdout };
      continue;
    }
    const name = await expandText(target, state, substitute);
    const path = posix.resolve(state.cwd, name);
    if (sign === "<") {
      const content = name === "/dev/null" ? Buffer.alloc(0) : state.call.files.file(path)?.content;
      if (content === undefined) return failed(state, streams, `can't open ${name}: no such file`);
      streams = { ...streams, stdin: Readable.from(content.length === 0 ? [] : [content]) };
      continue;
    }
    const old = sign.endsWith(">>")
      ? (state.call.files.file(path)?.content ?? Buffer.alloc(0))
      : Buffer.alloc(0);
    const pieces = [old];
    const write = () => name === "/dev/null" || state.call.files.write(path, Buffer.concat(pieces));
    if (!write()) return failed(state, streams, `can't create ${name}: nonexistent directory`);
    closing.push(write);
    streams = { ...streams, [from]: special(name, streams) ?? collecting(pieces) };
  }
  return {
    streams,
    close: () => {
      for (const write of closing) write();
    },
  };
}

function special(name: string, streams: ShellStreams): Writable | undefined {
  if (name === "/dev/stdout") return streams.stdout;
  return name === "/dev/stderr" ? streams.stderr : undefined;
}

function failed(state: ShellState, { stderr }: ShellStreams, why: string): undefined {
  stderr.write(`sh: ${why}\n`);
  state.status = 1;
  return undefined;
}

/** Keeps what is written. */
export function collecting(pieces: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      pieces.push(chunk);
      done();
    },
  });
}
