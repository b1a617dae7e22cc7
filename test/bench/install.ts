import { execFileSync } from "node:child_process";
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./built-file.js";
import { DOCKERODE, NODE_SDK } from "./peers.js";
import type { Section } from "./section.js";
import { OURS } from "./workload.js";

const title = "install";
const about =
  "What `npm install` of each client puts into an empty folder, without development dependencies.";

/** Packs and installs this package, and the peers of the registry, each into a folder of its own. */
export async function measureInstall(): Promise<Section[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-install-"));
  try {
    const [packed] = JSON.parse(
      npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
    );
    const rows: string[][] = [];
    for (const [client, spec] of [
      [OURS, join(folder, packed.filename)],
      ...[DOCKERODE, NODE_SDK].map((peer) => [peer, peer.replace(" ", "@")]),
    ] as [string, string][]) {
      rows.push([client, ...(await installed(join(folder, `${rows.length}`), spec))]);
    }
    return [{ title, about, columns: ["client", "packages", "MB", "files"], rows }];
  } catch (error) {
    const [line] = String(error).split("\n");
    console.log(`\ninstall: skipped, as npm could not do it: ${line}`);
    return [{ title, about: `${about} Skipped: npm could not do it.`, columns: [], rows: [] }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many packages, how many MB, how many files. */
async function installed(folder: string, spec: string): Promise<string[]> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{"private":true}');
  npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev", spec);
  const { packages } = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8"));
  const { bytes, files } = await sizeOf(join(folder, "node_modules"));
  return [`${Object.keys(packages).length - 1}`, (bytes / 1e6).toFixed(2), `${files}`];
}

async function sizeOf(folder: string): Promise<{ bytes: number; files: number }> {
  const sum = { bytes: 0, files: 0 };
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    sum.files++;
    sum.bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return sum;
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
