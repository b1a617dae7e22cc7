/**
 * Makes generated/ from spec/: `npm run generate`. With `--check` it writes nothing and fails when something in
 * generated/ is not what it would write.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { catalogueOf } from "./generate/catalogue.js";
import { History } from "./generate/history.js";
import { merge } from "./generate/merge.js";
import { openApiOf } from "./generate/openapi.js";
import { readmeFile } from "./generate/readme.js";
import { operationsFile } from "./generate/table.js";
import { schemaFile } from "./generate/types.js";
import { versionFile } from "./generate/version-file.js";
import { loadSpecs } from "./spec/load.js";

const folder = new URL("../generated/", import.meta.url);
const files = await makeFiles();
if (process.argv.includes("--check")) check(files);
else write(files);

async function makeFiles(): Promise<Map<string, string>> {
  const catalogues = loadSpecs().map(catalogueOf);
  const history = new History(catalogues);
  const merged = merge(catalogues);
  const result = new Map([
    ["README.md", readmeFile],
    ["schema.ts", await schemaFile(openApiOf(merged, history), merged, history)],
    ["operations.ts", operationsFile(catalogues, history)],
  ]);
  const allCalls = [...new Set(merged.versions.flatMap(({ calls }) => Object.keys(calls)))].sort();
  for (const [index, catalogue] of catalogues.entries()) {
    const map = merged.versions[index];
    if (map === undefined) throw new Error(`v${catalogue.version} was not merged`);
    result.set(`v${catalogue.version}.ts`, versionFile(catalogue, map, allCalls));
  }
  return result;
}

function write(wanted: Map<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(new URL(name, folder));
  for (const [name, text] of wanted) writeFileSync(new URL(name, folder), text);
  console.log(`generated/: ${wanted.size} files, ${[...wanted.values()].join("").length} bytes`);
}

function check(wanted: Map<string, string>): void {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const stale = [...wanted].filter(
    ([name, text]) => !present.includes(name) || readFileSync(new URL(name, folder), "utf8") !== text,
  );
  const extra = present.filter((name) => !wanted.has(name));
  const wrong = [...stale.map(([name]) => name), ...extra];
  if (wrong.length > 0)
    throw new Error(`generated/ is not what spec/ says (${wrong.join(", ")}): run \`npm run generate\``);
  console.log(`generated/: ${wanted.size} files, all as spec/ says`);
}
