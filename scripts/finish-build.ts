import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rollup } from "rollup";

// Runs behind the build, which gives ES modules: makes the CommonJS of them, lets both share their types, and removes
// what no entry of the package leads to.
const root = resolve(import.meta.dirname, "..");
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const manifest = JSON.parse(read(join(root, "package.json"))) as Record<"exports" | "bin", object>;

const entries = new Set(entriesIn([manifest.exports, manifest.bin]));

await mergeModules();
for (const name of reachedFrom([...entries].filter((entry) => entry.endsWith(".d.ts")))) shareTypes(name);
const kept = reachedFrom([...entries]);
for (const name of readdirSync(dist)) if (!kept.has(name)) rmSync(join(dist, name));
console.log(`${dist}: ${kept.size} files`);

/**
 * Splitting cuts what several entries share into a file for each set of them, and Node takes a millisecond for each file. What
 * the main entry always needs becomes one file; CommonJS is made of the same modules.
 */
async function mergeModules(): Promise<void> {
  const core = new Set([...staticallyReachedFrom("index.js")].map((name) => join(dist, name)));
  core.delete(join(dist, "index.js"));
  const bundle = await rollup({
    input: [...entries].filter((name) => name.endsWith(".js")).map((name) => join(dist, name)),
    external: (id) => !/^[./]/.test(id),
    treeshake: false,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  for (const [format, extension] of [
    ["es", "js"],
    ["cjs", "cjs"],
  ] as const) {
    const { output } = await bundle.generate({
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name].${extension}`,
      manualChunks: (id) => (core.has(id) ? "core" : undefined),
      hoistTransitiveImports: false,
      // Written as require(), as the loader of some test runners has no import().
      dynamicImportInCjs: false,
      exports: "named",
    });
    for (const file of output) if (file.type === "chunk") write(file.fileName, file.code);
  }
  await bundle.close();
}

/**
 * Types are the same for both, and half of the package: they are declared once. CommonJS may not import the types of an ES module,
 * but the other way round all is well.
 */
function shareTypes(name: string): void {
  write(name.replace(/ts$/, "cts"), withExtensions(read(join(dist, name)), "cjs"));
  if (entries.has(name)) write(name, `export * from "./${name.replace(/d\.ts$/, "cjs")}";\n`);
}

function withExtensions(text: string, extension: string): string {
  return text.replace(/(["']\.\/[^"'\s]+\.)js(?=["'])/g, `$1${extension}`);
}

/** The files that are named in a part of package.json. */
function entriesIn(part: object): string[] {
  return [...JSON.stringify(part).matchAll(/"\.\/dist\/([^"]+)"/g)].flatMap(([, name = ""]) => name);
}

function staticallyReachedFrom(entry: string): Set<string> {
  return reachedFrom([entry], /\bfrom\s*["']\.\/([^"']+)["']|^import\s*["']\.\/([^"']+)["']/gm);
}

/** The files that these lead to, themselves too. */
function reachedFrom(names: readonly string[], mention = mentionOfFile()): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const target of importsOf(name, mention)) visit(target);
  };
  for (const name of names) visit(name);
  return reached;
}

/** The files of the build that one of them imports; of types, by the names that those have. */
function importsOf(name: string, mention: RegExp): string[] {
  const found = read(join(dist, name)).matchAll(mention);
  const isTypes = /\.d\.c?ts$/.test(name);
  return [...found]
    .map(([, from, bare]) => from ?? bare ?? "")
    .map((target) => (isTypes ? target.replace(/\.(c?)js$/, ".d.$1ts") : target));
}

/** In whatever way; a new one for each, as it keeps its place. */
function mentionOfFile(): RegExp {
  return /["']\.\/([^"'\s]+\.c?js)["']/g;
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}

function write(name: string, text: string): void {
  writeFileSync(join(dist, name), text);
}
