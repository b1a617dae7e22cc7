import { fromPeers } from "../peers.js";
import type { Work, Workload } from "../workloads.js";
import { builtDocker } from "./built.js";
import { serveCalls } from "./calls-server.js";

/** Calls that answer at once: what a client costs for each. */
export const callsWorkload: Workload = {
  name: "calls",
  shapes: ["ping", "list of 300", "inspect, 64 at a time"],
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
            list: () => request("/containers/json", true),
            inspect: () => request("/containers/web/json", true),
          });
        };
      },
    },
    {
      name: "ours",
      async prepare() {
        const Client = await builtDocker();
        return (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          return repeat(shape, {
            ping: () => docker.system.ping(),
            list: () => docker.containers.list(),
            inspect: () => docker.containers.inspect("web"),
          });
        };
      },
    },
    {
      name: "dockerode 5.0.1",
      async prepare() {
        // What the package exports, as far as it is used here; its types are not installed.
        const Dockerode = fromPeers("dockerode") as DockerodeModule;
        return (socketPath, shape) => {
          const docker = new Dockerode({ socketPath });
          return repeat(shape, {
            ping: () => docker.ping(),
            list: () => docker.listContainers(),
            inspect: () => docker.getContainer("web").inspect(),
          });
        };
      },
    },
    {
      name: "@docker/node-sdk 0.0.17",
      async prepare() {
        // As above.
        const { DockerClient } = fromPeers("@docker/node-sdk") as NodeSdkModule;
        return async (socketPath, shape) => {
          const docker = await DockerClient.fromDockerHost(`unix://${socketPath}`);
          return repeat(shape, {
            ping: () => docker.systemPing(),
            list: () => docker.containerList(),
            inspect: () => docker.containerInspect("web"),
          });
        };
      },
    },
  ],
};

interface Calls {
  ping(): Promise<unknown>;
  list(): Promise<unknown>;
  inspect(): Promise<unknown>;
}

/** Does the shape's call often, after a first one that is not different from the others but opens the connection. */
async function repeat(shape: string, calls: Calls): ReturnType<Work> {
  if (shape === "ping") return inTurn(8_000, 1, calls.ping);
  if (shape === "list of 300") return inTurn(400, 1, calls.list);
  return inTurn(12_000, 64, calls.inspect);
}

async function inTurn(count: number, atATime: number, call: () => Promise<unknown>): Promise<number> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return count;
}

type DockerodeModule = new (options: {
  socketPath: string;
}) => {
  ping(): Promise<unknown>;
  listContainers(): Promise<unknown>;
  getContainer(id: string): { inspect(): Promise<unknown> };
};

interface NodeSdkModule {
  readonly DockerClient: {
    fromDockerHost(host: string): Promise<{
      systemPing(): Promise<unknown>;
      containerList(): Promise<unknown>;
      containerInspect(id: string): Promise<unknown>;
    }>;
  };
}
