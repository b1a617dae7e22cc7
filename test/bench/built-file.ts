import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the built package. `DOCKER_ENGINE_SDK_BENCH_DIST` names the folder of another build, to compare with. */
export function builtFile(name: string): string {
  return join(resolve(process.env.DOCKER_ENGINE_SDK_BENCH_DIST ?? join(root, "dist")), name);
}

export const root = fileURLToPath(new URL("../..", import.meta.url));
