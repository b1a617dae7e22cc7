import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { onTestFinished } from "vitest";

/** A temporary folder with the given files; gone when the test is over. A name that ends with a slash is a folder. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "archive-test-")));
  onTestFinished(() => {
    // A test may have made a folder in it read-only.
    execFileSync("chmod", ["-R", "u+rwX", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, content);
  }
  return folder;
}

export async function bytesOf(archive: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of archive) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What GNU tar lists of an archive. */
export function listed(archive: Uint8Array, ...options: string[]): string[] {
  const output = execFileSync("tar", ["--quoting-style=literal", "-t", ...options], {
    input: archive,
    maxBuffer: 1e8,
  });
  return output.toString().split("\n").slice(0, -1);
}

/** Unpacks with GNU tar. */
export async function untar(archive: AsyncIterable<Uint8Array>, folder: string): Promise<void> {
  const tar = spawn("tar", ["-x", "-p", "-C", folder], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise<number | null>((resolve) => tar.on("close", resolve));
  await pipeline(archive, tar.stdin);
  const code = await ended;
  if (code !== 0) throw new Error(`tar ended with ${code}`);
}

/** An archive of a folder that GNU tar has made, in one of its formats. */
export function tarred(folder: string, format: "gnu" | "pax" | "ustar", ...options: string[]): Readable {
  const tar = spawn("tar", ["-c", `--format=${format}`, ...options, "-C", folder, "."], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Node throws away what nobody reads of a process that has ended.
  return tar.stdout.pipe(new PassThrough());
}
