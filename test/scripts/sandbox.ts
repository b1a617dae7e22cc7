import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of parts of this checkout, in which a script may do what it wants. */
export function copyOf(...parts: string[]): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "docker-engine-sdk-"));
  for (const part of ["package.json", ...parts]) {
    mkdirSync(join(folder, part, ".."), { recursive: true });
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    run: (script, ...words) => run(folder, script, words),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export interface Sandbox {
  readonly folder: string;
  run(script: string, ...words: string[]): Promise<{ code: number; stdout: string; stderr: string }>;
  remove(): void;
}

async function run(cwd: string, script: string, words: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...words], { cwd, timeout: 60_000 });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const [code] = await once(child, "close");
  return { code: Number(code), ...output };
}
