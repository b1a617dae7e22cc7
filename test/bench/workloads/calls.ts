import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Work, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { serveCalls } from "./calls-server.js";

export const callsWorkload: Workload = {
  name: "calls",
  about:
    "Calls that are answered at once: what a client costs for each. A container is some 700 bytes of JSON.",
  shapes: ["ping", "inspect, 64 at a time", "list of 300", "list of 5,000"],
  unit: "call",
  rounds: 5,
  serve: serveCalls,
  clients: [
    {
      name: "bare undici.request",
      async prepare() {
        const { Pool } = await import("undici");
        return (socketPath, shape) => {
          const pool = new Pool("http://daemon", { connect: { socketPath }, pipelining: 1 });
          const request = async (path: string, parse: boolean) => {
            const { body } = await pool.request({ method: "GET", path: `/v1.51${path}` });
            return parse ? body.json() : body.text();
          };
          return repeat(shape, {
            ping: () => request("/_ping", false),
            list: (limit) => request(`/containers/json?limit=${limit}`, true),
            inspect: () => request("/containers/web/json", true),
          });
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          return repeat(shape, {
            ping: () => docker.system.ping(),
            list: (limit) => docker.containers.list({ limit }),
            inspect: () => docker.containers.inspect("web"),
          });
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return (socketPath, shape) => {
          const docker = connect(socketPath);
          return repeat(shape, {
            ping: () => docker.ping(),
            list: (limit) => docker.listContainers({ limit }),
            inspect: () => docker.getContainer("web").inspect(),
          });
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath, shape) => {
          const docker = await connect(socketPath);
          return repeat(shape, {
            ping: () => docker.systemPing(),
            list: (limit) => docker.containerList({ limit }),
            inspect: () => docker.containerInspect("web"),
          });
        };
      },
    },
  ],
};

interface Calls {
  ping(): Promise<unknown>;
  list(limit: number): Promise<unknown>;
  inspect(): Promise<unknown>;
}

function repeat(shape: string, { ping, inspect, list }: Calls): ReturnType<Work> {
  if (shape === "ping") return inTurn(10_000, 1, ping);
  if (shape === "inspect, 64 at a time") return inTurn(16_000, 64, inspect);
  return shape === "list of 300" ? inTurn(500, 1, () => list(300)) : inTurn(30, 1, () => list(5_000));
}

async function inTurn(count: number, atATime: number, call: () => Promise<unknown>): Promise<number> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return count;
}
