import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { builtFile } from "./built-file.js";
import { DOCKERODE, NODE_SDK } from "./peers.js";
import type { Section } from "./section.js";
import { OURS } from "./workload.js";

/** How much code a program needs that only lists containers. */
export async function measureBundle(): Promise<Section[]> {
  const peers = createRequire(new URL("./peers/package.json", import.meta.url));
  const ours = JSON.stringify(builtFile("index.js"));
  const dockerode = JSON.stringify(peers.resolve("dockerode"));
  const nodeSdk = JSON.stringify(peers.resolve("@docker/node-sdk"));
  const rows = [
    [OURS, ...(await sizes(`import { Docker } from ${ours}; await new Docker().containers.list();`))],
    [DOCKERODE, ...(await sizes(`import Docker from ${dockerode}; await new Docker().listContainers();`))],
    [
      NODE_SDK,
      ...(await sizes(
        `import { DockerClient } from ${nodeSdk}; await (await DockerClient.fromDockerHost("unix:///x")).containerList();`,
      )),
    ],
  ];
  return [
    {
      title: "bundle",
      about:
        "A program that lists containers, bundled and minified by esbuild, undici and native modules left out: all of it as one file, and what of it is loaded at the start where esbuild may split it.",
      columns: ["client", "one file KB", "at the start KB"],
      rows,
    },
  ];
}

async function sizes(program: string): Promise<string[]> {
  const options: BuildOptions & { metafile: true } = {
    stdin: { contents: program, resolveDir: dirname(fileURLToPath(import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["undici", "*.node", "cpu-features"],
    logLevel: "error",
    outdir: "/out",
  };
  const whole = await build(options);
  const split = await build({ ...options, splitting: true });
  return [outputs(whole.metafile), loadedAtStart(split.metafile)].map((bytes) => (bytes / 1e3).toFixed(1));
}

function outputs({ outputs }: Metafile): number {
  return Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The entry and what it imports, and what that imports; not what is imported by a call. */
function loadedAtStart({ outputs }: Metafile): number {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === "<stdin>");
  const loaded = new Set<string>();
  const visit = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && outputs[next] !== undefined) visit(next);
  };
  if (entry !== undefined) visit(entry);
  return [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}
