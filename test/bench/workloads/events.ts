import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { DOCKERODE, dockerode, NODE_SDK, nodeSdk } from "../peers.js";
import { OURS, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { verified } from "./counting.js";
import { engineVersion, httpChunk, sendBlocks } from "./raw-answer.js";

export const eventsWorkload: Workload = {
  name: "events",
  about:
    "300,000 events, a JSON value of about 440 bytes on each line. The floor splits what undici.request gives into lines and parses each; what the parser alone takes for lines that are in memory is the least anybody can need.",
  shapes: ["packed", "chunk-each"],
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
          return verified(EVENTS, count, EVENTS, "events");
        };
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const docker = new Client({ host: `unix://${socketPath}` });
          let count = 0;
          for await (const { Action } of docker.system.events({ since: sinceOf(shape) })) {
            if (Action === "start") count++;
          }
          return verified(EVENTS, count, EVENTS, "events");
        };
      },
    },
    {
      name: DOCKERODE,
      async prepare() {
        const connect = dockerode();
        return async (socketPath, shape) => {
          const stream = await connect(socketPath).getEvents({ since: sinceOf(shape) });
          let count = 0;
          // It gives bytes: this is what who uses it writes.
          for await (const line of createInterface({ input: stream })) {
            if (JSON.parse(line).Action === "start") count++;
          }
          return verified(EVENTS, count, EVENTS, "events");
        };
      },
    },
    {
      name: NODE_SDK,
      async prepare() {
        const connect = nodeSdk();
        return async (socketPath, shape) => {
          // It does not send `since` (its defect), so that the server cannot tell the shape: packed it is.
          const client = await connect(socketPath);
          let count = 0;
          for await (const { Action } of client.systemEvents({ since: `${sinceOf(shape)}` })) {
            if (Action === "start") count++;
          }
          return verified(EVENTS, count, EVENTS, "events");
        };
      },
    },
    {
      name: "JSON.parse alone, of lines in memory",
      aside: true,
      async prepare() {
        const lines = Array.from({ length: EVENTS_PER_WRITE }, (_, index) => JSON.stringify(event(index)));
        return async () => {
          let count = 0;
          for (let round = 0; round < EVENTS / EVENTS_PER_WRITE; round++) {
            for (const line of lines) if (JSON.parse(line).Action === "start") count++;
          }
          return verified(EVENTS, count, EVENTS, "events");
        };
      },
    },
  ],
};

/** Every client can say a time: it stands for the shape. */
function sinceOf(shape: string): number {
  return shape === "packed" ? 1 : 2;
}

const EVENTS = 300_000;
const EVENTS_PER_WRITE = 500;

async function serveEvents(socketPath: string): Promise<void> {
  const lines = Array.from({ length: EVENTS_PER_WRITE }, (_, index) =>
    Buffer.from(`${JSON.stringify(event(index))}\n`),
  );
  const packed = httpChunk(Buffer.concat(lines));
  const chunkEach = Buffer.concat(lines.map(httpChunk));
  const server = createServer(({ url = "", socket }, response) => {
    if (!url.includes("/events")) response.setHeader("Api-Version", "1.51").end(engineVersion);
    else {
      const block = url.includes("since=2") ? chunkEach : packed;
      sendBlocks(socket, "application/json", block, EVENTS / EVENTS_PER_WRITE);
    }
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
