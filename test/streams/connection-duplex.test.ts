import { once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConnectionDuplex } from "../../src/streams/connection-duplex.js";
import { FakeSource } from "../helpers/fake-source.js";

describe("a connection as one stream", () => {
  test("gives what comes, takes what goes, and ends in both directions by itself", async () => {
    const source = new FakeSource(["one ", [Buffer.from("two "), Buffer.from("three")]]);
    const stdin = new PassThrough();
    const gone = stdin.toArray();
    const duplex = new ConnectionDuplex({ source, stdin });
    duplex.write("a");
    duplex.end("b");
    const pieces: Buffer[] = [];
    for await (const piece of duplex) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe("one two three");
    expect(Buffer.concat(await gone).toString()).toBe("ab");
  });

  test("reads no more than is wanted", async () => {
    const source = new FakeSource(Array.from({ length: 50 }, () => Buffer.alloc(10_000)));
    const duplex = new ConnectionDuplex({ source, stdin: new PassThrough() });
    duplex.once("readable", () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(source.readCount).toBeLessThan(10);
    duplex.destroy();
  });

  test("waits while the engine does not take more", async () => {
    const taken: (() => void)[] = [];
    const stdin = new Writable({ write: (_, __, callback) => void taken.push(callback) });
    const duplex = new ConnectionDuplex({ source: new FakeSource([], { hang: true }), stdin });
    let written = 0;
    for (let n = 0; n < 3; n++) duplex.write("x", () => written++);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([taken.length, written]).toEqual([1, 0]);
    for (let n = 0; n < 3; n++) {
      taken[n]?.();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(written).toBe(3);
    duplex.destroy();
  });

  test("shows nothing of the bytes that wait in it", () => {
    const stdin = new Writable({ write: () => undefined });
    const duplex = new ConnectionDuplex({ source: new FakeSource([], { hang: true }), stdin });
    duplex.write("hush");
    duplex.write("hush");
    duplex.unshift("hush");
    const shown = inspect(duplex, { depth: 20, showHidden: true });
    expect(shown).not.toMatch(/hush|68 75 73 68/);
    duplex.destroy();
  });

  test("closes the connection when it is destroyed", async () => {
    const source = new FakeSource([], { hang: true });
    const stdin = new PassThrough();
    const duplex = new ConnectionDuplex({ source, stdin });
    duplex.resume().destroy();
    await once(duplex, "close");
    expect([source.cancelled, stdin.destroyed]).toEqual([true, true]);
  });

  test("breaks with the connection, and that is no failure of the program where nobody listens", async () => {
    const broken = new Error("broken");
    const unheard = new ConnectionDuplex({ source: new FakeSource([broken]), stdin: new PassThrough() });
    unheard.resume();
    await expect.poll(() => unheard.errored).toBe(broken);
    const heard = new ConnectionDuplex({ source: new FakeSource(["a", broken]), stdin: new PassThrough() });
    await expect(heard.toArray()).rejects.toBe(broken);
  });
});
