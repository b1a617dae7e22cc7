import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run.js";

/** A project of its own that has the package and the programs of consumer/. Gives its folder. */
export async function installPackage(
  workplace: string,
  name: string,
  tarball: string,
  packages: readonly string[] = [],
): Promise<string> {
  const folder = await install(workplace, name, [tarball, ...packages]);
  await cp(join(import.meta.dirname, "consumer"), folder, { recursive: true });
  return folder;
}

/** A project with packages of the registry. No script of theirs is run. */
export async function install(workplace: string, name: string, packages: readonly string[]): Promise<string> {
  const folder = join(workplace, name);
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await run("npm", ["install", ...quietly, ...packages], { cwd: folder, timeout: 300_000 });
  return folder;
}
