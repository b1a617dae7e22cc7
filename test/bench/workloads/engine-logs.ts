import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { dispatched } from "./bare.js";
import { builtDocker } from "./built.js";
import { CountingWritable, verified } from "./counting.js";
import { ENGINE_CONTAINER, startContainer } from "./engine-container.js";

export const engineLogsWorkload: Workload = {
  name: "engine-logs",
  about:
    "Logs of a real engine, 120 bytes a line. The engine is what limits them: the processor time of the client is the finding, `CPU µs/MB` being milliseconds for each GB.",
  shapes: ["32 MB"],
  unit: "MB",
  rounds: 3,
  needsEngine: true,
  async serve(socketPath) {
    const line = "a".repeat(LINE - 1);
    const container = await startContainer(socketPath, ["sh", "-c", `yes ${line} | head -n ${LINES}`]);
    await container.wait();
    return () => container.remove();
  },
  clients: [
    {
      name: "bare undici (dispatch), nothing decoded",
      async prepare() {
        await import("undici");
        return async (socketPath) => {
          let bytes = 0;
          await dispatched(socketPath, `/containers/${ENGINE_CONTAINER}/logs?stdout=1`, (chunk) => {
            bytes += chunk.length;
          });
          return verified(MEGABYTES, bytes, BYTES + 8 * LINES, "bytes");
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let bytes = 0;
          for await (const { data } of docker.containers.logs(ENGINE_CONTAINER)) bytes += data.length;
          return verified(MEGABYTES, bytes, BYTES, "bytes");
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath) => {
          const docker = connect(socketPath);
          const stream = await docker
            .getContainer(ENGINE_CONTAINER)
            .logs({ follow: true, stdout: true, stderr: true });
          const count = new CountingWritable();
          docker.modem.demuxStream(stream, count, count);
          await new Promise((resolve) => stream.once("end", resolve));
          return verified(MEGABYTES, count.bytes, BYTES, "bytes");
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath) => {
          const client = await connect(socketPath);
          const count = new CountingWritable();
          await client.containerLogs(ENGINE_CONTAINER, count, count, { stdout: true, stderr: true });
          return verified(MEGABYTES, count.bytes, BYTES, "bytes");
        };
      },
    },
  ],
};

const LINE = 120;
const LINES = 266_667;
const BYTES = LINE * LINES;
const MEGABYTES = BYTES / 1e6;
