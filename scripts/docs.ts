/**
 * Makes the API reference in docs/api: `npm run docs`. A warning is a failure, such as a link that leads nowhere or a tag that
 * is none.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Application } from "typedoc";
import ts from "typescript";
import { categories, categorize } from "./docs/categories.js";
import { nameCallTypes } from "./docs/name-call-types.js";

const root = join(import.meta.dirname, "..");
const entries = {
  "docker-engine-sdk": "src/index.ts",
  "docker-engine-sdk/connector": "src/connector/index.ts",
  "docker-engine-sdk/console": "src/console/index.ts",
  "docker-engine-sdk/testing": "src/testing/index.ts",
};

const app = await Application.bootstrap({
  name: "docker-engine-sdk",
  readme: "none",
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  hideGenerator: true,
  treatWarningsAsErrors: true,
  // Types that only hold others together are named nowhere else.
  validation: { notExported: false, invalidLink: true, rewrittenLink: true },
  categorizeByGroup: false,
  categoryOrder: [...categories, "*"],
  navigation: { includeCategories: true, includeGroups: false },
});
categorize(app.converter, root);
nameCallTypes(app.converter, join(root, "generated/schema.ts"));

const project = app.converter.convert(entryPoints());
app.validate(project);
if (!failed()) await app.generateDocs(project, join(root, "docs/api"));
if (!failed()) console.log(`docs/api: made in ${Math.round(process.uptime())} s`);
process.exitCode = failed() ? 1 : 0;

function failed(): boolean {
  return app.logger.hasErrors() || app.logger.hasWarnings();
}

/** One program of the entries alone, whose types `npm run types` checks. Those of older API versions are the main one with less in it. */
function entryPoints() {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = Object.entries(entries)
    .map(([displayName, file]) => ({ displayName, path: join(root, file) }))
    .filter(({ path }) => existsSync(path));
  const program = ts.createProgram(
    files.map(({ path }) => path),
    options,
  );
  return files.map(({ displayName, path }) => {
    const sourceFile = program.getSourceFile(path);
    if (sourceFile === undefined) throw new Error(`${path} cannot be read`);
    return { displayName, program, sourceFile };
  });
}
