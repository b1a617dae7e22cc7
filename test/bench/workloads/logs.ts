import { Writable } from "node:stream";
import { fromPeers } from "../peers.js";
import type { Workload } from "../workloads.js";
import { builtDocker } from "./built.js";
import { FRAME_SHAPES, framesIn, serveFrames } from "./frames-server.js";

/** Reading a container's logs: the payload of every frame is seen and counted. */
export const logsWorkload: Workload = {
  name: "logs",
  shapes: FRAME_SHAPES,
  unit: "MB",
  rounds: 5,
  serve: serveFrames,
  clients: [
    {
      // The bytes are counted where undici hands them over; its body stream and its request() cost more.
      name: "bare undici (dispatch)",
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath, shape) => {
          let bytes = 0;
          await new Promise<void>((resolve, reject) => {
            new Client("http://daemon", { socketPath, bodyTimeout: 0 }).dispatch(
              { method: "GET", path: logsPath(shape) },
              {
                onResponseData(_, chunk) {
                  bytes += chunk.length;
                },
                onResponseEnd: () => resolve(),
                onResponseError: (_, error) => reject(error),
                onRequestStart() {},
                onResponseStart() {},
              },
            );
          });
          return verified(MEGABYTES, "bytes", bytes);
        };
      },
    },
    {
      name: "undici request, its body iterated",
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath, shape) => {
          const client = new Client("http://daemon", { socketPath, bodyTimeout: 0 });
          const { body } = await client.request({ method: "GET", path: logsPath(shape) });
          let bytes = 0;
          for await (const chunk of body) bytes += chunk.length;
          return verified(MEGABYTES, "bytes", bytes);
        };
      },
    },
    {
      name: "ours",
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let bytes = 0;
          for await (const { data } of docker.containers.logs(shape, { tail: `${MEGABYTES}` }))
            bytes += data.length;
          return verified(MEGABYTES, "payload", bytes);
        };
      },
    },
    {
      name: "ours, line by line",
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          const logs = docker.containers.logs(shape, { tail: `${MEGABYTES}` });
          let lines = 0;
          for await (const { text } of logs.lines()) if (text !== "") lines++;
          return verified(MEGABYTES, "frames", lines);
        };
      },
    },
    {
      name: "dockerode 5.0.1",
      async prepare() {
        // What the package exports, as far as it is used here; its types are not installed.
        const Docker = fromPeers("dockerode") as DockerodeModule;
        return async (socketPath, shape) => {
          const docker = new Docker({ socketPath });
          const stream = await docker
            .getContainer(shape)
            .logs({ follow: true, stdout: true, stderr: true, tail: PEER_MEGABYTES });
          const count = new CountingWritable();
          docker.modem.demuxStream(stream, count, count);
          await new Promise((resolve) => stream.once("end", resolve));
          return verified(PEER_MEGABYTES, "payload", count.bytes);
        };
      },
    },
    {
      name: "@docker/node-sdk 0.0.17",
      async prepare() {
        // As above.
        const { DockerClient } = fromPeers("@docker/node-sdk") as NodeSdkModule;
        return async (socketPath, shape) => {
          const client = await DockerClient.fromDockerHost(`unix://${socketPath}`);
          const count = new CountingWritable();
          const options = { stdout: true, stderr: true, tail: `${PEER_MEGABYTES}` };
          await client.containerLogs(shape, count, count, options);
          return verified(PEER_MEGABYTES, "payload", count.bytes);
        };
      },
    },
  ],
};

const MEGABYTES = 512;
/** Less for the clients that would take minutes. */
const PEER_MEGABYTES = 32;

function logsPath(shape: string): string {
  return `/containers/${shape}/logs?stdout=1&stderr=1&tail=${MEGABYTES}`;
}

/** Gives `megabytes`, if all of their frames were counted. */
function verified(megabytes: number, what: "bytes" | "payload" | "frames", count: number): number {
  const expected = framesIn(megabytes)[what];
  if (count !== expected) throw new Error(`${count} ${what} arrived instead of ${expected}`);
  return megabytes;
}

class CountingWritable extends Writable {
  bytes = 0;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}

interface DockerodeModule {
  new (options: {
    socketPath: string;
  }): {
    getContainer(id: string): {
      logs(options: {
        follow: boolean;
        stdout: boolean;
        stderr: boolean;
        tail: number;
      }): Promise<NodeJS.ReadableStream>;
    };
    readonly modem: {
      demuxStream(stream: NodeJS.ReadableStream, stdout: Writable, stderr: Writable): void;
    };
  };
}

interface NodeSdkModule {
  readonly DockerClient: {
    fromDockerHost(host: string): Promise<{
      containerLogs(
        id: string,
        stdout: Writable,
        stderr: Writable,
        options: { stdout: boolean; stderr: boolean; tail: string },
      ): Promise<void>;
    }>;
  };
}
