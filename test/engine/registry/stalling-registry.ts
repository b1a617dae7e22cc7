import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type TarEntry, tar } from "../../../scripts/engine/tar.js";
import { moment } from "../../client/fake-engine.js";

/** A registry with one image, whose layer stops in the middle until it is told to go on. For engines on this machine's loopback. */
export async function stallingRegistry(): Promise<StallingRegistry> {
  const layer = imageLayer();
  const config = json({
    architecture: "amd64",
    os: "linux",
    config: {},
    rootfs: { type: "layers", diff_ids: [digest(layer)] },
  });
  const packed = gzipSync(layer, { level: 0 });
  const manifest = json({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: configType, size: config.length, digest: digest(config) },
    layers: [{ mediaType: layerType, size: packed.length, digest: digest(packed) }],
  });
  const waiting = new Set<() => void>();
  const stalled = moment();
  let stalls = true;

  const give = (response: ServerResponse, body: Buffer, type: string) =>
    response.writeHead(200, {
      "Content-Type": type,
      "Content-Length": body.length,
      "Docker-Content-Digest": digest(body),
    });
  const server = createServer((request, response) => {
    const name = request.url?.split("/").at(-1) ?? "";
    if (request.url === "/v2/") response.end();
    else if (name === "1" || name === digest(manifest)) give(response, manifest, manifestType).end(manifest);
    else if (name === digest(config)) give(response, config, configType).end(config);
    else if (name === digest(packed)) {
      give(response, packed, layerType).write(packed.subarray(0, packed.length / 2));
      const rest = () => response.end(packed.subarray(packed.length / 2));
      if (!stalls) return rest();
      waiting.add(rest);
      stalled.now();
    } else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has no other
  return {
    image: `127.0.0.1:${port}/stalling:1`,
    stalled: stalled.came,
    goOn() {
      stalls = false;
      for (const rest of waiting) rest();
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

export interface StallingRegistry extends AsyncDisposable {
  readonly image: string;
  /** The first download has stopped. */
  readonly stalled: Promise<void>;
  /** Lets all downloads come to their end, those that begin later too. */
  goOn(): void;
}

const manifestType = "application/vnd.docker.distribution.manifest.v2+json";
const configType = "application/vnd.docker.container.image.v1+json";
const layerType = "application/vnd.docker.image.rootfs.diff.tar.gzip";

function imageLayer(): Buffer {
  const file: TarEntry = { path: "file", mode: 0o644, content: Buffer.alloc(200_000, "x") };
  return tar([file]);
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function digest(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
