import { once } from "node:events";
import { createServer } from "node:http";
import { Readable, Writable } from "node:stream";
import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { dispatched } from "./bare.js";
import { builtDocker } from "./built.js";
import { CountingWritable, verified } from "./counting.js";
import { engineVersion, httpChunk, sendBlocks } from "./raw-answer.js";

export const archiveWorkload: Workload = {
  name: "archive",
  about:
    "A tar archive of 1 GB into a container (up) and out of it (down). @docker/node-sdk cannot take part in the first: it sends archives as JSON.",
  shapes: ["up", "down"],
  unit: "MB",
  rounds: 3,
  serve: serveArchives,
  clients: [
    {
      name: "bare undici",
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath, shape) => {
          if (shape === "up") {
            const client = new Client("http://daemon", { socketPath, bodyTimeout: 0, headersTimeout: 0 });
            const { body } = await client.request({ method: "PUT", path: PATH, body: tar() });
            await body.dump();
            return MEGABYTES;
          }
          let bytes = 0;
          await dispatched(socketPath, PATH, (chunk) => {
            bytes += chunk.length;
          });
          return verified(MEGABYTES, bytes, BYTES, "bytes");
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const { containers } = new Client({ host: `unix://${socketPath}` });
          if (shape === "up") {
            await containers.putArchive("web", tar(), { path: "/" });
            return MEGABYTES;
          }
          let bytes = 0;
          for await (const chunk of containers.getArchive("web", { path: "/" })) bytes += chunk.length;
          return verified(MEGABYTES, bytes, BYTES, "bytes");
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath, shape) => {
          const container = connect(socketPath).getContainer("web");
          if (shape === "up") {
            await container.putArchive(tar(), { path: "/" });
            return MEGABYTES;
          }
          let bytes = 0;
          for await (const chunk of await container.getArchive({ path: "/" })) bytes += chunk.length;
          return verified(MEGABYTES, bytes, BYTES, "bytes");
        };
      },
    },
    {
      name: NODE_SDK,
      shapes: ["down"],
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath) => {
          const client = await connect(socketPath);
          const count = new CountingWritable();
          await client.containerArchive("web", "/", Writable.toWeb(count));
          return verified(MEGABYTES, count.bytes, BYTES, "bytes");
        };
      },
    },
  ],
};

const PATH = "/containers/web/archive?path=/";
const PIECE = Buffer.alloc(64_000, "x");
const PIECES = 16_000;
const BYTES = PIECE.length * PIECES;
const MEGABYTES = BYTES / 1e6;

/** What stands for a tar archive: nobody on the way looks into it. */
function tar(): Readable {
  let left = PIECES;
  return new Readable({
    read() {
      this.push(left-- > 0 ? PIECE : null);
    },
  });
}

async function serveArchives(socketPath: string): Promise<void> {
  const block = Buffer.concat(Array.from({ length: 8 }, () => httpChunk(PIECE.subarray(0, 32_000))));
  const server = createServer(async (request, response) => {
    if (request.method === "PUT") {
      let bytes = 0;
      for await (const chunk of request) bytes += chunk.length;
      response.writeHead(bytes === BYTES ? 200 : 500).end();
    } else if (request.url?.includes("/archive")) {
      sendBlocks(request.socket, "application/x-tar", block, BYTES / (8 * 32_000));
    } else response.setHeader("Api-Version", "1.51").end(engineVersion);
  });
  server.listen(socketPath);
  await once(server, "listening");
}
