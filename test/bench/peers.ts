import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";

export const DOCKERODE = "dockerode 5.0.1";
export const NODE_SDK = "@docker/node-sdk 0.0.17";

/** What of dockerode is used here; its types are not installed. */
export interface Dockerode {
  readonly modem: {
    demuxStream(stream: Readable, stdout: Writable, stderr: Writable): void;
    followProgress(
      stream: Readable,
      finished: (error: Error | null) => void,
      progress: (step: unknown) => void,
    ): void;
  };
  ping(): Promise<unknown>;
  listContainers(options?: { limit: number }): Promise<unknown>;
  pull(image: string): Promise<Readable>;
  getEvents(options: { since: number }): Promise<Readable>;
  getContainer(id: string): {
    inspect(): Promise<unknown>;
    logs(options: { follow: true; stdout: boolean; stderr: boolean; tail?: number }): Promise<Readable>;
    exec(options: object): Promise<{
      start(options: object): Promise<Readable>;
      inspect(): Promise<{ ExitCode: number }>;
    }>;
    getArchive(options: { path: string }): Promise<Readable>;
    putArchive(tar: Readable, options: { path: string }): Promise<unknown>;
  };
}

/** What of @docker/node-sdk is used here. */
export interface NodeSdk {
  systemPing(): Promise<unknown>;
  containerList(options?: { limit: number }): Promise<unknown>;
  containerInspect(id: string): Promise<unknown>;
  systemEvents(options: { since: string }): AsyncIterable<{ Action?: string }>;
  imageCreate(options: { fromImage: string }): { messages(): AsyncIterable<unknown> };
  containerArchive(id: string, path: string, out: WritableStream<Uint8Array>): Promise<void>;
  containerLogs(
    id: string,
    stdout: Writable,
    stderr: Writable,
    options: { stdout: boolean; stderr: boolean; tail?: string },
  ): Promise<void>;
}

/** Imports dockerode and gives what makes a client. */
export function dockerode(): (socketPath: string) => Dockerode {
  const Docker = fromPeers("dockerode") as new (options: { socketPath: string }) => Dockerode; // see above
  return (socketPath) => new Docker({ socketPath });
}

/** The same for @docker/node-sdk. */
export function nodeSdk(): (socketPath: string) => Promise<NodeSdk> {
  const { DockerClient } = fromPeers("@docker/node-sdk") as {
    DockerClient: { fromDockerHost(host: string): Promise<NodeSdk> };
  }; // see above
  return (socketPath) => DockerClient.fromDockerHost(`unix://${socketPath}`);
}

/** A package of test/bench/peers, which has its own package.json. */
function fromPeers(name: string): unknown {
  return createRequire(new URL("./peers/package.json", import.meta.url))(name);
}
