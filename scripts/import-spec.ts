/**
 * Imports official Engine API documents as facts: `npm run import-spec -- FILE_OR_URL...`
 *
 * Each must have the hash that spec/SOURCE.yaml pins for its version. To take a newer edition on purpose:
 * `npm run import-spec -- --pin TAG FILE_OR_URL...` writes the new hash and prints which facts changed.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { factsDiff } from "./spec/facts-diff.js";
import { readSources, sha256, writeSources } from "./spec/source.js";
import { type SpecFacts, stripProse } from "./spec/strip.js";

const { pin, inputs } = readArguments(process.argv.slice(2));
for (const input of inputs) await importSpec(input);

async function importSpec(input: string): Promise<void> {
  const bytes = await read(input);
  const { facts, unknownKeys } = stripProse(parse(bytes.toString("utf8"), { version: "1.1" }));
  const version = `v${facts.info.version}`;
  const hash = sha256(bytes);
  if (pin === undefined) checkHash(version, hash, input);
  if (unknownKeys.length > 0) {
    throw new Error(
      `${input} has keys that scripts/spec/strip.ts does not know; say there whether each is a fact:\n  ${[...new Set(unknownKeys)].join("\n  ")}`,
    );
  }
  report(version, facts);
  writeFileSync(factsFile(version), stringify(facts, { lineWidth: 0, aliasDuplicateObjects: false }));
  if (pin !== undefined) pinHash(version, pin, hash);
}

function checkHash(version: string, actual: string, input: string): void {
  const pinned = readSources()[version]?.sha256;
  if (pinned === actual) return;
  throw new Error(
    `${input} (${version}) has sha256 ${actual}, but spec/SOURCE.yaml pins ${pinned ?? "nothing"}. ` +
      "Use the pinned file, or pin this one on purpose with --pin TAG.",
  );
}

function pinHash(version: string, tag: string, hash: string): void {
  const sources = readSources();
  const path = sources[version]?.path ?? `docs/api/${version}.yaml`;
  sources[version] = { repository: "https://github.com/moby/moby", tag, path, sha256: hash };
  writeSources(Object.fromEntries(Object.entries(sources).sort(([a], [b]) => a.localeCompare(b))));
}

function report(version: string, facts: SpecFacts): void {
  const file = factsFile(version);
  const changes = existsSync(file) ? factsDiff(parse(readFileSync(file, "utf8")), facts) : ["new"];
  console.log(changes.length === 0 ? `${version}: no change` : `${version}: facts changed`);
  for (const line of changes) console.log(`  ${line}`);
}

async function read(input: string): Promise<Buffer> {
  if (!/^https?:/.test(input)) return readFileSync(input);
  const answer = await fetch(input);
  if (!answer.ok) throw new Error(`${input} answered ${answer.status} ${answer.statusText}`);
  return Buffer.from(await answer.arrayBuffer());
}

function factsFile(version: string): URL {
  return new URL(`../spec/${version}.yaml`, import.meta.url);
}

function readArguments(words: string[]): { pin: string | undefined; inputs: string[] } {
  const pin = words[0] === "--pin" ? words[1] : undefined;
  const inputs = pin === undefined ? words : words.slice(2);
  if (inputs.length === 0) throw new Error("usage: npm run import-spec -- [--pin TAG] FILE_OR_URL...");
  return { pin, inputs };
}
