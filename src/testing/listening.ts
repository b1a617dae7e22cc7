import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lets a server listen where nobody else is: mkdtemp makes a folder that only its user may enter. */
export async function listen(
  server: Server,
  where: "unix" | "tcp" = process.platform === "win32" ? "tcp" : "unix",
): Promise<Listening> {
  if (where === "tcp") return listenTcp(server);
  const folder = await mkdtemp(join(tmpdir(), "docker-engine-sdk-"));
  const path = join(folder, "docker.sock");
  removeAtExit(folder);
  const leave = async () => {
    await rm(folder, { recursive: true, force: true });
    forget(folder);
  };
  try {
    await listened(server, { path });
  } catch (error) {
    await leave();
    throw error;
  }
  return {
    host: `unix://${path}`,
    async close() {
      await closed(server);
      await leave();
    },
  };
}

export interface Listening {
  readonly host: string;
  /** Needs every connection to be closed. */
  close(): Promise<void>;
}

/** Those of this process. One listener for all, as Node warns of the eleventh. */
const folders = new Set<string>();

/** For a process that ends without a stop. */
function removeAtExit(folder: string): void {
  if (folders.size === 0) process.on("exit", removeAll);
  folders.add(folder);
}

function forget(folder: string): void {
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeAll);
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function listenTcp(server: Server): Promise<Listening> {
  await listened(server, { port: 0, host: "127.0.0.1" });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { host: `tcp://127.0.0.1:${port}`, close: () => closed(server) };
}

async function listened(
  server: Server,
  at: { path: string } | { port: number; host: string },
): Promise<void> {
  server.listen(at);
  await once(server, "listening");
}

/** A second close does nothing. */
async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, "close");
}
