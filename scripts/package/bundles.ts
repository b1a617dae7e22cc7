import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "./report.js";
import { run } from "./run.js";
import { checkStory, type StoryEngine } from "./story.js";

interface Order {
  readonly workplace: string;
  readonly consumer: string;
  readonly engine: StoryEngine;
  readonly esbuild: string;
}

/** One file that holds the consumer's program, the package and its dependencies, run where there is nothing else. */
export async function checkBundles(report: Report, order: Order): Promise<void> {
  const folder = join(order.workplace, "bundles");
  await mkdir(folder);
  for (const { format, file, more } of bundles) {
    await report.check(`esbuild, one file, ${format}`, async () => {
      const flags = ["--bundle", "--platform=node", "--log-level=warning", `--format=${format}`, ...more];
      await run(order.esbuild, ["run.mjs", `--outfile=${join(folder, file)}`, ...flags], {
        cwd: order.consumer,
      });
      await checkStory(process.execPath, [file], folder, order.engine);
      return `${Math.round((await stat(join(folder, file))).size / 1000)} kB`;
    });
  }
}

const bundles = [
  { format: "cjs", file: "bundle.cjs", more: [] },
  {
    format: "esm",
    file: "bundle.mjs",
    // undici is CommonJS and requires parts of Node, which a module made by esbuild cannot without this.
    more: [
      `--banner:js=import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    ],
  },
];
