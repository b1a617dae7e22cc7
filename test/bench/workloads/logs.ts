import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { dispatched } from "./bare.js";
import { builtDocker } from "./built.js";
import { CountingWritable, verified } from "./counting.js";
import { FRAME_SHAPES, framesIn, serveFrames } from "./frames-server.js";

export const logsWorkload: Workload = {
  name: "logs",
  about:
    "A container's logs, without a TTY: the payload of every frame is taken out of the stream and counted. Packed: many frames in an HTTP chunk. Chunk each: as engines send them.",
  shapes: FRAME_SHAPES,
  unit: "MB",
  rounds: 3,
  serve: serveFrames,
  clients: [
    {
      name: "bare undici (dispatch), nothing decoded",
      async prepare() {
        await import("undici");
        return async (socketPath, shape) => {
          let bytes = 0;
          await dispatched(socketPath, logsPath(shape), (chunk) => {
            bytes += chunk.length;
          });
          return all(shape, "bytes", bytes);
        };
      },
    },
    {
      name: "undici.request, its body iterated, nothing decoded",
      aside: true,
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath, shape) => {
          const client = new Client("http://daemon", { socketPath, bodyTimeout: 0 });
          const { body } = await client.request({ method: "GET", path: logsPath(shape) });
          let bytes = 0;
          for await (const chunk of body) bytes += chunk.length;
          return all(shape, "bytes", bytes);
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let bytes = 0;
          for await (const { data } of docker.containers.logs(shape, { tail: `${MEGABYTES}` }))
            bytes += data.length;
          return all(shape, "payload", bytes);
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath, shape) => {
          const docker = connect(socketPath);
          const megabytes = peerMegabytes(shape);
          const stream = await docker
            .getContainer(shape)
            .logs({ follow: true, stdout: true, stderr: true, tail: megabytes });
          const count = new CountingWritable();
          docker.modem.demuxStream(stream, count, count);
          await new Promise((resolve) => stream.once("end", resolve));
          return all(shape, "payload", count.bytes, megabytes);
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath, shape) => {
          const client = await connect(socketPath);
          const megabytes = peerMegabytes(shape);
          const count = new CountingWritable();
          const options = { stdout: true, stderr: true, tail: `${megabytes}` };
          await client.containerLogs(shape, count, count, options);
          return all(shape, "payload", count.bytes, megabytes);
        };
      },
    },
  ],
};

const MEGABYTES = 384;

/** Less for the clients that would take minutes. */
function peerMegabytes(shape: string): number {
  return shape.startsWith("120") ? 24 : 96;
}

function logsPath(shape: string): string {
  return `/containers/${shape}/logs?stdout=1&stderr=1&tail=${MEGABYTES}`;
}

function all(shape: string, what: "bytes" | "payload", count: number, megabytes = MEGABYTES): number {
  return verified(megabytes, count, framesIn(shape, megabytes)[what], what);
}
