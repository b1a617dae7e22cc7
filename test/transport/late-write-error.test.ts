import { Duplex } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBeforeBreaking } from "../../src/transport/late-write-error.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("readBeforeBreaking", () => {
  it("passes on what is written, alone and gathered", async () => {
    const { socket, written } = socketOf();
    socket.write("a");
    socket.cork();
    socket.write("b");
    socket.write("c");
    socket.uncork();
    expect(written).toEqual(["a", "b", "c"]);
  });

  it("lets the end be read before a failed write is told", async () => {
    const { socket, seen } = socketOf(new Error("EPIPE"));
    socket.write("x");
    socket.push("the answer");
    socket.push(null);
    await turn();
    expect(seen).toEqual(["the answer", "end"]);
    socket.destroy();
    await turn();
    expect(vi.getTimerCount()).toBe(0);
    expect(seen).toEqual(["the answer", "end", "close"]);
  });

  it("tells of a failed write in the end where nothing is to be read", async () => {
    const { socket, seen } = socketOf(new Error("EPIPE"));
    socket.write("x");
    await vi.advanceTimersByTimeAsync(499);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await turn();
    expect(seen).toEqual(["EPIPE", "close"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

function socketOf(failure?: Error) {
  const written: string[] = [];
  const seen: string[] = [];
  const take = (chunks: unknown[], callback: (error?: Error) => void) => {
    written.push(...chunks.map(String));
    callback(failure);
  };
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk, _, callback) => take([chunk], callback),
    writev: (chunks, callback) =>
      take(
        chunks.map(({ chunk }) => chunk),
        callback,
      ),
    autoDestroy: true,
    allowHalfOpen: true,
  });
  socket.on("data", (chunk) => seen.push(String(chunk)));
  for (const name of ["end", "close"]) socket.on(name, () => seen.push(name));
  socket.on("error", (error) => seen.push(error.message));
  return { socket: readBeforeBreaking(socket), written, seen };
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
