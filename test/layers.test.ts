import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each layer may import besides itself. What is not named here stands on top and may import everything. */
const layers: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  streams: ["errors"],
  archive: ["errors", "streams"],
  transport: ["errors", "streams"],
  client: ["errors", "streams", "transport", "generated"],
  resources: ["errors", "streams", "transport", "client", "generated"],
  buildkit: ["errors", "streams", "transport", "client", "resources", "generated"],
  actions: ["errors", "streams", "archive", "transport", "client", "resources", "buildkit", "generated"],
  console: ["errors", "streams"],
  docker: ["errors", "streams", "archive", "transport", "client", "resources", "actions", "generated"],
};

/** What nobody in src/ imports, as the package's exports and its bin begin there. */
const entries = [
  /^src\/index\.ts$/,
  /^src\/pinned\/v1\.\d+\.ts$/,
  /^src\/connector\/index\.ts$/,
  /^src\/console\/index\.ts$/,
  /^src\/testing\/index\.ts$/,
  /^src\/command\/bin\.ts$/,
];

interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  /** The paths of those it imports, types included. */
  readonly imports: readonly string[];
  /** The paths of those without which it does not run. */
  readonly needs: readonly string[];
}

const files = readFiles();

describe("src/", () => {
  test("is read by this test", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.find(({ path }) => path === "src/client/client.ts")?.imports).toEqual(
      expect.arrayContaining(["src/errors.ts", "generated/operations.ts", "src/transport/http.ts"]),
    );
  });

  test("points in one direction: errors, streams ← transport ← client ← resources ← actions ← docker ← entries", () => {
    const wrong = files.flatMap(({ path, imports }) => {
      const layer = layerOf(path);
      const allowed = layers[layer];
      if (allowed === undefined) return [];
      return imports
        .filter((target) => /^(src|generated)\//.test(target))
        .filter((target) => layerOf(target) !== layer && !allowed.includes(layerOf(target)))
        .map((target) => `${path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test("has no cycles", () => {
    expect(cycles()).toEqual([]);
  });

  test("has no file that nobody imports", () => {
    const imported = new Set(files.flatMap(({ imports }) => imports));
    const alone = files
      .map(({ path }) => path)
      .filter((path) => !imported.has(path) && !entries.some((entry) => entry.test(path)));
    expect(alone).toEqual([]);
  });

  test("imports files that are there, with their endings, and packages that are dependencies", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    // What the build puts into the bundle is needed by nobody who installs the package.
    const [, bundled = ""] =
      /noExternal: \[([^\]]*)\]/.exec(readFileSync(join(root, "tsup.config.ts"), "utf8")) ?? [];
    const known = new Set(files.map(({ path }) => path));
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) =>
          target.startsWith("src/")
            ? !known.has(target)
            : !/^(node:|generated\/)/.test(target) &&
              !(packageOf(target) in dependencies) &&
              !bundled.includes(`"${packageOf(target)}"`),
        )
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has no `any`, no `!` and no enum, namespace or default export", () => {
    const wrong = files.flatMap(({ path, tree }) =>
      nodesOf(tree)
        .filter(isUnwanted)
        .map(
          (node) =>
            `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().slice(0, 60)}`,
        ),
    );
    expect(wrong).toEqual([]);
  });

  test("has files by subject, none by kind", () => {
    const kinds = files.filter(({ path }) => /(^|\/)(utils|helpers|types|constants)\.ts$/.test(path));
    expect(kinds.map(({ path }) => path)).toEqual([]);
  });
});

function readFiles(): SourceFile[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const full = join(root, "src", name);
      const tree = ts.createSourceFile(full, readFileSync(full, "utf8"), ts.ScriptTarget.Latest, true);
      const pathsOf = (nodes: ts.Node[]) => nodes.flatMap(specifierOf).map((name) => resolve(full, name));
      const nodes = nodesOf(tree);
      const needs = pathsOf(nodes.filter((node) => !isOfTypes(node)));
      return { path: fromRoot(full), tree, imports: pathsOf(nodes), needs };
    });
}

function specifierOf(node: ts.Node): string[] {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
  return specifier !== undefined && ts.isStringLiteral(specifier) ? [specifier.text] : [];
}

function isOfTypes(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function resolve(importer: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return fromRoot(join(dirname(importer), specifier)).replace(/\.js$/, ".ts");
}

function fromRoot(path: string): string {
  return relative(root, path).split(sep).join("/");
}

/** `src/client/path.ts` → `client`, `src/docker-actions.ts` → `docker`, `src/errors.ts` → `errors`, `generated/v1.40.ts` → `generated`. */
function layerOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "src" ? second.replace(/(-actions)?\.ts$/, "") : top;
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Each cycle among the files of src/ as they run, as the path that closes it. A type may stand where it is best read. */
function cycles(): string[] {
  const imports = new Map(files.map(({ path, needs }) => [path, needs]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const target of imports.get(path) ?? []) if (imports.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}

function isUnwanted(node: ts.Node): boolean {
  return (
    node.kind === ts.SyntaxKind.AnyKeyword ||
    ts.isNonNullExpression(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isExportAssignment(node) ||
    (node.kind === ts.SyntaxKind.DefaultKeyword && ts.isFunctionDeclaration(node.parent))
  );
}

function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [node];
  node.forEachChild((child) => {
    nodes.push(...nodesOf(child));
  });
  return nodes;
}
