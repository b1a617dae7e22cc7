import { posix } from "node:path";
import { PassThrough } from "node:stream";
import { EndSignal, type ProgramCall } from "./program.js";
import { expandText, expandWord } from "./shell-expand.js";
import { type Command, parseScript, type Script, type Step, type Word } from "./shell-grammar.js";
import { shellWords } from "./shell-own-words.js";
import { collecting, redirected } from "./shell-redirects.js";
import { environment, Leave, type ShellState, type ShellStreams, subshell } from "./shell-state.js";

/** `sh -c SCRIPT [NAME ARGS…]`, `sh FILE`, or the script from stdin. */
export async function shell(call: ProgramCall): Promise<number> {
  const { args } = call;
  const flag = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  const file = args.find((arg) => !arg.startsWith("-"));
  if (flag >= 0) return await runShell(call, args[flag + 1] ?? "", args.slice(flag + 2));
  if (file === undefined) return await fromInput(call);
  const content = call.files.file(posix.resolve(call.cwd, file))?.content;
  if (content !== undefined)
    return await runShell(call, content.toString("utf8"), args.slice(args.indexOf(file)));
  call.stderr.write(`sh: can't open '${file}': No such file or directory\n`);
  return 2;
}

/** Line by line: what a line runs may read those behind it only with a terminal, which is how shells are used so. */
async function fromInput(call: ProgramCall): Promise<number> {
  const state = newState(call, ["sh"]);
  let text = "";
  for await (const chunk of call.stdin) {
    text += String(chunk);
    const end = text.lastIndexOf("\n");
    if (end < 0) continue;
    const code = await runText(state, call, text.slice(0, end));
    text = text.slice(end + 1);
    if (code instanceof Leave) return code.code;
  }
  const last = await runText(state, call, text);
  return last instanceof Leave ? last.code : state.status;
}

async function runShell(call: ProgramCall, script: string, positional: readonly string[]): Promise<number> {
  const state = newState(call, positional.length === 0 ? ["sh"] : positional);
  const left = await runText(state, call, script);
  const code = left instanceof Leave ? left.code : state.status;
  const atEnd = state.traps.get(0);
  if (atEnd === undefined) return code;
  state.traps.delete(0);
  const again = await runText(state, call, atEnd);
  return again instanceof Leave ? again.code : code;
}

function newState(call: ProgramCall, positional: readonly string[]): ShellState {
  return {
    call,
    variables: new Map(Object.entries(call.env)),
    exported: new Set(Object.keys(call.env)),
    positional,
    cwd: call.cwd,
    status: 0,
    traps: new Map(),
  };
}

/** Runs a text to its end, or to where it is left. A signal with a trap runs that. */
async function runText(state: ShellState, streams: ShellStreams, text: string): Promise<Leave | undefined> {
  try {
    await runScript(parseScript(text), state, streams);
    return undefined;
  } catch (error) {
    if (error instanceof Leave) return error;
    const trap = error instanceof EndSignal ? state.traps.get(error.number) : undefined;
    if (error instanceof EndSignal && trap !== undefined) {
      state.traps.delete(error.number);
      return await runText(state, streams, trap);
    }
    if (error instanceof EndSignal) throw error;
    streams.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return new Leave("exit", 2);
  }
}

async function runScript(script: Script, state: ShellState, streams: ShellStreams): Promise<void> {
  for (const step of script) {
    if (step.when === "and" && state.status !== 0) continue;
    if (step.when === "or" && state.status === 0) continue;
    if (step.background) {
      // Nobody waits for it, and it ends with the container.
      runStep(step, subshell(state), streams).catch(() => undefined);
      state.status = 0;
    } else await runStep(step, state, streams);
  }
}

async function runStep({ pipeline, not }: Step, state: ShellState, streams: ShellStreams): Promise<void> {
  const last = pipeline.length - 1;
  let { stdin } = streams;
  const running = pipeline.map((command, index) => {
    const pipe = index < last ? new PassThrough() : undefined;
    const own = { ...streams, stdin, stdout: pipe ?? streams.stdout };
    const source = stdin;
    if (pipe !== undefined) stdin = pipe;
    // Who writes to a pipe that nobody reads any more learns it by its being destroyed.
    pipe?.on("error", () => {});
    const inner = last === 0 ? state : subshell(state);
    return runCommand(command, inner, own)
      .catch((error: unknown) => {
        // Leaving a part of a pipeline leaves that part alone.
        if (last === 0 || !(error instanceof Leave)) throw error;
        inner.status = error.code;
      })
      .finally(() => {
        pipe?.end();
        if (index > 0) source.destroy();
      })
      .then(() => inner.status);
  });
  const codes = await Promise.all(running);
  const code = codes.at(-1) ?? 0;
  state.status = not ? Number(code === 0) : code;
}

async function runCommand(
  { what, redirects }: Command,
  state: ShellState,
  outer: ShellStreams,
): Promise<void> {
  const opened = await redirected(redirects, state, outer, (script) => substitute(script, state, outer));
  if (opened === undefined) return;
  const { streams, close } = opened;
  if ("words" in what && !("each" in what)) await runWords(what.words, state, streams);
  else if ("group" in what) await runGroup(what, state, streams);
  else if ("loop" in what) await runLoop(what, state, streams);
  else if ("each" in what) {
    for (const value of (await Promise.all(what.words.map((word) => expand(word, state, streams)))).flat()) {
      state.variables.set(what.each, value);
      if (await leavesLoop(what.body, state, streams)) break;
    }
  } else {
    for (const { test, body } of [...what.branches, { test: [], body: what.otherwise }]) {
      state.status = 0;
      await runScript(test, state, streams);
      if (state.status !== 0) continue;
      await runScript(body, state, streams);
      break;
    }
  }
  close();
}

async function runGroup(
  { group, subshell: isOwn }: { readonly group: Script; readonly subshell: boolean },
  state: ShellState,
  streams: ShellStreams,
): Promise<void> {
  if (!isOwn) return await runScript(group, state, streams);
  const inner = subshell(state);
  try {
    await runScript(group, inner, streams);
    state.status = inner.status;
  } catch (error) {
    if (!(error instanceof Leave)) throw error;
    state.status = error.code;
  }
}

async function runLoop(
  { loop, body, until }: { readonly loop: Script; readonly body: Script; readonly until: boolean },
  state: ShellState,
  streams: ShellStreams,
): Promise<void> {
  for (;;) {
    await runScript(loop, state, streams);
    if ((state.status === 0) === until || (await leavesLoop(body, state, streams))) break;
    // A loop without a pause must not keep everything else from running.
    await new Promise(setImmediate);
    state.call.signal.throwIfAborted();
  }
  state.status = 0;
}

async function leavesLoop(body: Script, state: ShellState, streams: ShellStreams): Promise<boolean> {
  try {
    await runScript(body, state, streams);
    return false;
  } catch (error) {
    if (!(error instanceof Leave) || error.how === "exit") throw error;
    return error.how === "break";
  }
}

async function runWords(words: readonly Word[], state: ShellState, streams: ShellStreams): Promise<void> {
  const assigned = words.findIndex((word) => assignmentOf(word) === undefined);
  const values: [string, string][] = [];
  for (const word of words.slice(0, assigned < 0 ? undefined : assigned)) {
    const { name, value } = assignmentOf(word) ?? { name: "", value: [] };
    values.push([name, await expandText(value, state, (script) => substitute(script, state, streams))]);
  }
  const argv: string[] = [];
  for (const word of assigned < 0 ? [] : words.slice(assigned))
    argv.push(...(await expand(word, state, streams)));
  const [name, ...args] = argv;
  if (name === undefined) {
    for (const [key, value] of values) state.variables.set(key, value);
    if (values.length > 0) state.status = 0;
    return;
  }
  const own = shellWords.get(name);
  const env = { ...environment(state), ...Object.fromEntries(values) };
  if (own === undefined) state.status = await state.call.run(argv, { ...streams, env, cwd: state.cwd });
  else
    state.status = await own({
      args,
      state,
      streams,
      evaluate: (script) => runScript(parseScript(script), state, streams),
    });
}

function expand(word: Word, state: ShellState, streams: ShellStreams): Promise<string[]> {
  return expandWord(word, state, (script) => substitute(script, state, streams));
}

async function substitute(script: string, state: ShellState, streams: ShellStreams): Promise<string> {
  const pieces: Buffer[] = [];
  const stdout = collecting(pieces);
  const inner = subshell(state);
  await runGroup({ group: parseScript(script), subshell: true }, inner, { ...streams, stdout });
  state.status = inner.status;
  return Buffer.concat(pieces).toString("utf8");
}

function assignmentOf([first, ...rest]: Word): { name: string; value: Word } | undefined {
  if (first === undefined || !("text" in first) || first.quoted) return undefined;
  const [all, name] = /^([A-Za-z_]\w*)=/.exec(first.text) ?? [];
  if (all === undefined || name === undefined) return undefined;
  return { name, value: [{ text: first.text.slice(all.length), quoted: true }, ...rest] };
}
