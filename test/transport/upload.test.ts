import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { uploadOf } from "../../src/transport/upload.js";

describe("uploadOf", () => {
  it.each([undefined, "text", new Uint8Array(1), Buffer.from("x")])("leaves %o alone", (body) => {
    expect(watched(body).upload).toBeUndefined();
  });

  it("gives the pieces as they are and tells of the end once", async () => {
    const { upload, told } = watched(of("a", "b"));
    const pieces: string[] = [];
    for await (const piece of upload ?? []) pieces.push(String(piece));
    upload?.stop();
    expect(pieces).toEqual(["a", "b"]);
    expect(told).toEqual(["sent"]);
  });

  it("tells of a stream that breaks, with its own error", async () => {
    const { upload, told } = watched(of("a", new Error("broke")));
    const reading = upload?.[Symbol.asyncIterator]();
    await reading?.next();
    await expect(reading?.next()).rejects.toThrow("broke");
    expect(told).toEqual([new Error("broke")]);
  });

  it("refuses a piece that is no bytes", async () => {
    const { upload, told } = watched(of(5));
    await expect(upload?.[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(told).toMatchObject([{ message: expect.stringContaining("type number") }]);
  });

  it("closes what was begun, quiet as it may be, and says nothing more", async () => {
    const quiet = new PassThrough();
    const { upload, told } = watched(quiet);
    const next = upload?.[Symbol.asyncIterator]().next();
    upload?.stop();
    expect(quiet.destroyed).toBe(true);
    await expect(next).rejects.toThrow();
    expect(told).toEqual([]);

    let closed = 0;
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false as const, value: Buffer.from("x") }),
        return: async () => {
          closed++;
          throw new Error("of no interest");
        },
      }),
    };
    const other = watched(source);
    const reading = other.upload?.[Symbol.asyncIterator]();
    await reading?.next();
    await reading?.return?.();
    other.upload?.stop();
    expect(closed).toBe(1);
    expect(other.told).toEqual([]);
  });

  it("does not touch what was not begun", () => {
    const body = new PassThrough();
    watched(body).upload?.stop();
    expect(body.destroyed).toBe(false);
  });
});

function watched(body: Parameters<typeof uploadOf>[0]) {
  const told: unknown[] = [];
  const upload = uploadOf(body, { sent: () => told.push("sent"), failed: (error) => told.push(error) });
  return { upload, told };
}

/** Pieces; an error is thrown where it stands. */
async function* of(...pieces: unknown[]): AsyncGenerator<never> {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield (typeof piece === "string" ? Buffer.from(piece) : piece) as never; // what a caller without types may give
  }
}
