/** Imports and requires every entry that the installed package names, and compares what the two have. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { name, exports } = require("docker-engine-sdk/package.json");

for (const entry of Object.keys(exports).filter((key) => key !== "./package.json")) {
  const specifier = name + entry.slice(1);
  const imported = Object.keys(await import(specifier))
    .sort()
    .join();
  const required = Object.keys(require(specifier)).sort().join();
  if (imported === "") throw new Error(`${specifier} has no exports`);
  if (imported !== required)
    throw new Error(`${specifier} has other exports for require: ${imported} · ${required}`);
  console.log(specifier);
}
