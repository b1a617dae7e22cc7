import type { REPLServer } from "node:repl";
import { Script } from "node:vm";
import { Job } from "../streams/job.js";
import type { Interrupts } from "./interrupts.js";
import type { Print } from "./print.js";

/**
 * Awaits what a line gives, so that `docker.containers.list()` shows the containers and not a promise, and shows the
 * progress of a job meanwhile. Ctrl-C ends the waiting and whatever the line has opened, and leaves the prompt.
 */
export function awaitResults(server: REPLServer, { interrupts, print }: AwaitOptions): void {
  const evaluate = server.eval;
  server.on("SIGINT", () => interrupts.fire()); // of a line that Node itself awaits
  const awaiting: typeof evaluate = function (this: REPLServer, code, context, file, done) {
    interrupts.clear();
    evaluate.call(this, asExpression(code), context, file, (error, value) => {
      if (error !== null || !isThenable(value)) return done(error, value);
      const result = value instanceof Job ? print(value) : value;
      untilInterrupt(server, interrupts, result).then(
        (value) => done(null, value),
        (error: unknown) => done(error as Error, undefined), // what a line throws need not be one
      );
    });
  };
  Object.defineProperty(server, "eval", { value: awaiting, writable: true, configurable: true });
}

export interface AwaitOptions {
  readonly interrupts: Interrupts;
  readonly print: Print;
}

/**
 * An expression with `await` becomes one that gives a promise, which we await: Node's own way reports each Ctrl-C as an error.
 * Declarations stay with Node, which keeps what they declare.
 */
function asExpression(code: string): string {
  if (!/\bawait\b/.test(code)) return code;
  const wrapped = `(async () => (${code.trim().replace(/;$/, "")}\n))()\n`;
  try {
    new Script(wrapped);
    return wrapped;
  } catch {
    // A statement, or not complete yet.
    return code;
  }
}

/** In the terminal's own mode: what is typed waits for the prompt, and Ctrl-C is a signal, for actions that listen to it too. */
async function untilInterrupt(
  server: REPLServer,
  interrupts: Interrupts,
  value: PromiseLike<unknown>,
): Promise<unknown> {
  const input = server.input as Partial<NodeJS.ReadStream>; // a terminal, or what a test has in its place
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = () => {
      interrupts.fire();
      // Below the ^C that the terminal writes by itself.
      server.output.write("\n");
      setTimeout(resolve, PATIENCE).unref();
    };
  });
  process.on("SIGINT", stop);
  input.setRawMode?.(false);
  server.pause();
  // Nothing else might hold the process: the input is paused, and what is awaited may never come.
  const hold = setInterval(() => {}, 60_000);
  try {
    return await Promise.race([value, stopped]);
  } finally {
    clearInterval(hold);
    process.off("SIGINT", stop);
    input.setRawMode?.(true);
    server.resume();
  }
}

/** Milliseconds for what is awaited to end by itself after Ctrl-C. */
const PATIENCE = 300;

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
