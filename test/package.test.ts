import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import config from "../tsup.config.js";

const root = join(import.meta.dirname, "..");
const { exports, bin, files, main, types, dependencies } = read<Manifest>("package.json");
const { packages } = read<{ packages: Record<string, Locked> }>("package-lock.json");
const [build] = [config].flat();
if (typeof build !== "object" || Array.isArray(build.entry))
  throw new Error("tsup.config.ts names its entries another way");
const entries = Object.keys(build.entry ?? {});
const bundled = (build.noExternal ?? []).map(String);

interface Manifest {
  readonly exports: Record<string, string | Record<"import" | "require", Record<string, string>>>;
  readonly bin: Record<string, string>;
  readonly files: readonly string[];
  readonly main: string;
  readonly types: string;
  readonly dependencies: Record<string, string>;
}

/** What package-lock.json says of a package. */
interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Record<string, string>;
}

describe("package.json", () => {
  const conditions = Object.entries(exports).flatMap(([key, value]) =>
    typeof value === "string" ? [] : [{ key, ...value }],
  );

  test("exports what the build makes, with types of their own for import and for require", () => {
    for (const { key, import: imported, require: required } of conditions) {
      const name = key === "." ? "index" : key.slice("./".length);
      expect(entries).toContain(name);
      // The first condition that applies counts, so types come first.
      expect(JSON.stringify(imported)).toBe(
        JSON.stringify({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` }),
      );
      expect(JSON.stringify(required)).toBe(
        JSON.stringify({ types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` }),
      );
    }
  });

  test("exports an entry for every API version", () => {
    const versions = readdirSync(join(root, "spec")).flatMap(
      (name) => /^(v1\.\d+)\.yaml$/.exec(name)?.[1] ?? [],
    );
    expect(versions.length).toBeGreaterThan(10);
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(versions.map((name) => `./${name}`)));
  });

  test("names the same for tools that do not read exports, and a command that the build makes", () => {
    expect([main, types]).toEqual(["./dist/index.cjs", "./dist/index.d.ts"]);
    const made = entries.map((name) => `./dist/${name}.js`);
    for (const path of Object.values(bin)) expect(made).toContain(path);
  });

  test("packs what is there", () => {
    const sources = files.filter((name) => name !== "dist" && !name.startsWith("!"));
    expect(sources).toEqual(expect.arrayContaining(["docs", "NOTICE", "CHANGELOG.md"]));
    for (const name of [...sources, "LICENSE", "README.md"])
      expect(existsSync(join(root, name)), name).toBe(true);
  });
});

describe("what comes with the package", () => {
  const installed = Object.keys(packages).filter((path) => path !== "" && !packages[path]?.dev);
  const parts = closure(bundled);

  test("runs no scripts when it is installed", () => {
    expect(installed.map(nameOf)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(installed.filter((path) => packages[path]?.hasInstallScript)).toEqual([]);
  });

  test("has permissive licences", () => {
    const permissive = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0"];
    const others = [...installed, ...parts].filter(
      (path) => !permissive.includes(packages[path]?.license ?? ""),
    );
    expect(others).toEqual([]);
  });

  test("stands in NOTICE where it is part of the build, and nothing else does", () => {
    const noticed = namesInNotice(readFileSync(join(root, "NOTICE"), "utf8"));
    expect(bundled.length).toBeGreaterThan(5);
    expect(bundled.filter((name) => !noticed.includes(name))).toEqual([]);
    // Of what those depend on the build takes what they really import; `npm run package` looks at that.
    expect(noticed.filter((name) => !parts.map(nameOf).includes(name))).toEqual([]);
  });
});

/** The places in package-lock.json of packages and of all that they depend on. */
function closure(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const path = placeOf(name, from);
    if (found.has(path)) return;
    found.add(path);
    for (const next of Object.keys(packages[path]?.dependencies ?? {})) visit(next, path);
  };
  for (const name of names) visit(name, "");
  return [...found];
}

/** Where a package is found that another one imports: in its own folder, else in one above. */
function placeOf(name: string, from: string): string {
  const path = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (packages[path] !== undefined) return path;
  if (from === "") throw new Error(`${name} is not in package-lock.json`);
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** A list of names stands two spaces in, the copyright behind it or below. */
function namesInNotice(notice: string): string[] {
  return notice
    .split("\n")
    .flatMap((line) => /^ {2}(\S.*?)(?: {2,}Copyright .*)?$/.exec(line)?.[1] ?? [])
    .flatMap((names) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function read<T>(name: string): T {
  // As npm writes it.
  return JSON.parse(readFileSync(join(root, name), "utf8")) as T;
}
