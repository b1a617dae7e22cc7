import { join } from "node:path";
import { install } from "./consumer.js";
import type { Report } from "./report.js";
import { run } from "./run.js";
import { checkStory, type StoryEngine } from "./story.js";

const { platform, arch } = process;

/** Programs that the npm registry has as plain files, so that none of them needs a script to be installed. */
const runtimes: readonly Runtime[] = [
  ...[20, 22, 24].map((major) => ({
    name: `Node ${major}`,
    folder: `node-${major}`,
    source: `npm:node-${platform}-${arch}@${major}`,
    program: "bin/node",
    version: ["--version"],
    args: [],
  })),
  {
    name: "Bun",
    folder: "bun",
    source: `npm:@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}@1`,
    program: "bin/bun",
    version: ["--version"],
    args: ["run"],
  },
  {
    name: "Deno",
    folder: "deno",
    source: `npm:@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}@2`,
    program: "deno",
    version: ["--version"],
    args: ["run", "--allow-all", "--no-remote"],
  },
];

interface Runtime {
  readonly name: string;
  readonly folder: string;
  readonly source: string;
  readonly program: string;
  readonly version: readonly string[];
  readonly args: readonly string[];
}

/** The story on every runtime, as an ES module and as CommonJS, and every entry of the package. */
export async function checkRuntimes(
  report: Report,
  { workplace, consumer, engine }: { workplace: string; consumer: string; engine: StoryEngine },
): Promise<void> {
  const home = await install(
    workplace,
    "runtimes",
    runtimes.map(({ folder, source }) => `${folder}@${source}`),
  );
  for (const { name, folder, program, version, args } of runtimes) {
    const path = join(home, "node_modules", folder, program);
    const { stdout } = await run(path, version);
    const [words = ""] = stdout.split("\n");
    const title = `${name} (${words.replace(/^(v|deno )| \(.*/g, "")})`;
    for (const file of ["run.mjs", "run.cjs"]) {
      await report.check(`${title}, ${file}`, () => checkStory(path, [...args, file], consumer, engine));
    }
    await report.check(`${title}, all entries`, async () => {
      await run(path, [...args, "entries.mjs"], { cwd: consumer });
    });
  }
}
