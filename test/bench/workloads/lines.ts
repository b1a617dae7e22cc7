import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { dispatched } from "./bare.js";
import { builtDocker } from "./built.js";
import { verified } from "./counting.js";
import { framesIn, SMALL_FRAME_SHAPES, serveFrames } from "./frames-server.js";

export const linesWorkload: Workload = {
  name: "lines",
  about: "The same logs line by line, 112 bytes each. The floor reads the bytes and makes no lines of them.",
  shapes: SMALL_FRAME_SHAPES,
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
          await dispatched(socketPath, `/containers/${shape}/logs?tail=${MEGABYTES}`, (chunk) => {
            bytes += chunk.length;
          });
          return verified(MEGABYTES, bytes, framesIn(shape, MEGABYTES).bytes, "bytes");
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let lines = 0;
          for await (const { text } of docker.containers.logs(shape, { tail: `${MEGABYTES}` }).lines())
            if (text !== "") lines++;
          return verified(MEGABYTES, lines, framesIn(shape, MEGABYTES).frames, "lines");
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath, shape) => {
          const docker = connect(socketPath);
          const stream = await docker
            .getContainer(shape)
            .logs({ follow: true, stdout: true, stderr: true, tail: PEER_MEGABYTES });
          const output = new PassThrough();
          docker.modem.demuxStream(stream, output, output);
          stream.once("end", () => output.end());
          return counted(shape, output);
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath, shape) => {
          const client = await connect(socketPath);
          const output = new PassThrough();
          const options = { stdout: true, stderr: true, tail: `${PEER_MEGABYTES}` };
          const reading = client.containerLogs(shape, output, output, options).then(() => output.end());
          const amount = await counted(shape, output);
          await reading;
          return amount;
        };
      },
    },
  ],
};

const MEGABYTES = 192;
/** Less for the clients that would take minutes. */
const PEER_MEGABYTES = 16;

/** What who uses a peer writes, which gives streams of bytes and no lines. */
async function counted(shape: string, output: PassThrough): Promise<number> {
  let lines = 0;
  for await (const line of createInterface({ input: output })) if (line !== "") lines++;
  return verified(PEER_MEGABYTES, lines, framesIn(shape, PEER_MEGABYTES).frames, "lines");
}
