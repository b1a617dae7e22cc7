import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installPackage } from "./consumer.js";
import type { Report } from "./report.js";
import { run } from "./run.js";

const kinds: readonly Kind[] = [
  {
    name: "NodeNext, ESM and CommonJS",
    programs: ["program.mts", "program.cts"],
    resolution: "NodeNext",
    module: "NodeNext",
  },
  { name: "bundler resolution", programs: ["program.ts"], resolution: "bundler", module: "ESNext" },
];
const compilers = [
  { typescript: "typescript@5.9", node: "@types/node@20", quick: true },
  { typescript: "typescript@5.4", node: "@types/node@20", quick: false },
  { typescript: "typescript@latest", node: "@types/node@latest", quick: false },
];

interface Kind {
  readonly name: string;
  readonly programs: readonly string[];
  readonly resolution: string;
  readonly module: string;
}

/** Compiles a program that uses every entry, checks the declarations of the package too, and runs what comes out. */
export async function checkTypes(
  report: Report,
  { workplace, tarball, quick }: { workplace: string; tarball: string; quick: boolean },
): Promise<void> {
  for (const { typescript, node } of compilers.filter((one) => one.quick || !quick)) {
    const folder = await installPackage(workplace, typescript, tarball, [typescript, node]);
    for (const kind of kinds) {
      await report.check(`${typescript}, ${kind.name}`, async () => {
        for (const name of kind.programs) await writeFile(join(folder, name), await program(folder));
        await writeFile(join(folder, "tsconfig.json"), JSON.stringify(configuration(kind)));
        const compiler = ["node_modules/typescript/bin/tsc", "-p", "."];
        await run(process.execPath, compiler, { cwd: folder });
        for (const name of kind.programs) {
          await run(process.execPath, [name.replace("ts", "js")], { cwd: folder });
        }
        return (await run(process.execPath, [...compiler, "--version"], { cwd: folder })).stdout.trim();
      });
    }
  }
}

function configuration({ module, resolution, programs }: Kind) {
  const compilerOptions = {
    module,
    moduleResolution: resolution,
    target: "ES2022",
    lib: ["ES2022"],
    types: ["node"],
    strict: true,
    skipLibCheck: false,
  };
  return { compilerOptions, files: programs };
}

async function program(folder: string): Promise<string> {
  // As it is in the package.
  const { exports } = JSON.parse(
    await readFile(join(folder, "node_modules", "docker-engine-sdk", "package.json"), "utf8"),
  ) as { exports: Record<string, unknown> };
  const entries = Object.keys(exports).filter((key) => key !== "./package.json");
  const imports = entries.map(
    (key, index) => `import * as entry${index} from "docker-engine-sdk${key.slice(1)}";`,
  );
  const list = entries.map((_, index) => `entry${index}`).join(", ");
  return `${imports.join("\n")}\n${USE}\nfor (const entry of [${list}]) if (Object.keys(entry).length === 0) throw new Error("empty");\n`;
}

/** Compiled only, but for the end of it; each expected error shows that a type has not become `any`. */
const USE = `
import { Docker, NotFoundError, type ContainerSummary, type DockerOptions } from "docker-engine-sdk";
import { Docker as Docker143 } from "docker-engine-sdk/v1.43";
import { createConnector } from "docker-engine-sdk/connector";
import { showProgress } from "docker-engine-sdk/console";

export async function use(options: DockerOptions): Promise<void> {
  const docker = new Docker(options);
  const list: ContainerSummary[] = await docker.containers.list({ filters: { status: ["running"] } });
  // @ts-expect-error
  await docker.containers.list({ everything: true });
  const names: string[] = list.flatMap(({ Names }) => Names);
  for await (const { stream, text } of docker.containers.logs(names[0] ?? "", { follow: true }).lines()) {
    const known: string = stream;
    // @ts-expect-error
    const wrong: number = text;
    void [known, wrong];
  }
  const { exitCode } = await docker.exec("web", ["true"]);
  // @ts-expect-error
  const word: string = exitCode;
  const { data } = await docker.api.GET("/containers/{id}/json", { params: { path: { id: "web" } } });
  // @ts-expect-error
  const number: number = data.Id;
  await showProgress(docker.images.pull("alpine:3"));
  const inspected = await new Docker143().containers.inspect("web");
  // @ts-expect-error
  const id: number = inspected.Id;
  const { status } = await createConnector({}).execute("list_containers", {});
  try {
    await docker.close();
  } catch (error) {
    if (error instanceof NotFoundError) void error.status;
  }
  void [word, number, id, status];
}
`;
