import { setTimeout as sleep } from "node:timers/promises";
import type { TestEngine } from "../setup/each-engine.js";
import { handles, sample } from "./sample.js";
import type { Soaked, SoakInput } from "./soak.js";
import { openWorkshop } from "./work.js";

/** A program that works, stands still to be measured, works on, is measured again, and ends. */
const [given = ""] = process.argv.slice(2);
const { engine, seconds, prefix }: SoakInput = JSON.parse(given);

const faults: string[] = [];
process.on("warning", (warning) => faults.push(`warning: ${warning}`));
process.on("unhandledRejection", (reason) => faults.push(`unhandled: ${reason}`));

const before = handles();
const shared = new AbortController();
const workshop = await openWorkshop(engine as TestEngine, prefix, shared.signal); // asks for no more than what JSON keeps
let operations = 0;
const counts: Record<string, number> = {};

/** A few at a time, as an application does; with pauses, so that whoever shares the machine can go on. */
async function work(until: number): Promise<void> {
  const names = Object.keys(workshop.works);
  let next = 0;
  const worker = async () => {
    // Each kind of work at least once, however slow the machine is.
    for (let turn = next++; performance.now() < until || turn < names.length; turn = next++) {
      const name = names[turn % names.length] ?? "";
      try {
        await workshop.works[name]?.(operations++);
      } catch (error) {
        if (faults.length < 20) faults.push(`${name}: ${error instanceof Error ? error.stack : error}`);
      }
      counts[name] = (counts[name] ?? 0) + 1;
      await sleep(100);
    }
  };
  await Promise.all(Array.from({ length: 3 }, worker));
}

try {
  const start = performance.now();
  await work(start + Math.min(30, seconds / 4) * 1000);
  const warm = await sample(operations, shared.signal);
  await work(start + seconds * 1000);
  const end = await sample(operations, shared.signal);
  await workshop.close();
  await sleep(100);
  const left = Object.entries(handles()).flatMap(([kind, count]) =>
    count > (before[kind] ?? 0) ? [`${count - (before[kind] ?? 0)} ${kind}`] : [],
  );
  const soaked: Soaked = { warm, end, left, faults, operations: counts };
  process.stdout.write(JSON.stringify(soaked));
} finally {
  await workshop.close();
}
