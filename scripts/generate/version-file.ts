import type { Catalogue } from "./catalogue.js";
import type { VersionMap } from "./merge.js";

/** The text of `generated/v1.NN.ts`: the plain names of one version's schemas, and its calls and paths. */
export function versionFile({ calls }: Catalogue, map: VersionMap, allCalls: string[]): string {
  const id = `V${map.version.replace(".", "_")}`;
  const exports = Object.entries(map.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([plain, final]) => (plain === final ? plain : `${final} as ${plain}`));
  const paths = new Map<string, string[]>();
  for (const call of Object.values(calls)) {
    const methods = paths.get(call.path) ?? [];
    paths.set(call.path, methods);
    methods.push(`${call.method}: S.${map.calls[call.id]}Operation`);
  }
  return [
    "// Made by scripts/generate.ts from spec/. Do not edit.",
    'import type * as S from "./schema.js";',
    "",
    `export type { AnswerStream, OneOrMany, TarSource, Time, ${exports.join(", ")} } from "./schema.js";`,
    "",
    `/** Docker Engine API v${map.version} as types. */`,
    `export interface ${id} {`,
    `  version: "${map.version}";`,
    "  calls: Calls;",
    "  paths: paths;",
    "}",
    "",
    "/** What each operation takes and gives; `never` for those that this version does not have. */",
    "export interface Calls {",
    ...allCalls.map(
      (call) => `  ${call}: ${map.calls[call] === undefined ? "never" : `S.${map.calls[call]}Call`};`,
    ),
    "}",
    "",
    "/** Every path with its methods, as openapi-fetch takes them. */",
    "export interface paths {",
    ...[...paths]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, methods]) => `  "${path}": { ${methods.join("; ")} };`),
    "}",
    "",
  ].join("\n");
}
