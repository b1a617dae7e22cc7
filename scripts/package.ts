/**
 * `npm run package`: packs the package and tries it as its users do, in temporary folders outside of this checkout: JavaScript and
 * TypeScript of every kind, bundled, and on other runtimes, each against an engine (DOCKER_HOST with a unix socket, else a fake).
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkBundles } from "./package/bundles.js";
import { install, installPackage } from "./package/consumer.js";
import { checkContents } from "./package/contents.js";
import { checkNotice } from "./package/notice.js";
import { Report } from "./package/report.js";
import { run } from "./package/run.js";
import { checkRuntimes } from "./package/runtimes.js";
import { checkStory, type StoryEngine, storyEngine } from "./package/story.js";
import { checkTypes } from "./package/types.js";

const USAGE = `npm run package [-- OPTIONS]

  --quick          without the other runtimes and the other releases of TypeScript
  --no-build       packs dist/ as it is
  --tarball FILE   takes this package instead of packing one
`;
const root = resolve(import.meta.dirname, "..");
/** Of those that look at the package; they are no dependencies of this project. */
const tools = { attw: "@arethetypeswrong/cli@0.18.5", esbuild: "esbuild@0.28.2" };

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean" },
      "no-build": { type: "boolean" },
      tarball: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const workplace = await mkdtemp(join(tmpdir(), "docker-engine-sdk-package-"));
  try {
    const tarball =
      values.tarball === undefined ? await pack(workplace, !values["no-build"]) : resolve(values.tarball);
    await using engine = await storyEngine(workplace);
    return await checkAll({ workplace, tarball, engine, quick: values.quick ?? false });
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

async function pack(workplace: string, build: boolean): Promise<string> {
  if (build) await run("npm", ["run", "build"], { cwd: root, timeout: 300_000 });
  const { stdout } = await run(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", workplace],
    { cwd: root },
  );
  return join(workplace, stdout.trim());
}

interface Order {
  readonly workplace: string;
  readonly tarball: string;
  readonly engine: StoryEngine;
  readonly quick: boolean;
}

async function checkAll({ workplace, tarball, engine, quick }: Order): Promise<number> {
  const report = new Report();
  console.log(`${tarball}\nagainst ${engine.name}\n`);
  const consumer = await installPackage(workplace, "consumer", tarball);
  await checkContents(report, consumer);

  for (const file of ["run.mjs", "run.cjs"]) {
    await report.check(`Node ${process.versions.node}, ${file}`, () =>
      checkStory(process.execPath, [file], consumer, engine),
    );
  }
  await checkTypes(report, { workplace, tarball, quick });

  const toolbox = await install(workplace, "tools", Object.values(tools));
  const bin = (name: string) => join(toolbox, "node_modules", ".bin", name);
  await report.check("publint", async () => {
    await run(join(root, "node_modules", ".bin", "publint"), ["run", tarball, "--strict"]);
  });
  await report.check("are the types wrong?", async () => {
    await run(bin("attw"), [tarball, "--no-emoji", "--no-color", "--format", "table-flipped"]);
  });
  await checkNotice(report, { root, workplace, esbuild: bin("esbuild") });
  await checkBundles(report, { workplace, consumer, engine, esbuild: bin("esbuild") });
  if (!quick) await checkRuntimes(report, { workplace, consumer, engine });
  return report.end();
}
