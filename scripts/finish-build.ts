import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";

// Runs behind the build, which gives ES modules: makes the CommonJS of them, lets both share the one large file of types, and
// removes what no entry of the package leads to.
const root = resolve(import.meta.dirname, "..");
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const { exports, bin } = JSON.parse(read(join(root, "package.json"))) as { exports: object; bin: object };

const modules = reachedFrom(entriesIn(exports).filter((name) => /\.(js|d\.ts)$/.test(name)));
for (const name of modules) {
  if (name.endsWith(".d.ts")) shareTypes(name);
  else makeCommonJs(name);
}
const kept = reachedFrom(entriesIn([exports, bin]));
for (const name of readdirSync(dist)) if (!kept.has(name)) rmSync(join(dist, name));
console.log(`${dist}: ${kept.size} files`);

function makeCommonJs(name: string): void {
  const { code } = transformSync(read(join(dist, name)), {
    format: "cjs",
    platform: "node",
    target: "node20",
    // Written as require(), as the loader of some test runners has no import().
    supported: { "dynamic-import": false },
  });
  write(name.replace(/js$/, "cjs"), withExtensions(code, "cjs"));
}

/**
 * The types of the API's bodies and answers are a third of the package, and the same for both. CommonJS may not import the types
 * of an ES module, but the other way round all is well: so it is the CommonJS one that stays.
 */
function shareTypes(name: string): void {
  const text = read(join(dist, name));
  write(name.replace(/ts$/, "cts"), withExtensions(text, "cjs"));
  write(name, text.replaceAll("'./schema.js'", "'./schema.cjs'"));
}

function withExtensions(text: string, extension: string): string {
  return text.replace(/(["']\.\/[^"'\s]+\.)js(?=["'])/g, `$1${extension}`);
}

/** The files that are named in a part of package.json. */
function entriesIn(part: object): string[] {
  return [...JSON.stringify(part).matchAll(/"\.\/dist\/([^"]+)"/g)].flatMap(([, name = ""]) => name);
}

/** The files that these lead to, themselves too. */
function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const target of importsOf(name)) visit(target);
  };
  for (const entry of entries) visit(entry);
  return reached;
}

/** The files of the build that one of them imports; of types, by the names that those have. */
function importsOf(name: string): string[] {
  const found = read(join(dist, name)).matchAll(/["']\.\/([^"'\s]+\.c?js)["']/g);
  const isTypes = /\.d\.c?ts$/.test(name);
  return [...found].map(([, target = ""]) => (isTypes ? target.replace(/\.(c?)js$/, ".d.$1ts") : target));
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

function write(name: string, text: string): void {
  writeFileSync(join(dist, name), text);
}
