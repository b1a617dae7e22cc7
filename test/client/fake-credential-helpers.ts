import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

/** A user's home with stand-ins for credential helpers, which note how they were called. */
export interface HelperHome extends CliHome {
  readonly environment: NodeJS.ProcessEnv;
  readonly bin: string;
  /** Makes a `docker-credential-<name>` of a script, where `input` is what came on stdin and `verb` its argument. */
  helper(name: string, script: string): Promise<string>;
  /** Every call that was made, in order. */
  calls(): HelperCall[];
}

export interface HelperCall {
  readonly pid: number;
  readonly program: string;
  readonly args: string[];
  readonly input: string;
  readonly variable: string | null;
}

export async function createHelperHome(): Promise<HelperHome> {
  const home = await createCliHome();
  const bin = join(home.path, "bin");
  const log = join(home.path, "calls");
  await mkdir(bin);
  return {
    ...home,
    bin,
    environment: { HOME: home.path, PATH: bin, FOR_HELPERS: "passed on" },
    async helper(name, script) {
      const file = join(bin, `docker-credential-${name}`);
      await writeFile(
        file,
        `#!${process.execPath}\nconst log = ${JSON.stringify(log)};\n${prologue}${script}\n`,
      );
      await chmod(file, 0o755);
      return file;
    },
    calls: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as HelperCall)
        : [],
  };
}

/** Answers with what the object has for the address. */
export function answering(
  credentials: Readonly<Record<string, { Username: string; Secret: string }>>,
): string {
  return `
const known = ${JSON.stringify(credentials)};
if (verb === "list") console.log(JSON.stringify(Object.fromEntries(Object.entries(known).map(([k, v]) => [k, v.Username]))));
else if (known[input]) console.log(JSON.stringify({ ServerURL: input, ...known[input] }));
else { console.log("credentials not found in native keychain"); process.exit(1); }
`;
}

const prologue = `
const input = require("node:fs").readFileSync(0, "utf8");
const verb = process.argv[2];
require("node:fs").appendFileSync(log, JSON.stringify({
  pid: process.pid, program: process.argv[1], args: process.argv.slice(2), input, variable: process.env.FOR_HELPERS ?? null,
}) + "\\n");
`;
