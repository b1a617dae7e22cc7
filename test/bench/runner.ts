import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, median, roundsOf, type Section } from "./section.js";
import type { Workload } from "./workload.js";

/** Runs the clients of a workload in turn, round by round, so that a slow minute of the machine hits all of them. */
export async function measureWorkload(workload: Workload): Promise<Section[]> {
  const engine = workload.needsEngine ? engineSocket() : undefined;
  if (workload.needsEngine && engine === undefined) return [skipped(workload)];
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const socketPath = engine ?? join(folder, "daemon.sock");
  const server = startChild(["serve", workload.name, socketPath]);
  const ended = once(server, "close");
  const sections: Section[] = [];
  try {
    await firstLine(server);
    for (const shape of workload.shapes) {
      const able = workload.clients.filter(({ shapes }) => shapes?.includes(shape) ?? true);
      const results = new Map<string, Result[]>(able.map(({ name }) => [name, []]));
      for (let round = 0; round < roundsOf(workload.rounds); round++) {
        for (const [name, runs] of results) {
          const child = startChild(["work", workload.name, socketPath, shape, name]);
          runs.push(JSON.parse(await firstLine(child)));
        }
      }
      sections.push(toSection(workload, shape, results));
    }
  } finally {
    server.stdin?.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
  return sections;
}

interface Result {
  readonly amount: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

function engineSocket(): string | undefined {
  return /^unix:\/\/(.+)$/.exec(process.env.DOCKER_HOST ?? "")?.[1];
}

function skipped({ name }: Workload): Section {
  const about = "Skipped: it takes a real engine, and DOCKER_HOST names no unix socket of one.";
  console.log(`\n${name}: ${about}`);
  return { title: name, about, columns: [], rows: [] };
}

function startChild(args: readonly string[]): ChildProcess {
  const script = fileURLToPath(new URL("./child.ts", import.meta.url));
  return spawn(process.execPath, [...process.execArgv, script, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
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

function toSection(workload: Workload, shape: string, results: Map<string, Result[]>): Section {
  const { unit, about, timed = true } = workload;
  const rows: string[][] = [];
  const bars: { client: string; times: number }[] = [];
  let floor: { readonly time: number; readonly cpu: number } | undefined;
  for (const [client, runs] of results) {
    const time = median(runs.map(({ amount, seconds }) => seconds / amount));
    const cpu = median(runs.map(({ amount, cpuSeconds }) => cpuSeconds / amount));
    floor ??= { time, cpu };
    const times = time / floor.time;
    const memory = median(runs.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0);
    const amount = figure(median(runs.map((run) => run.amount)));
    rows.push(
      timed
        ? [
            client,
            figure(1 / time),
            figure(time * 1e6),
            `× ${times.toFixed(2)}`,
            `${figure(100 / times)} %`,
            figure(cpu * 1e6),
            `× ${(cpu / floor.cpu).toFixed(2)}`,
            memory,
          ]
        : [client, amount, memory],
    );
    if (timed && !workload.clients.find(({ name }) => name === client)?.aside) bars.push({ client, times });
  }
  return {
    title: `${workload.name}: ${shape}`,
    about,
    columns: timed
      ? ["client", `${unit}/s`, `µs/${unit}`, "time", "speed", `CPU µs/${unit}`, "CPU", "peak RSS MB"]
      : ["client", unit, "peak RSS MB"],
    rows,
    ...(timed && { bars }),
  };
}
