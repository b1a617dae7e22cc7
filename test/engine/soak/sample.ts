import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** What a process holds while nothing is under way. */
export interface Sample {
  readonly operations: number;
  readonly rss: number;
  readonly heap: number;
  readonly buffers: number;
  /** What keeps the process alive, or would: how many of each kind. */
  readonly handles: Readonly<Record<string, number>>;
  /** On the process and on a signal that all calls share. */
  readonly listeners: number;
}

/** To be taken while nothing is under way. Connections that are kept for the next call are closed by their age first. */
export async function sample(operations: number, shared: AbortSignal): Promise<Sample> {
  await sleep(KEPT);
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    // What is finalized between two collections is gone behind the next one.
    await sleep(20);
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    operations,
    rss,
    heap: heapUsed,
    buffers: arrayBuffers,
    handles: handles(),
    listeners: listenersOf(shared),
  };
}

/** undici closes a connection that has been idle for four seconds. */
const KEPT = 5000;

export function handles(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo().toSorted()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function listenersOf(shared: AbortSignal): number {
  const ofProcess = process.eventNames().map((name) => process.listenerCount(name));
  return ofProcess.reduce((sum, count) => sum + count, getEventListeners(shared, "abort").length);
}
