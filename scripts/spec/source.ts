import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";

/** Where each version's facts came from, pinned: `spec/SOURCE.yaml`. */
export interface Source {
  repository: string;
  tag: string;
  path: string;
  sha256: string;
}

const file = new URL("../../spec/SOURCE.yaml", import.meta.url);

export function readSources(): Record<string, Source> {
  return parse(readFileSync(file, "utf8")) as Record<string, Source>; // our own file, written below
}

export function writeSources(sources: Record<string, Source>): void {
  writeFileSync(file, sourcesHeading + stringify(sources, { lineWidth: 0 }));
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const sourcesHeading = `# The official documents that spec/v1.NN.yaml were made from, by \`npm run import-spec\`.
# Upstream edits old documents too: an import whose bytes have another hash is refused until it is pinned anew.
`;
