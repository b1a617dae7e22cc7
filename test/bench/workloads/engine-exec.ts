import { once } from "node:events";
import { connect } from "node:net";
import { DOCKERODE, dockerode } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { CountingWritable } from "./counting.js";
import { ENGINE_CONTAINER, startContainer } from "./engine-container.js";

export const engineExecWorkload: Workload = {
  name: "engine-exec",
  about:
    "A command in a container of a real engine, with its output and exit code: three calls, one after the other, and a process that the engine starts. @docker/node-sdk cannot take part: it sends what is to be run in the query.",
  shapes: ["echo"],
  unit: "command",
  rounds: 3,
  needsEngine: true,
  async serve(socketPath) {
    const container = await startContainer(socketPath, ["sleep", "3600"]);
    return () => container.remove();
  },
  clients: [
    {
      name: "bare undici and a bare socket",
      async prepare() {
        const { Pool } = await import("undici");
        return (socketPath) => {
          const pool = new Pool("http://daemon", { socketPath });
          const json = async (method: "GET" | "POST", path: string, body: object | null) => {
            const headers = { "content-type": "application/json" };
            const answer = await pool.request({ method, path, headers, body: body && JSON.stringify(body) });
            return answer.body.json() as Promise<{ Id: string; ExitCode: number }>; // as engines answer here
          };
          return times(async () => {
            const { Id } = await json("POST", `/containers/${ENGINE_CONTAINER}/exec`, ASKED);
            await bareStart(socketPath, Id);
            return (await json("GET", `/exec/${Id}/json`, null)).ExitCode;
          });
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return (socketPath) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          return times(async () => (await docker.exec(ENGINE_CONTAINER, ASKED.Cmd)).exitCode);
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const client = dockerode();
        return (socketPath) => {
          const docker = client(socketPath);
          return times(async () => {
            const exec = await docker.getContainer(ENGINE_CONTAINER).exec(ASKED);
            const stream = await exec.start({ hijack: true });
            const output = new CountingWritable();
            docker.modem.demuxStream(stream, output, output);
            await once(stream, "end");
            return (await exec.inspect()).ExitCode;
          });
        };
      },
    },
  ],
};

const ASKED = { Cmd: ["echo", "done"], AttachStdout: true, AttachStderr: true };
const COMMANDS = 25;

async function times(run: () => Promise<number>): Promise<number> {
  for (let left = COMMANDS; left > 0; left--) {
    const exitCode = await run();
    if (exitCode !== 0) throw new Error(`exit code ${exitCode}`);
  }
  return COMMANDS;
}

/** Starts an exec and reads all that comes. */
async function bareStart(socketPath: string, id: string): Promise<void> {
  const socket = connect(socketPath);
  socket.write(
    `POST /exec/${id}/start HTTP/1.1\r\nHost: daemon\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
  );
  socket.resume();
  await once(socket, "end");
  socket.end();
}
