import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

// Runs behind the build: lets ESM and CommonJS share the one large file of types, and removes what no entry of the package leads to.
const root = resolve(import.meta.dirname, "..");
const dist = resolve(process.argv[2] ?? join(root, "dist"));

shareSchema();
removeUnreached();

/**
 * The types of the API's bodies and answers are a third of the package, and the same for both. CommonJS may not import the types
 * of an ES module, but the other way round all is well: so it is the CommonJS one that stays.
 */
function shareSchema(): void {
  for (const name of readdirSync(dist).filter((file) => file.endsWith(".d.ts"))) {
    const path = join(dist, name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("'./schema.js'", "'./schema.cjs'"));
  }
}

function removeUnreached(): void {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const target of importsOf(name)) visit(target);
  };
  for (const entry of entries()) visit(entry);
  const unreached = readdirSync(dist).filter((name) => !reached.has(name));
  for (const name of unreached) rmSync(join(dist, name));
  console.log(`${reached.size} files stay, ${unreached.length} that nothing leads to are removed`);
}

/** The files that package.json names. */
function entries(): string[] {
  const { exports, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as object & {
    exports: unknown;
    bin: unknown;
  };
  const named = JSON.stringify([exports, bin]).matchAll(/"\.\/dist\/([^"]+)"/g);
  return [...named].flatMap(([, name = ""]) => name);
}

/** The files of the build that a file of it imports; of types, by the names that they have. */
function importsOf(name: string): string[] {
  const isTypes = /\.d\.c?ts$/.test(name);
  const text = readFileSync(join(dist, name), "utf8");
  const found = text.matchAll(/(?:from|import|require|import\(|require\()\s*\(?["']\.\/([^"']+\.c?js)["']/g);
  return [...found].map(([, target = ""]) =>
    isTypes ? target.replace(/js$/, "ts").replace(/\.(c?ts)$/, ".d.$1") : target,
  );
}
