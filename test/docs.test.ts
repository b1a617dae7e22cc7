import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));
const fences = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, code = ""], index) => ({ page, index, code }),
  ),
);

const wrong =
  'import { Docker } from "docker-engine-sdk";\nawait new Docker().containers.list({ everything: true });\n';

describe("the code in the docs", () => {
  let errors: string[] = [];
  beforeAll(() => {
    const modules = fences.map(({ page, index, code }): [string, string] => [`${page}.${index}.ts`, code]);
    errors = errorsOf([...modules, ["wrong.ts", wrong]]);
  }, 120_000);

  test("is there to be checked", () => {
    expect(fences.length).toBeGreaterThan(5);
  });

  test("type-checks", () => {
    expect(errors.filter((error) => !error.startsWith("test/wrong.ts"))).toEqual([]);
  });

  test("would be reported where it does not", () => {
    expect(errors.filter((error) => error.startsWith("test/wrong.ts"))).toEqual([
      expect.stringContaining("'everything' does not exist"),
    ]);
  });
});

/** Checks pieces of code as if each were a module of a project that has the package installed. */
function errorsOf(modules: [name: string, code: string][]): string[] {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const virtual = new Map(
    modules.map(([name, code]) => [join(root, "test", name.replaceAll("/", ".")), `${code}\nexport {};\n`]),
  );
  const settings: ts.CompilerOptions = {
    ...options,
    noUnusedLocals: false,
    paths: {
      "docker-engine-sdk": ["./src/index.ts"],
      "docker-engine-sdk/connector": ["./src/connector/index.ts"],
      "docker-engine-sdk/console": ["./src/console/index.ts"],
      "docker-engine-sdk/testing": ["./src/testing/index.ts"],
      "docker-engine-sdk/v1.*": ["./src/pinned/v1.*.ts"],
    },
    baseUrl: root,
  };
  const host = ts.createCompilerHost(settings);
  const { readFile, fileExists } = host;
  host.readFile = (name) => virtual.get(name) ?? readFile(name);
  host.fileExists = (name) => virtual.has(name) || fileExists(name);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language) => {
    const code = virtual.get(name);
    return code === undefined ? getSourceFile(name, language) : ts.createSourceFile(name, code, language);
  };
  const program = ts.createProgram([...virtual.keys()], settings, host);
  // Of these alone: the rest has a check of its own.
  return [...virtual.keys()]
    .flatMap((name) => {
      const file = program.getSourceFile(name);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    })
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}
