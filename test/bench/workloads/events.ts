import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { fromPeers } from "../peers.js";
import type { Workload } from "../workloads.js";
import { builtDocker } from "./built.js";

/** Events as they come from an engine: small JSON values, a line each. */
export const eventsWorkload: Workload = {
  name: "events",
  shapes: ["packed", "chunk-per-line"],
  unit: "event",
  rounds: 3,
  serve: serveEvents,
  clients: [
    {
      name: "undici.request and JSON.parse by line",
      async prepare() {
        const { Client } = await import("undici");
        return async (socketPath, shape) => {
          const client = new Client("http://daemon", { socketPath, bodyTimeout: 0 });
          const { body } = await client.request({ method: "GET", path: `/events?since=${sinceOf(shape)}` });
          let count = 0;
          let rest = "";
          body.setEncoding("utf8");
          for await (const text of body) {
            const lines = (rest + text).split("\n");
            rest = lines.pop() ?? "";
            for (const line of lines) if (JSON.parse(line).Action === "start") count++;
          }
          return all(count);
        };
      },
    },
    {
      name: "ours",
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let count = 0;
          for await (const { Action } of docker.system.events({ since: sinceOf(shape) })) {
            if (Action === "start") count++;
          }
          return all(count);
        };
      },
    },
    {
      name: "dockerode 5.0.1, lines and JSON.parse by the user",
      async prepare() {
        // What the package exports, as far as it is used here; its types are not installed.
        const Dockerode = fromPeers("dockerode") as new (options: {
          socketPath: string;
        }) => {
          getEvents(options: { since: number }): Promise<NodeJS.ReadableStream>;
        };
        return async (socketPath, shape) => {
          const stream = await new Dockerode({ socketPath }).getEvents({ since: sinceOf(shape) });
          let count = 0;
          for await (const line of createInterface({ input: stream })) {
            if (JSON.parse(line).Action === "start") count++;
          }
          return all(count);
        };
      },
    },
    {
      name: "@docker/node-sdk 0.0.17",
      async prepare() {
        // As above.
        const { DockerClient } = fromPeers("@docker/node-sdk") as {
          DockerClient: {
            fromDockerHost(host: string): Promise<{
              systemEvents(options: { since: string }): AsyncIterable<{ Action?: string }>;
            }>;
          };
        };
        return async (socketPath, shape) => {
          // It does not send `since` (its defect), so that the server cannot tell the shape: packed it is.
          const client = await DockerClient.fromDockerHost(`unix://${socketPath}`);
          let count = 0;
          for await (const { Action } of client.systemEvents({ since: `${sinceOf(shape)}` })) {
            if (Action === "start") count++;
          }
          return all(count);
        };
      },
    },
  ],
};

/** Every client can say a time: it stands for the shape. */
function sinceOf(shape: string): number {
  return shape === "packed" ? 1 : 2;
}

function all(count: number): number {
  if (count !== EVENTS) throw new Error(`${count} events arrived instead of ${EVENTS}`);
  return count;
}

const EVENTS = 300_000;
const EVENTS_PER_WRITE = 500;

async function serveEvents(socketPath: string): Promise<void> {
  const lines = Array.from({ length: EVENTS_PER_WRITE }, (_, index) => `${JSON.stringify(event(index))}\n`);
  const blocks: Record<string, string> = {
    packed: httpChunk(lines.join("")),
    "chunk-per-line": lines.map(httpChunk).join(""),
  };
  const server = createServer(({ url = "", socket }, response) => {
    if (!url.includes("/events")) {
      response.setHeader("Api-Version", "1.51").end('{"ApiVersion":"1.51","MinAPIVersion":"1.24"}');
      return;
    }
    const block = Buffer.from(blocks[url.includes("since=2") ? "chunk-per-line" : "packed"] ?? "");
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (let sent = 0; sent < EVENTS; sent += EVENTS_PER_WRITE) socket.write(block);
    socket.end("0\r\n\r\n");
  });
  server.listen(socketPath);
  await once(server, "listening");
}

function event(index: number) {
  const id = index.toString(16).padStart(64, "0");
  return {
    status: "start",
    id,
    from: "busybox:1",
    Type: "container",
    Action: "start",
    Actor: { ID: id, Attributes: { image: "busybox:1", name: `web-${index}`, "com.example.team": "a" } },
    scope: "local",
    time: 1_700_000_000 + index,
    timeNano: 1_700_000_000_000_000_000,
  };
}

function httpChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
