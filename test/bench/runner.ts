import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Workload } from "./workloads.js";

/** Runs the clients of a workload in turn, round by round, so that a slow minute of the machine hits all of them. */
export async function measure(workload: Workload): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const socketPath = join(folder, "daemon.sock");
  const server = startChild(["serve", workload.name, socketPath]);
  try {
    await firstLine(server);
    for (const shape of workload.shapes) {
      const results = new Map<string, Result[]>();
      for (let round = 0; round < workload.rounds; round++) {
        for (const { name } of workload.clients) {
          const child = startChild(["work", workload.name, socketPath, shape, name]);
          const result: Result = JSON.parse(await firstLine(child));
          results.set(name, [...(results.get(name) ?? []), result]);
        }
      }
      print(workload, shape, results);
    }
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Result {
  readonly amount: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

function startChild(args: readonly string[]): ChildProcess {
  const script = fileURLToPath(new URL("./child.ts", import.meta.url));
  return spawn(process.execPath, [...process.execArgv, script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (data) => {
      text += data;
      if (text.includes("\n")) resolve(text);
    });
    child.once("error", reject);
    child.once("close", (code) =>
      reject(new Error(`${child.spawnargs.slice(2).join(" ")} ended with ${code}`)),
    );
  });
}

function print(workload: Workload, shape: string, results: Map<string, Result[]>): void {
  console.log(`\n${workload.name}, ${shape} (medians of ${workload.rounds} runs)`);
  let baseline: number | undefined;
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, runs] of results) {
    const speed = median(runs.map(({ amount, seconds }) => amount / seconds));
    baseline ??= speed;
    const amount = median(runs.map((run) => run.amount));
    rows[name] = {
      [workload.unit]: amount.toFixed(0),
      ...((workload.timed ?? true) && {
        [`${workload.unit}/s`]: speed.toFixed(speed < 100 ? 1 : 0),
        ratio: `${((speed / baseline) * 100).toFixed(speed / baseline < 0.1 ? 1 : 0)} %`,
        [`CPU µs/${workload.unit}`]: (median(runs.map((run) => run.cpuSeconds / run.amount)) * 1e6).toFixed(
          1,
        ),
      }),
      "CPU s": median(runs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(2),
      "peak RSS MB": median(runs.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
    };
  }
  console.table(rows);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
