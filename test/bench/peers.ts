import { createRequire } from "node:module";

/** Loads a package from bench/peers, which has its own package.json: `npm install --ignore-scripts` there. */
export function fromPeers(name: string): unknown {
  return createRequire(new URL("./peers/package.json", import.meta.url))(name);
}
