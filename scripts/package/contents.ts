import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Report } from "./report.js";
import { run } from "./run.js";

const MAX_PACKAGES = 6;
const MAX_BYTES = 6_000_000;

/** What is in a folder that has the package and what came with it. */
export async function checkContents(report: Report, consumer: string): Promise<void> {
  const home = join(consumer, "node_modules", "docker-engine-sdk");

  await report.check("installed: few, small, without scripts", async () => {
    const packages = await installed(consumer);
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ path }) => path);
    if (scripted.length > 0) throw new Error(`Scripts run when these are installed: ${scripted.join(", ")}`);
    const bytes = await sizeOf(join(consumer, "node_modules"));
    const sum = `${packages.length} packages, ${(bytes / 1e6).toFixed(2)} MB, ${((await sizeOf(home)) / 1e6).toFixed(2)} MB of them ours`;
    if (packages.length > MAX_PACKAGES || bytes > MAX_BYTES) {
      throw new Error(`${sum}; at most ${MAX_PACKAGES} and ${MAX_BYTES / 1e6} MB`);
    }
    return sum;
  });

  await report.check("LICENSE, NOTICE, README and CHANGELOG are there", async () => {
    for (const name of ["LICENSE", "NOTICE", "README.md", "CHANGELOG.md"]) await stat(join(home, name));
  });

  await report.check("links between the pages lead to files of the package", async () => {
    const names = await readdir(join(home, "docs"), { recursive: true });
    const pages = [
      "README.md",
      ...names.filter((name) => name.endsWith(".md")).map((name) => join("docs", name)),
    ];
    const broken = (await Promise.all(pages.map((page) => brokenLinks(home, page)))).flat();
    if (broken.length > 0) throw new Error(broken.join("\n"));
    return `${pages.length} pages`;
  });

  await report.check("every entry can be imported and required", async () => {
    const { stdout } = await run(process.execPath, ["entries.mjs"], { cwd: consumer });
    return `${stdout.trim().split("\n").length} entries`;
  });

  await report.check("npx docker-engine-sdk", async () => {
    const { stdout } = await run("npx", ["--no", "--", "docker-engine-sdk", "--help"], { cwd: consumer });
    if (!stdout.includes("docker-engine-sdk connector")) throw new Error(`It said: ${stdout}`);
    const manifest = ["--no", "--", "docker-engine-sdk", "connector", "manifest", "jsonschema"];
    JSON.parse((await run("npx", manifest, { cwd: consumer })).stdout);
  });
}

interface Installed {
  readonly path: string;
  readonly hasInstallScript?: boolean;
}

async function installed(consumer: string): Promise<Installed[]> {
  // As npm has just written it.
  const { packages } = JSON.parse(await readFile(join(consumer, "package-lock.json"), "utf8")) as {
    packages: Record<string, object>;
  };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, facts]) => ({ path, ...facts }));
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function brokenLinks(home: string, page: string): Promise<string[]> {
  const text = (await readFile(join(home, page), "utf8")).replace(/^```.*?^```/gms, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target.replace(/#.*$/, ""));
  const broken: string[] = [];
  for (const target of targets) {
    if (target === "" || /^[a-z]+:/.test(target)) continue;
    const found = await stat(resolve(home, dirname(page), target)).catch(() => undefined);
    if (found === undefined) broken.push(`${page} → ${target}`);
  }
  return broken;
}
