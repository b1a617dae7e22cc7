/**
 * Moves one large archive and writes what that took. A process of its own, as the memory of one shows all that
 * has happened in it. The runner is measure.ts.
 */
import { rm, truncate, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { dockerFor } from "../docker-for.js";
import { archiveOf, imageArchive, layerDigest } from "./archives.js";
import type { Measured, Transfer } from "./measure.js";

const given: Transfer = JSON.parse(process.argv[2] ?? "");
const { container = "", image = "", file = "", size } = given;
await using docker = dockerFor(given.engine);
const { containers, images, system } = docker;

/** Of the same kind, and smaller: what a process keeps of its first transfer is there before it is measured. */
const WARM_UP = 128 * 1024 * 1024;
const NAPS = 20;
/** What was in use half-way. */
let held = 0;

const work = await prepare();
await sleep(200);
collectGarbage();
const before = process.memoryUsage();
let peak = before.rss;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
const start = performance.now();
const bytes = await work();
const seconds = (performance.now() - start) / 1000;
clearInterval(timer);
peak = Math.max(peak, process.memoryUsage.rss());
const measured: Measured = { bytes, seconds, growth: peak - before.rss, held };
process.stdout.write(JSON.stringify(measured));

/** Warms up, and gives what is to be measured. */
async function prepare(): Promise<() => Promise<number>> {
  switch (given.task) {
    case "putArchive":
      await put("small", WARM_UP);
      return () => put("big", size);
    case "getArchive":
      await drain(containers.getArchive(container, { path: "/big" }), WARM_UP);
      return () => drain(containers.getArchive(container, { path: "/big" }));
    case "export":
      await drain(containers.export(container), WARM_UP);
      return () => drain(containers.export(container));
    case "copyFrom":
      await docker.copyFrom(container, "/small", `${file}-small`);
      await rm(`${file}-small`);
      return async () => (await docker.copyFrom(container, "/big", file)).bytes;
    case "copyTo":
      await writeFile(`${file}-small`, "");
      await truncate(`${file}-small`, WARM_UP);
      await docker.copyTo(container, `${file}-small`, "/small");
      await rm(`${file}-small`);
      return async () => {
        await docker.copyTo(container, file, "/copied");
        return size;
      };
    case "load": {
      await load(`${image}-small`, await layerDigest(WARM_UP), WARM_UP);
      await images.remove(`${image}-small`);
      const digest = await layerDigest(size);
      return () => load(image, digest, size);
    }
    case "save":
      await drain(images.save(image), WARM_UP);
      return () => drain(images.save(image));
  }
}

async function put(name: string, size: number): Promise<number> {
  await containers.putArchive(container, observed(archiveOf(name, size)), { path: "/" });
  return size;
}

async function load(name: string, digest: string, size: number): Promise<number> {
  const { Arch = "" } = await system.version();
  const { labels = {} } = given;
  await images.load(observed(imageArchive({ name, size, digest, arch: Arch, labels })));
  return size;
}

/** Reads to the end, half-way very slowly: what is not read meanwhile must wait in the engine and not here. */
async function drain(pieces: AsyncIterable<Uint8Array>, atMost = Number.POSITIVE_INFINITY): Promise<number> {
  let bytes = 0;
  let naps = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes >= atMost) break;
    if (bytes < size / 2 || naps === NAPS) continue;
    await sleep(50);
    if (++naps === NAPS) look();
  }
  return bytes;
}

async function* observed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    if (bytes < size / 2 && bytes + piece.length >= size / 2) look();
    bytes += piece.length;
  }
}

function look(): void {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  held = heapUsed + external - before.heapUsed - before.external;
}

/** Twice: memory outside the heap is freed after what held it. */
function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("run this with --expose-gc");
  globalThis.gc();
  globalThis.gc();
}
