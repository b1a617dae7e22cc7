import { describe, expect, it } from "vitest";
import { DockerError, ProtocolError } from "../../src/errors.js";
import { Demultiplexer, type LogChunk } from "../../src/streams/demultiplex.js";
import { frame, frameHeader, httpChunks, pieces } from "../helpers/frames.js";

const hello = [
  frame("stdout", "hello "),
  frame("stderr", "oh no\n"),
  frame("stdout", "world\n"),
  frame("stdin", "in"),
];
const helloRuns = ["stdout:hello ", "stderr:oh no\n", "stdout:world\n", "stdin:in"];

describe("the demultiplexer", () => {
  it("gives the payload of each stream in order", () => {
    expect(decode([Buffer.concat(hello)])).toEqual(helloRuns);
  });

  it("finds the same wherever the bytes are cut in two", () => {
    const bytes = Buffer.concat(hello);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(joined([bytes.subarray(0, cut), bytes.subarray(cut)].map((part) => Buffer.from(part)))).toEqual(
        helloRuns,
      );
    }
  });

  it("finds the same in pieces of every size, pushed one by one or together", () => {
    const bytes = Buffer.concat(hello);
    for (let size = 1; size <= bytes.length; size++) {
      expect(joined(pieces(bytes, size))).toEqual(helloRuns);
      expect(merge(decode(pieces(bytes, size), { together: true }))).toEqual(helloRuns);
    }
  });

  it("finds the same when pieces are HTTP chunks of one network read", () => {
    const bytes = Buffer.concat(hello);
    for (let size = 1; size <= bytes.length; size++) {
      expect(merge(decode(httpChunks(pieces(bytes, size)), { together: true }))).toEqual(helloRuns);
    }
  });

  it("makes one piece of consecutive frames of one chunk", () => {
    const bytes = Buffer.concat([
      frame("stdout", "a"),
      frame("stdout", "bc"),
      frame("stdout", "d"),
      frame("stderr", "e"),
    ]);
    expect(decode([bytes])).toEqual(["stdout:abcd", "stderr:e"]);
  });

  it("makes one piece of frames that are HTTP chunks of one network read", () => {
    const read = httpChunks(Array.from({ length: 300 }, (_, index) => frame("stdout", `line ${index}\n`)));
    const expected = Array.from({ length: 300 }, (_, index) => `line ${index}\n`).join("");
    expect(decode(read, { together: true })).toEqual([`stdout:${expected}`]);
  });

  it("goes on over several network reads and cut chunks", () => {
    const bytes = Buffer.concat(Array.from({ length: 50 }, (_, index) => frame("stdout", `line ${index}\n`)));
    const reads = pieces(bytes, 100).map((read) => httpChunks(pieces(read, 33)));
    expect(merge(decode(reads.flat(), { together: true }))).toEqual([`stdout:${payloadOf(bytes)}`]);
  });

  it("takes a last chunk that its network read cut short", () => {
    const read = Buffer.alloc(40);
    read.write("\r\na\r\n");
    const first = frame("stdout", "ab");
    first.copy(read, 5);
    const start = 5 + first.length;
    read.write("\r\nff\r\n", start);
    frame("stdout", "cd").copy(read, start + 6);
    const chunks = [read.subarray(5, start), read.subarray(start + 6, start + 6 + 9)];
    expect(decode([...chunks, Buffer.alloc(1, "d")], { together: true }).join()).toBe("stdout:abc,stdout:d");
  });

  it("finds the same in whatever chunks, network reads and batches an answer comes", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round++) {
      const names = ["stdout", "stdout", "stdout", "stderr", "stdin"] as const;
      const frames = Array.from({ length: 40 }, () => {
        const payload = Buffer.alloc(random(3) === 0 ? random(400) : random(20), `${random(1e6)}\r\n2\r\n`);
        return frame(names[random(names.length)] ?? "stdout", payload);
      });
      const expected = merge(decode(frames.map((bytes) => Buffer.from(bytes))));
      const bodies = random(2) === 0 ? frames : pieces(Buffer.concat(frames), 1 + random(300));
      const demultiplexer = new Demultiplexer({ multiplexed: true });
      const runs: LogChunk[] = [];
      let batch: Buffer[] = [];
      for (const read of networkReads(bodies, () => 1 + random(500))) {
        batch.push(...read);
        if (random(3) === 0) demultiplexer.push(batch.splice(0), runs);
      }
      demultiplexer.push(batch, runs);
      batch = [];
      demultiplexer.end();
      expect(merge(runs.map(({ stream, data }) => `${stream}:${data}`))).toEqual(expected);
    }
  });

  it("leaves memory alone that lies between chunks and is no size line", () => {
    const memory = Buffer.alloc(64, "#");
    frame("stdout", "ab").copy(memory, 0);
    frame("stdout", "cd").copy(memory, 26);
    expect(decode([memory.subarray(0, 10), memory.subarray(26, 36)], { together: true })).toEqual([
      "stdout:ab",
      "stdout:cd",
    ]);
    expect(memory.toString("latin1", 10, 26)).toBe("#".repeat(16));
    expect(memory.toString("latin1", 36)).toBe("#".repeat(28));
  });

  it("does not move over what only looks like a size line", () => {
    const memory = Buffer.alloc(64, "#");
    frame("stdout", "ab").copy(memory, 0);
    memory.write("\r\nzz\r\n", 10);
    frame("stdout", "cd").copy(memory, 16);
    decode([memory.subarray(0, 10), memory.subarray(16, 26)], { together: true });
    expect(memory.toString("latin1", 10, 16)).toBe("\r\nzz\r\n");
  });

  it("keeps earlier pieces as they are when later ones are pushed", () => {
    const demultiplexer = new Demultiplexer({ multiplexed: true });
    const runs: LogChunk[] = [];
    const read = httpChunks([frame("stdout", "first"), frame("stdout", "second"), frame("stdout", "third")]);
    for (const chunk of read) demultiplexer.push([chunk], runs);
    expect(runs.map(({ data }) => data.toString())).toEqual(["first", "second", "third"]);
  });

  it("passes over empty frames", () => {
    expect(
      decode([Buffer.concat([frame("stdout"), frame("stdout", "a"), frame("stderr"), frame("stdout", "b")])]),
    ).toEqual(["stdout:ab"]);
    expect(decode([frame("stdout")])).toEqual([]);
  });

  it("passes over empty chunks", () => {
    const bytes = frame("stdout", "ab");
    expect(decode([Buffer.alloc(0), bytes, Buffer.alloc(0)], { together: true })).toEqual(["stdout:ab"]);
  });

  it("passes a huge frame on as it arrives, as views", () => {
    const payload = Buffer.alloc(16 * 1024 * 1024, "abcdefg");
    const demultiplexer = new Demultiplexer({ multiplexed: true });
    let length = 0;
    for (const chunk of pieces(frame("stdout", payload), 65536)) {
      const runs: LogChunk[] = [];
      demultiplexer.push([chunk], runs);
      expect(runs).toHaveLength(1);
      expect(runs[0]?.data.buffer).toBe(chunk.buffer);
      expect(runs[0]?.data.equals(payload.subarray(length, length + (runs[0]?.data.length ?? 0)))).toBe(true);
      length += runs[0]?.data.length ?? 0;
    }
    demultiplexer.end();
    expect(length).toBe(payload.length);
  });

  it("reads lengths as unsigned", () => {
    const demultiplexer = new Demultiplexer({ multiplexed: true });
    const runs: LogChunk[] = [];
    demultiplexer.push([Buffer.concat([frameHeader("stdout", 0xfffffff0), Buffer.from("abc")])], runs);
    expect(runs.map(({ data }) => data.toString())).toEqual(["abc"]);
    expect(() => demultiplexer.end()).toThrow(`${0xfffffff0 - 3} bytes are missing`);
  });

  it("says that the stream was cut, wherever that was", () => {
    const bytes = frame("stderr", "abc");
    for (let length = 1; length < bytes.length; length++) {
      const demultiplexer = new Demultiplexer({ multiplexed: true });
      demultiplexer.push([Buffer.from(bytes.subarray(0, length))], []);
      expect(() => demultiplexer.end(), `${length} bytes`).toThrow(ProtocolError);
      expect(() => demultiplexer.end()).toThrow(
        length < 8 ? `${length} of 8 bytes` : `stderr: ${11 - length} bytes`,
      );
    }
  });

  it("throws what the engine says in a frame of a system error, after what came before it", () => {
    const bytes = Buffer.concat([
      frame("stdout", "ok\n"),
      frame("error", "log driver fell over: é\n"),
      frame("stdout", "x"),
    ]);
    for (let size = 1; size <= bytes.length; size++) {
      const runs: LogChunk[] = [];
      const error = failure(() => {
        const demultiplexer = new Demultiplexer({ multiplexed: true });
        for (const chunk of pieces(bytes, size)) demultiplexer.push([chunk], runs);
      });
      expect(error).toBeInstanceOf(DockerError);
      expect(error).toMatchObject({ code: "STREAM_ERROR", message: "log driver fell over: é" });
      expect(Buffer.concat(runs.map(({ data }) => data)).toString()).toBe("ok\n");
    }
  });

  it("keeps a system error short, and throws it when it is cut or empty", () => {
    expect(failure(() => decode([frame("error", "x".repeat(100_000))]))).toMatchObject({
      message: "x".repeat(4096),
    });
    expect(
      failure(() => decode([Buffer.concat([frameHeader("error", 50), Buffer.from("no disk")])])),
    ).toMatchObject({
      message: "no disk",
      code: "STREAM_ERROR",
    });
    expect(failure(() => decode([frame("error")]))).toMatchObject({ code: "STREAM_ERROR" });
  });

  it("refuses an unknown stream, after what came before it", () => {
    const runs: LogChunk[] = [];
    const demultiplexer = new Demultiplexer({ multiplexed: true });
    const bytes = Buffer.concat([frame("stdout", "ok"), frame(115, "ome text")]);
    expect(failure(() => demultiplexer.push([bytes], runs))).toBeInstanceOf(ProtocolError);
    expect(runs.map(({ data }) => data.toString())).toEqual(["ok"]);
  });

  it("gives the raw output of a TTY as console, whatever it looks like", () => {
    const bytes = Buffer.concat([frame("stdout", "a"), frame("error", "b")]);
    const demultiplexer = new Demultiplexer({ multiplexed: false });
    const runs: LogChunk[] = [];
    demultiplexer.push(pieces(bytes, 5), runs);
    demultiplexer.end();
    expect(new Set(runs.map(({ stream }) => stream))).toEqual(new Set(["console"]));
    expect(Buffer.concat(runs.map(({ data }) => data)).equals(bytes)).toBe(true);
  });

  it("takes 100,000 frames of one chunk in linear time", () => {
    const time = (count: number, make: (frames: Buffer[]) => Buffer[]) => {
      const one = frame("stdout", "x");
      const best = [1, 2, 3].map(() => {
        const chunks = make(Array.from({ length: count }, () => one));
        const start = performance.now();
        const runs = decode(chunks, { together: true });
        const took = performance.now() - start;
        expect(runs.join("").length).toBeGreaterThanOrEqual(count);
        return took;
      });
      return Math.min(...best);
    };
    const packed = (frames: Buffer[]) => [Buffer.concat(frames)];
    for (const make of [packed, httpChunks]) {
      time(25_000, make);
      // Four times the frames; a quadratic decoder takes sixteen times as long.
      expect(time(100_000, make) / Math.max(time(25_000, make), 1)).toBeLessThan(10);
    }
  });
});

/** The runs as `stream:payload`, from one push for all chunks or one for each. */
function decode(chunks: readonly Uint8Array[], { together = false } = {}): string[] {
  const demultiplexer = new Demultiplexer({ multiplexed: true });
  const runs: LogChunk[] = [];
  if (together) demultiplexer.push(chunks, runs);
  else for (const chunk of chunks) demultiplexer.push([chunk], runs);
  demultiplexer.end();
  return runs.map(({ stream, data }) => `${stream}:${data}`);
}

function joined(chunks: readonly Uint8Array[]): string[] {
  return merge(decode(chunks));
}

/** Neighbours of one stream as one. */
function merge(runs: readonly string[]): string[] {
  const merged: string[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const [stream = "", data = ""] = run.split(/:(.*)/s);
    if (last?.startsWith(`${stream}:`)) merged[merged.length - 1] = last + data;
    else merged.push(run);
  }
  return merged;
}

/** The chunks of each network read, for a body of these HTTP chunks and reads of these sizes. */
function networkReads(bodies: readonly Buffer[], readSize: () => number): Buffer[][] {
  const spans: { start: number; end: number }[] = [];
  const parts: Buffer[] = [];
  let length = 0;
  for (const body of bodies) {
    const line = Buffer.from(`${parts.length > 0 ? "\r\n" : ""}${body.length.toString(16)}\r\n`);
    spans.push({ start: length + line.length, end: length + line.length + body.length });
    parts.push(line, body);
    length += line.length + body.length;
  }
  const wire = Buffer.concat(parts);
  const reads: Buffer[][] = [];
  for (let from = 0; from < wire.length; ) {
    const to = Math.min(from + readSize(), wire.length);
    const memory = Buffer.alloc(to - from);
    wire.copy(memory, 0, from, to);
    const inside = spans.filter(({ start, end }) => start < to && end > from);
    reads.push(
      inside.map(({ start, end }) => memory.subarray(Math.max(start - from, 0), Math.min(end, to) - from)),
    );
    from = to;
  }
  return reads;
}

function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

function payloadOf(bytes: Buffer): string {
  return decode([Buffer.from(bytes)])
    .map((run) => run.slice(run.indexOf(":") + 1))
    .join("");
}

function failure(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
