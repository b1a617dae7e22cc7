import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { TarSource } from "../../generated/schema.js";
import type { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { progress } from "../resources/operation-cases.js";

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));

async function* inPieces(size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const kinds: readonly [name: string, make: () => TarSource][] = [
  ["a Buffer", () => bytes],
  ["a view of a larger memory", () => new Uint8Array(Buffer.concat([bytes, bytes]).buffer, 0, bytes.length)],
  ["a Node stream", () => Readable.from(inPieces(65_536))],
  ["an async generator", () => inPieces(100_000)],
  ["pieces of one and of no byte", () => smallPieces()],
  ["a web stream", () => new Blob([bytes]).stream()],
];

async function* smallPieces(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < 2_000; index++) {
    yield bytes.subarray(index, index + 1);
    yield new Uint8Array();
  }
  yield bytes.subarray(2_000);
}

const calls: readonly [
  route: string,
  answer: Buffer,
  send: (docker: Docker, tar: TarSource) => PromiseLike<unknown>,
][] = [
  [
    "PUT /containers/{id}/archive",
    Buffer.alloc(0),
    (d, tar) => d.containers.putArchive("a", tar, { path: "/" }),
  ],
  ["POST /images/load", progress({ stream: "Loaded image: a:1\n" }), (d, tar) => d.images.load(tar)],
  [
    "POST /images/create",
    progress({ status: `sha256:${"ab".repeat(32)}` }),
    (d, tar) => d.images.import(tar),
  ],
  ["POST /build", progress({ aux: { ID: "sha256:x" } }), (d, tar) => d.images.build(tar)],
  ["POST /plugins/create", Buffer.alloc(0), (d, tar) => d.plugins.create(tar, { name: "p" })],
];

describe.each(kinds)("%s", (_, make) => {
  test.each(calls)("arrives byte for byte at %s", async (route, answer, send) => {
    let received = "";
    let type: string | undefined;
    await using engine = await fakeEngine({
      [route]: async (call) => {
        received = hash(await call.body());
        type = call.headers["content-type"];
        call.send(200, answer);
      },
    });
    await send(engine.docker, make());
    expect(received).toBe(hash(bytes));
    expect(type).toBe("application/x-tar");
  });
});

describe("an upload", () => {
  test.each(calls)(
    "to %s that is refused early says why, and closes its stream",
    async (route, _answer, send) => {
      await using engine = await fakeEngine({
        [route]: (call) => call.json(404, { message: "No such container: web" }),
      });
      let closed = false;
      async function* endless(): AsyncGenerator<Uint8Array> {
        try {
          while (true) {
            yield Buffer.alloc(65_536);
            await sleep(1);
          }
        } finally {
          closed = true;
        }
      }
      const sending = (async () => send(engine.docker, endless()))();
      const failure = await sending.catch((error: unknown) => error);
      const { cause } = failure as Error;
      expect(failure instanceof NotFoundError || cause instanceof NotFoundError).toBe(true);
      expect(String(failure)).toContain("No such container: web");
      await expect.poll(() => closed, { timeout: 3_000 }).toBe(true);
    },
  );

  test.each(calls)(
    "to %s whose stream breaks fails with the stream's own error",
    async (route, answer, send) => {
      await using engine = await fakeEngine({
        [route]: async (call) => {
          await call.body().catch(() => undefined);
          if (!call.closed) call.send(200, answer);
        },
      });
      const why = new Error("the disk went away");
      async function* breaking(): AsyncGenerator<Uint8Array> {
        yield bytes;
        throw why;
      }
      const failure = await (async () => send(engine.docker, breaking()))().catch((error: unknown) => error);
      expect([failure, (failure as Error).cause]).toContain(why);
      await expect.poll(() => engine.daemon.busy, { timeout: 3_000 }).toBe(0);
    },
  );
});

function hash(data: Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
