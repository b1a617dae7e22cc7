import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { builtFile } from "./built-file.js";
import { DOCKERODE, NODE_SDK } from "./peers.js";
import { figure, median, roundsOf, type Section } from "./section.js";
import { OURS } from "./workload.js";

/** How long it takes to load each client in a new process. */
export async function measureColdStart(): Promise<Section[]> {
  const results = new Map<string, Loaded[]>(starts().map(([name]) => [name, []]));
  for (let round = 0; round < roundsOf(21); round++) {
    for (const [name, load] of starts()) results.get(name)?.push(loadOnce(load));
  }
  let floor: number | undefined;
  const rows = [...results].map(([name, runs]) => {
    const time = median(runs.map(({ milliseconds }) => milliseconds));
    floor ??= time;
    return [
      name,
      figure(time),
      `× ${(time / floor).toFixed(2)}`,
      figure(median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds))),
      median(runs.map(({ megabytes }) => megabytes)).toFixed(0),
    ];
  });
  const about = "Loading a client in a new process of Node, the start of Node itself left out.";
  return [{ title: "cold-start", about, columns: ["client", "ms", "time", "CPU ms", "RSS MB"], rows }];
}

interface Loaded {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly megabytes: number;
}

function starts(): [name: string, load: string][] {
  const require = createRequire(import.meta.url);
  const peers = createRequire(new URL("./peers/package.json", import.meta.url));
  const requires = (path: string) => `require(${JSON.stringify(path)})`;
  const imports = (path: string) => `await import(${JSON.stringify(pathToFileURL(path).href)})`;
  return [
    ['require("undici")', requires(require.resolve("undici"))],
    ['import("undici")', imports(require.resolve("undici"))],
    [`${OURS}, require`, requires(builtFile("index.cjs"))],
    [`${OURS}, import`, imports(builtFile("index.js"))],
    [`${DOCKERODE}, require`, requires(peers.resolve("dockerode"))],
    [`${NODE_SDK}, require`, requires(peers.resolve("@docker/node-sdk"))],
  ];
}

function loadOnce(load: string): Loaded {
  const script = `(async () => {
    const before = process.cpuUsage();
    const start = performance.now();
    ${load};
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const megabytes = process.memoryUsage.rss() / 1e6;
    console.log(JSON.stringify({ milliseconds, cpuMilliseconds: (user + system) / 1e3, megabytes }));
    process.exit();
  })()`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }));
}
