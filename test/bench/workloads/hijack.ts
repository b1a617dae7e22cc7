import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Writable } from "node:stream";
import { OURS, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { serveEcho } from "./hijack-server.js";

export const hijackWorkload: Workload = {
  name: "hijack",
  about:
    "Connections that are handed over, as for attach and exec: megabytes there and back at the same time, and many that are opened and left.",
  shapes: ["echo of 256 MB", "1,000 opened and left"],
  unit: "MB or connection",
  rounds: 3,
  serve: serveEcho,
  clients: [
    {
      name: "bare net.Socket",
      async prepare() {
        return (socketPath, shape) =>
          shape === "echo of 256 MB"
            ? bareEcho(socketPath)
            : times(THOUSAND, async () => (await bareOpen(socketPath)).destroy());
      },
    },
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          const { containers } = new Client({ host: `unix://${socketPath}` });
          const attach = () => containers.attach("cat", { stdin: true });
          if (shape !== "echo of 256 MB") return times(THOUSAND, async () => (await attach()).close());
          const { output, stdin } = await attach();
          let bytes = 0;
          const reading = (async () => {
            for await (const { data } of output) bytes += data.length;
          })();
          await fill(stdin);
          await reading;
          if (bytes !== TOTAL) throw new Error(`${bytes} bytes came back instead of ${TOTAL}`);
          return TOTAL / 1e6;
        };
      },
    },
  ],
};

const THOUSAND = 1_000;
const PIECE = Buffer.alloc(64_000, "x");
const TOTAL = 4_000 * PIECE.length;

async function bareEcho(socketPath: string): Promise<number> {
  const socket = await bareOpen(socketPath);
  let bytes = 0;
  socket.on("data", (data) => {
    bytes += data.length;
  });
  socket.resume();
  const ended = once(socket, "end");
  await fill(socket);
  await ended;
  // With the frames' headers, which nobody takes off here.
  if (bytes < TOTAL) throw new Error(`${bytes} bytes came back instead of ${TOTAL}`);
  return TOTAL / 1e6;
}

/** Asks for a connection, waits for the head of the answer and leaves the rest to the caller. */
async function bareOpen(socketPath: string): Promise<Socket> {
  const socket = connect(socketPath);
  socket.write(
    "POST /v1.51/containers/cat/attach HTTP/1.1\r\nHost: daemon\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n",
  );
  await once(socket, "readable");
  socket.read();
  return socket;
}

async function fill(writable: Writable): Promise<void> {
  for (let left = TOTAL; left > 0; left -= PIECE.length) {
    if (!writable.write(PIECE)) await once(writable, "drain");
  }
  writable.end();
}

async function times(count: number, open: () => Promise<unknown>): Promise<number> {
  for (let left = count; left > 0; left--) await open();
  return count;
}
