import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Spec } from "./model.js";
import { applyPatches, readPatches } from "./patches.js";
import { minor } from "./versions.js";

/** The facts of every version, patched, oldest first. */
export function loadSpecs(): Spec[] {
  const specs = readFacts();
  applyPatches(specs, readPatches());
  return specs;
}

function readFacts(): Spec[] {
  const folder = new URL("../../spec/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^v1\.\d+\.yaml$/.test(name))
    .map((name) => parse(readFileSync(new URL(name, folder), "utf8")) as Spec) // written by import-spec
    .sort((a, b) => minor(a.info.version) - minor(b.info.version));
}
