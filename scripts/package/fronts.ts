import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, type Socket } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { type Certificates, createCertificates } from "../../test/helpers/certificates.js";

/** The other ways to the engine at a unix socket that consumer/story.mjs tries: mutual TLS on loopback, and a program called `ssh`. */
export async function fronts(socketPath: string, folder: string): Promise<Fronts> {
  const certificates = createCertificates();
  const tls = await tlsFront(socketPath, certificates);
  const bin = await sshFront(socketPath, folder);
  const { ca, client } = certificates;
  return {
    tls: { host: tls.host, options: { ca, cert: client.cert, key: client.key } },
    ssh: { host: "ssh://me@build.example" },
    bin,
    async [Symbol.asyncDispose]() {
      await tls.close();
      certificates.remove();
    },
  };
}

export interface Fronts extends AsyncDisposable {
  readonly tls: { readonly host: string; readonly options: Readonly<Record<"ca" | "cert" | "key", string>> };
  readonly ssh: { readonly host: string };
  /** The folder of `ssh`, for PATH. */
  readonly bin: string;
}

async function tlsFront(socketPath: string, { ca, server: { cert, key } }: Certificates) {
  const open = new Set<Socket>();
  const options = { ca, cert, key, requestCert: true, rejectUnauthorized: true, allowHalfOpen: true };
  const server = createServer(options, (near) => {
    const far = connect({ path: socketPath, allowHalfOpen: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
  });
  // Those too that never get through the handshake.
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  // A client that does not like our key.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    host: `tcp://127.0.0.1:${port}`,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}

/** What `ssh HOST docker system dial-stdio` does, without the far machine. */
async function sshFront(socketPath: string, folder: string): Promise<string> {
  const bin = join(folder, "bin");
  await mkdir(bin);
  const script = `#!${process.execPath}
const far = require("node:net").connect({ path: ${JSON.stringify(socketPath)}, allowHalfOpen: true });
process.stdin.pipe(far);
far.pipe(process.stdout);
far.on("error", () => process.exit(1));
far.on("close", () => process.exit(0));
`;
  await writeFile(join(bin, "ssh"), script);
  await chmod(join(bin, "ssh"), 0o755);
  return bin;
}
