import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, inject } from "vitest";

/**
 * Keeps an engine for the tests of this block: files run side by side, but an engine is in one swarm at a time, and what one
 * test prunes another may have made. Files that wait for one engine leave the others to those who need them.
 */
export function holdEngine(name: string): void {
  const { id } = inject("engineRun");
  const lock = join(tmpdir(), `docker-engine-sdk-${id}-${name.replace(/\W+/g, "-")}`);
  beforeAll(() => take(lock), 20 * 60_000);
  // Registered first, and so done last: what the tests clean up is still theirs.
  afterAll(() => rm(lock, { recursive: true, force: true }));
}

/** A folder is made by one of many at the most. */
async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock);
      await writeFile(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    await leaveNoneBehind(lock);
    await sleep(50);
  }
}

/** A worker that died cannot give its engine back. */
async function leaveNoneBehind(lock: string): Promise<void> {
  const pid = Number(await readFile(join(lock, "pid"), "utf8").catch(() => ""));
  if (pid > 0 && !isAlive(pid)) await rm(lock, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
