import { expect, test } from "vitest";
import { describeNewestEngine } from "./setup/each-engine.js";
import { soak } from "./soak/soak.js";

const SECONDS = Number(process.env.DOCKER_ENGINE_SDK_TEST_SOAK || 20);

describeNewestEngine("a process that does everything at once, again and again,", (engine) => {
  test(`is after ${SECONDS} s as it was at the start`, { timeout: (SECONDS + 120) * 1000 }, async () => {
    const { warm, end, left, faults, operations } = await soak(engine, SECONDS);
    expect(faults).toEqual([]);
    // Every kind of work was done, and most of it behind the warm-up.
    for (const [name, count] of Object.entries(operations)) expect(count, name).toBeGreaterThan(1);
    expect(end.operations).toBeGreaterThan(1.8 * warm.operations);

    expect(end.listeners).toEqual(warm.listeners);
    expect(end.handles).toEqual(warm.handles);
    expect(left).toEqual([]);
    // What Node keeps of the code that it has got to know takes a while to stop growing. One forgotten answer for each
    // operation would be far more.
    const allowed = 1.5 * MIB + 100 * (end.operations - warm.operations);
    expect(end.heap - warm.heap, "bytes that stay in use").toBeLessThan(allowed);
    expect(end.buffers - warm.buffers, "bytes in buffers").toBeLessThan(MIB);
    // Node gives pages back late or never: this is no measure of what is used, but of what piles up.
    expect(end.rss - warm.rss, "resident memory").toBeLessThan(32 * MIB);
  });
});

const MIB = 1024 * 1024;
