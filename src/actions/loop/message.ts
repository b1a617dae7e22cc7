/**
 * A line of a loop's stdout as what it means. A script that writes to stdout by itself may leave a line open, and then the next
 * message comes at the end of it: what stands before is noise.
 */
export function readLine(line: string): { message?: LoopMessage | undefined; noise?: string } {
  const message = readMessage(line);
  if (message) return { message };
  const begin = line.search(/\{\s*"type"\s*:/);
  const behind = begin > 0 ? readMessage(line.slice(begin)) : undefined;
  return behind ? { message: behind, noise: line.slice(0, begin) } : { noise: line };
}

/** Undefined where it is none of the protocol's messages. */
export function readMessage(line: string): LoopMessage | undefined {
  const message = objectOf(line);
  if (message === undefined || typeof message.type !== "string") return undefined;
  const { type, command } = message;
  switch (type) {
    case "pong":
    case "completed":
      return { kind: type };
    case "entryLog":
      return {
        kind: "log",
        entry: { level: "entry", message: textOf(argsOf(message).message) },
        waits: false,
      };
    case "log":
      return { kind: "log", entry: { level: levelOf(command), message: wordsOf(message) }, waits: true };
    case "result":
      return { kind: "result", results: listOf(message.results) };
    case "exception":
      // With a command it is one that the script has caught and tells of, and then it waits to go on.
      return { kind: "exception", text: exceptionText(message.args), waits: command !== undefined };
    default:
      return { kind: "call", call: message as ScriptCall, known: callTypes.has(type) }; // its type is a text, seen just here
  }
}

export type LoopMessage =
  | { readonly kind: "pong" | "completed" }
  /** `waits`: the script goes on when it has an answer. */
  | { readonly kind: "log"; readonly entry: ScriptLog; readonly waits: boolean }
  | { readonly kind: "result"; readonly results: readonly unknown[] }
  | { readonly kind: "exception"; readonly text: string; readonly waits: boolean }
  | { readonly kind: "call"; readonly call: ScriptCall; readonly known: boolean };

/** What a script said for people to read. `entry`: with its print or as an entry; else by the level it chose. */
export interface ScriptLog {
  readonly level: "entry" | "info" | "error" | "debug";
  readonly message: string;
}

/** What a script asks of the world outside, and waits for: its `type` says which of the other members there are. */
export interface ScriptCall {
  /** Such as `executeCommand`, `execute`, `getFileByEntryID`, `setContext`, `dt`. */
  readonly type: string;
  readonly command?: unknown;
  readonly module?: unknown;
  readonly args?: unknown;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly [member: string]: unknown;
}

const callTypes: ReadonlySet<string> = new Set([
  "executeCommand",
  "execute",
  "getFileByEntryID",
  "demistoUrls",
  "getAllModulesSupportedCmds",
  "getAllModules",
  "setContext",
  "dt",
]);

function objectOf(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/.test(line)) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>; // JSON that begins so is an object
  } catch {
    // Whatever a child process of the script writes is no message.
    return undefined;
  }
}

function argsOf({ args }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof args === "object" && args !== null ? (args as Record<string, unknown>) : {}; // seen just here
}

function levelOf(command: unknown): ScriptLog["level"] {
  return command === "error" || command === "debug" ? command : "info";
}

function wordsOf(message: Readonly<Record<string, unknown>>): string {
  return listOf(argsOf(message).args).map(textOf).join(" ");
}

function exceptionText(args: unknown): string {
  const { exception = args } = argsOf({ args });
  // The lines of a traceback, which mostly bring their line ends.
  return listOf(exception)
    .map((line) => textOf(line).replace(/\n$/, ""))
    .join("\n");
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
