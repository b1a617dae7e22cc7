import { stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { homeDirectory } from "./cli-config.js";
import { fileErrorCode, isMissing } from "./file-error.js";
import type { Machine } from "./machine.js";

export interface FoundSocket {
  readonly address: string;
  readonly source: string;
  /** The places before it, or all of them when nothing was found, each with why not. */
  readonly looked: readonly string[];
}

/**
 * The first socket that is there, in the places where engines listen; the default one when there is none. A socket that
 * is there is taken even if this user may not open it: another engine behind it would be a surprise, the refusal
 * is a clear error.
 */
export async function findDefaultSocket(
  environment: NodeJS.ProcessEnv,
  machine: Machine,
): Promise<FoundSocket> {
  const fallback = { address: defaultAddress(machine), source: "default socket" };
  // Looking at a named pipe opens it, and that takes one of the few connections its server holds ready.
  if (machine.platform === "win32") return { ...fallback, looked: [] };
  const looked: string[] = [];
  for (const { path, source } of candidates(environment, machine)) {
    const problem = await whyNot(path);
    if (problem === undefined) return { address: `unix://${path}`, source, looked };
    looked.push(`${path} ${problem}`);
  }
  return { ...fallback, looked };
}

export function defaultAddress(machine: Machine): string {
  return machine.platform === "win32" ? "npipe:////./pipe/docker_engine" : `unix://${machine.defaultSocket}`;
}

function candidates(environment: NodeJS.ProcessEnv, machine: Machine): readonly Candidate[] {
  const all: Candidate[] = [{ path: machine.defaultSocket, source: "default socket" }];
  for (const folder of [environment.XDG_RUNTIME_DIR, machine.runtimeDirectory]) {
    if (folder && isAbsolute(folder))
      all.push({ path: join(folder, "docker.sock"), source: "rootless socket" });
  }
  const home = homeDirectory(environment, machine);
  for (const folder of home ? ["run", "desktop"] : []) {
    all.push({ path: join(home ?? "", ".docker", folder, "docker.sock"), source: "Docker Desktop socket" });
  }
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
}

interface Candidate {
  readonly path: string;
  readonly source: string;
}

async function whyNot(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isSocket() ? undefined : "is not a socket";
  } catch (error) {
    return isMissing(error) ? "does not exist" : `cannot be looked at (${fileErrorCode(error)})`;
  }
}
