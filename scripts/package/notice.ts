import { readFile } from "node:fs/promises";
import { join } from "node:path";
import config from "../../tsup.config.js";
import type { Report } from "./report.js";
import { run } from "./run.js";

/** Every package that a build of this checkout takes code from stands in NOTICE. */
export async function checkNotice(
  report: Report,
  { root, workplace, esbuild }: { root: string; workplace: string; esbuild: string },
): Promise<void> {
  await report.check("NOTICE names every package that is part of ours", async () => {
    const notice = await readFile(join(root, "NOTICE"), "utf8");
    const bundled = await bundledPackages(root, workplace, esbuild);
    const missing = bundled.filter((name) => !new RegExp(`(^|[ ,])${name}($|[ ,])`, "m").test(notice));
    if (missing.length > 0) throw new Error(`NOTICE does not name ${missing.join(", ")}`);
    return bundled.join(", ");
  });
}

async function bundledPackages(root: string, workplace: string, esbuild: string): Promise<string[]> {
  const metafile = join(workplace, "build.json");
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const external = Object.keys(dependencies).map((name) => `--external:${name}`);
  const flags = ["--bundle", "--platform=node", "--format=esm", "--splitting", "--log-level=warning"];
  const out = [`--outdir=${join(workplace, "build")}`, `--metafile=${metafile}`];
  await run(esbuild, [...entries(), ...flags, ...external, ...out], { cwd: root });
  // As esbuild writes it.
  const { outputs } = JSON.parse(await readFile(metafile, "utf8")) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const taken = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const names = taken.flatMap(([path]) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function entries(): string[] {
  const [first] = [config].flat();
  if (typeof first !== "object" || Array.isArray(first.entry))
    throw new Error("tsup.config.ts names its entries another way");
  return Object.values(first.entry ?? {});
}
