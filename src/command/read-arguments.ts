import { parseArgs } from "node:util";
import type { DockerOptions } from "../client/options.js";
import { InvalidArgumentError } from "../errors.js";
import { tlsOptions } from "./tls-flags.js";

/**
 * Reads the command line. The options that say which engine are named as the docker CLI names them.
 * @throws InvalidArgumentError
 */
export async function readArguments(argv: readonly string[]): Promise<Arguments> {
  const { values, positionals } = parse(argv);
  const { host, context, "api-version": apiVersion } = values;
  if (values.help) return { command: { name: "help" }, options: {} };
  if (values.version) return { command: { name: "version" }, options: {} };
  const command = commandOf(positionals, values);
  if (command.name === "help") return { command, options: {} };
  const tls = await tlsOptions(values, process.env);
  return { command, options: { host, context, apiVersion, ...(tls && { tls }) } };
}

export interface Arguments {
  readonly command: Command;
  readonly options: DockerOptions;
}

export type Command =
  | { readonly name: "help" | "version" }
  | { readonly name: "repl"; readonly table: boolean }
  | { readonly name: "evaluate"; readonly code: string; readonly table: boolean }
  | { readonly name: "diagnose"; readonly json: boolean };

const known = {
  host: { type: "string", short: "H" },
  context: { type: "string", short: "c" },
  "api-version": { type: "string" },
  tls: { type: "boolean" },
  tlsverify: { type: "boolean" },
  tlscacert: { type: "string" },
  tlscert: { type: "string" },
  tlskey: { type: "string" },
  eval: { type: "string", short: "e" },
  table: { type: "boolean" },
  json: { type: "boolean" },
  version: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true });
  } catch (error) {
    // Node's own sentences quote the option, never its value. Some stand on several lines.
    const [sentence = ""] = (error instanceof Error ? error.message : "").split(/\.\s/);
    throw wrong(sentence);
  }
}

function commandOf(
  [first, ...rest]: readonly string[],
  { eval: code, table = false, json = false }: { eval?: string; table?: boolean; json?: boolean },
): Command {
  if (rest.length > 0) throw wrong(`"${rest[0]}" is one word too many`);
  if (first === "help") return { name: "help" };
  if (first !== undefined && first !== "diagnose") throw wrong(`"${first}" is no command`);
  if (first !== undefined && code !== undefined) throw wrong("-e stands alone, without a command");
  if (json && first === undefined) throw wrong("--json is for diagnose; -e prints JSON by itself");
  if (table && first !== undefined) throw wrong("--table is for -e");
  if (first !== undefined) return { name: "diagnose", json };
  return code === undefined ? { name: "repl", table } : { name: "evaluate", code, table };
}

function wrong(what: string): InvalidArgumentError {
  return new InvalidArgumentError(`${what}. Ask docker-engine-sdk --help.`);
}
