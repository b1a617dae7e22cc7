import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestEngine } from "../setup/each-engine.js";
import type { Sample } from "./sample.js";

/** Does mixed work against an engine in a process of its own, and tells how that process was early on and at the end. */
export async function soak(engine: TestEngine, seconds: number): Promise<Soaked> {
  const given: SoakInput = { engine, seconds, prefix: engine.uniqueName("soak") };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      "--expose-gc",
      "--import",
      "tsx",
      fileURLToPath(new URL("child.ts", import.meta.url)),
      JSON.stringify(given),
    ],
    {
      cwd: fileURLToPath(new URL("../../..", import.meta.url)),
      timeout: (seconds + 100) * 1000,
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const soaked: Soaked = JSON.parse(stdout);
  if (stderr !== "") soaked.faults.push(`stderr: ${stderr}`);
  const { warm, end } = soaked;
  process.stdout.write(
    `soak of ${seconds} s: ${end.operations} operations, ${warm.operations} of them to warm up; ` +
      `RSS ${megabytes(warm.rss)} → ${megabytes(end.rss)}, heap ${megabytes(warm.heap)} → ${megabytes(end.heap)}, ` +
      `buffers ${megabytes(warm.buffers)} → ${megabytes(end.buffers)}, handles ${total(warm.handles)} → ${total(end.handles)}, ` +
      `listeners ${warm.listeners} → ${end.listeners}; ${JSON.stringify(soaked.operations)}\n`,
  );
  return soaked;
}

export interface SoakInput {
  /** What JSON keeps of it. */
  readonly engine: Omit<TestEngine, "uniqueName" | "since">;
  readonly seconds: number;
  /** What every name begins with. */
  readonly prefix: string;
}

export interface Soaked {
  /** When everything has been done a few times, and at the end. Nothing is under way at either moment. */
  readonly warm: Sample;
  readonly end: Sample;
  /** What still keeps the process alive when all clients are closed. */
  readonly left: readonly string[];
  /** Warnings, rejections that nobody handled, and work that went wrong. */
  readonly faults: string[];
  /** How often each kind of work was done. */
  readonly operations: Readonly<Record<string, number>>;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function total(handles: Readonly<Record<string, number>>): number {
  return Object.values(handles).reduce((sum, count) => sum + count, 0);
}
