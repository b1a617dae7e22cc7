import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import type { Platform } from "../../../src/connector/projection/platform.js";

/** Describes a shim. Without Python its tests are skipped, or fail where everything has to be there (CI=true). */
export function describeShim(subject: string, body: () => void): void {
  if (hasPython) describe(subject, body);
  else if (process.env.CI) {
    test(subject, () => {
      throw new Error("python3 is needed to test the shims, and is not there.");
    });
  } else test.skip(`${subject}: python3 is not there`, () => {});
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** Runs a shim among stand-ins of its platform, in a folder of its own that goes away. */
export async function runShim(platform: Platform, run: object, command: Command): Promise<ShimRun> {
  const folder = await mkdtemp(join(tmpdir(), "shim-"));
  const [temporary, vault, work] = ["tmp", "vault", "work"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]; // three for three
  try {
    for (const name of [temporary, vault, work]) await mkdir(name);
    const [saw, fake] = [join(folder, "saw.json"), join(folder, "fake.json")];
    if (typeof command !== "string") await writeFile(fake, JSON.stringify(command));
    const output = await python(platform, JSON.stringify(run), work, {
      PATH: process.env.PATH,
      PYTHONPATH: here("stand-ins"),
      PYTHONDONTWRITEBYTECODE: "1",
      TMPDIR: temporary,
      STAND_IN_TMP: temporary,
      STAND_IN_VAULT: vault,
      FAKE_COMMAND_SAW: saw,
      DOCKER_ENGINE_SDK_BIN: typeof command === "string" ? command : fakeCommand,
      FAKE_COMMAND: fake,
    });
    const seen = await readFile(saw, "utf8").catch(() => "{}"); // a command that never read leaves none
    const { args, request } = JSON.parse(seen) as { args?: string[]; request?: string };
    return {
      outcome: JSON.parse(output) as Outcome,
      args,
      line: request,
      request: request === undefined ? undefined : (JSON.parse(request) as Record<string, unknown>),
      left: await readdir(temporary),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A command to run as it is; or what a fake one answers. */
export type Command =
  | string
  | {
      readonly answer?: unknown;
      /** Lines of stderr. */
      readonly log?: readonly string[];
      readonly code?: number;
      readonly reads?: boolean;
      /** Is written to the folder for results; `{output}` in the answer is that folder. */
      readonly file?: { readonly name: string; readonly text: string };
    };

export interface ShimRun {
  /** What the platform was told. */
  readonly outcome: Outcome;
  readonly args: readonly string[] | undefined;
  /** What the command got on stdin. */
  readonly line: string | undefined;
  readonly request: Record<string, unknown> | undefined;
  /** The names that are left in the temporary folder. */
  readonly left: readonly string[];
}

type Outcome = Readonly<Record<string, unknown>>;

/** The command as it runs from the sources; or a built one, where the environment names it. */
export const realCommand =
  process.env.DOCKER_ENGINE_SDK_BIN ??
  `"${process.execPath}" --import "${import.meta.resolve("tsx")}" "${here("command-from-source.ts")}"`;

const fakeCommand = `"${process.execPath}" "${here("fake-command.mjs")}"`;

const shims: Readonly<Record<Platform, string>> = {
  splunk: "splunk_connector.py",
  fortisoar: "fortisoar_connector.py",
  xsoar: "xsoar_integration.py",
};

/** The file of a shim, as users copy it. */
export function shimPath(platform: Platform): string {
  return here(`../../../docs/connectors/shims/${shims[platform]}`);
}

function python(platform: Platform, input: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "python3",
      ["-B", here(`stand-ins/run_${platform}.py`), shimPath(platform)],
      { cwd, env, timeout: 30_000 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${error.message}\n${stderr}`));
        else resolve(stdout);
      },
    );
    child.stdin?.end(input);
  });
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
