import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { folderWith } from "../archive/folder.js";
import { dockerFor } from "./docker-for.js";
import { measure, type Transfer } from "./large-archives/measure.js";
import { describeEngines } from "./setup/each-engine.js";

const SIZE = 1_000_000_000;
/** 40 MB of it is what a bare socket costs, with no client at all: so much garbage Node gathers before it throws it away. */
const GROWTH = 64 * 1024 ** 2;
/** The connection keeps back 1 MiB, Node and the parser a few pieces of 64 KiB. */
const HELD = 8 * 1024 ** 2;

// It takes time and disk, and all engines move bytes in the same way.
const chosen = inject("engines")
  .toSorted((a, b) => minor(a.apiVersion) - minor(b.apiVersion))
  .at(-1)?.name;

describeEngines("a gigabyte", (engine) => {
  describe.skipIf(engine.name !== chosen)("moves in flat memory, on the newest of the engines", () => {
    const docker = dockerFor(engine);
    afterAll(() => docker.close());

    const flat = async (transfer: Omit<Transfer, "engine" | "size">) => {
      const { bytes, growth, held } = await measure({ engine, size: SIZE, ...transfer });
      expect(bytes).toBeGreaterThanOrEqual(SIZE);
      expect(growth, `the growth of ${transfer.task}`).toBeLessThan(GROWTH);
      expect(held, `what ${transfer.task} held`).toBeLessThan(HELD);
    };

    test("into a container and out of it", { timeout: 240_000 }, async () => {
      const { Id: container } = await docker.containers.create({
        Image: engine.image,
        Cmd: ["true"],
        Labels: engine.labels,
      });
      try {
        const file = join(folderWith(), "big");
        await flat({ task: "putArchive", container });
        await flat({ task: "getArchive", container });
        await flat({ task: "export", container });
        await flat({ task: "copyFrom", container, file });
        await flat({ task: "copyTo", container, file });
      } finally {
        await docker.containers.remove(container, { force: true });
      }
    });

    test("as an image", { timeout: 240_000 }, async () => {
      const image = `${engine.uniqueName("large")}:1`;
      try {
        await flat({ task: "load", image, labels: engine.labels });
        await flat({ task: "save", image });
      } finally {
        await docker.images.remove(image);
      }
    });
  });
});

function minor(version: string): number {
  return Number(version.split(".")[1]);
}
