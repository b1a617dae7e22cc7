import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";

const root = join(import.meta.dirname, "../../..");

/** The recipes of docs/recipes.md: the code under each heading. */
export function readRecipes(): Recipe[] {
  const page = readFileSync(join(root, "docs/recipes.md"), "utf8");
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [title = ""] = section.split("\n", 1);
      return [...section.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => ({ title, code }));
    });
}

export interface Recipe {
  readonly title: string;
  readonly code: string;
}

/** A folder in which recipes become programs: each a process of its own, as a reader would start it. */
export class Programs implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), "recipes-"));
  #count = 0;

  /** Bundles the package once: what the programs import. */
  async prepare(): Promise<void> {
    await build({
      entryPoints: { index: join(root, "src/index.ts"), console: join(root, "src/console/index.ts") },
      outdir: this.#folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      platform: "node",
      target: "node20",
      format: "esm",
      logLevel: "error",
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    });
  }

  start(code: string, env: NodeJS.ProcessEnv): Program {
    const file = join(this.#folder, `recipe-${++this.#count}.mjs`);
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    const local = outputText
      .replaceAll('"docker-engine-sdk/console"', '"./console.mjs"')
      .replaceAll('"docker-engine-sdk"', '"./index.mjs"');
    writeFileSync(file, local);
    // Its own folder for the CLI's settings and for its files: nobody's logins, and nothing left behind.
    const home = { HOME: this.#folder, DOCKER_CONFIG: this.#folder, TMPDIR: this.#folder };
    return new Program(file, { PATH: process.env.PATH, ...home, ...env });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A recipe while it runs. */
export class Program {
  readonly #child;
  /** All that it has printed. */
  output = "";
  readonly ended: Promise<void>;
  #watch: () => void = () => {};

  constructor(file: string, env: NodeJS.ProcessEnv) {
    // What is not awaited must not fail in silence.
    this.#child = spawn(process.execPath, ["--unhandled-rejections=strict", file], { env, stdio: "pipe" });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        this.#watch();
      });
    }
    this.ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject);
      this.#child.on("close", (code, signal) => {
        this.#watch();
        if (code === 0 || signal === "SIGKILL") resolve();
        else reject(new Error(`The recipe ended with ${code ?? signal}:\n${this.output}`));
      });
    });
    // Whoever waits for its output learns of it there.
    this.ended.catch(() => {});
  }

  /** Waits until it has printed something. */
  async printed(what: RegExp): Promise<void> {
    const found = new Promise<void>((resolve) => {
      this.#watch = () => {
        if (what.test(this.output)) resolve();
      };
      this.#watch();
    });
    await Promise.race([found, this.ended]);
    if (!what.test(this.output)) throw new Error(`The recipe never printed ${what}:\n${this.output}`);
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }
}
