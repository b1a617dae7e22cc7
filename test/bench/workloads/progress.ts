import { once } from "node:events";
import { createServer } from "node:http";
import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { verified } from "./counting.js";
import { engineVersion, httpChunk, sendBlocks } from "./raw-answer.js";

export const progressWorkload: Workload = {
  name: "progress",
  about:
    "The progress of a pull: 100,000 JSON values, each in an HTTP chunk of its own. The floor is that of events.",
  shapes: ["pull"],
  unit: "step",
  rounds: 3,
  serve: servePull,
  clients: [
    {
      name: "undici.request, split and parsed",
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath) => {
          const client = new Client("http://daemon", { socketPath, bodyTimeout: 0 });
          const { body } = await client.request({ method: "POST", path: "/images/create?fromImage=app" });
          let count = 0;
          let rest = "";
          body.setEncoding("utf8");
          for await (const text of body) {
            const lines = (rest + text).split("\n");
            rest = lines.pop() ?? "";
            for (const line of lines) if (isStep(JSON.parse(line))) count++;
          }
          return verified(STEPS, count, STEPS, "steps");
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath) => {
          const docker = new Client({ host: `unix://${socketPath}`, cliCredentials: false });
          let count = 0;
          for await (const step of docker.images.pull("app:1")) if (isStep(step)) count++;
          return verified(STEPS, count, STEPS, "steps");
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath) => {
          const docker = connect(socketPath);
          const stream = await docker.pull("app:1");
          let count = 0;
          await new Promise<void>((resolve, reject) => {
            const finished = (error: Error | null) => (error ? reject(error) : resolve());
            docker.modem.followProgress(stream, finished, (step) => {
              if (isStep(step)) count++;
            });
          });
          return verified(STEPS, count, STEPS, "steps");
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath) => {
          const docker = await connect(socketPath);
          let count = 0;
          for await (const step of docker.imageCreate({ fromImage: "app:1" }).messages())
            if (isStep(step)) count++;
          return verified(STEPS, count, STEPS, "steps");
        };
      },
    },
  ],
};

const STEPS = 100_000;
const STEPS_PER_WRITE = 500;

function isStep(step: unknown): boolean {
  return (step as { status?: unknown }).status === "Downloading"; // seen by the comparison
}

async function servePull(socketPath: string): Promise<void> {
  const block = Buffer.concat(
    Array.from({ length: STEPS_PER_WRITE }, (_, index) => httpChunk(Buffer.from(`${step(index)}\r\n`))),
  );
  const server = createServer(({ url = "", socket }, response) => {
    if (url.includes("/images/create"))
      sendBlocks(socket, "application/json", block, STEPS / STEPS_PER_WRITE);
    else if (url.includes("/images/")) response.end(`{"Id":"sha256:${"a".repeat(64)}"}`);
    else response.setHeader("Api-Version", "1.51").end(engineVersion);
  });
  server.listen(socketPath);
  await once(server, "listening");
}

function step(index: number): string {
  const [current, total] = [index * 65_536, STEPS_PER_WRITE * 65_536];
  return JSON.stringify({
    status: "Downloading",
    progressDetail: { current, total },
    progress: `[${"=".repeat(index / 10)}>${" ".repeat(50 - index / 10)}]  ${current}B/${total}B`,
    id: "c29f5b76f736",
  });
}
