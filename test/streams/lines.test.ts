import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import type { LogChunk } from "../../src/streams/demultiplex.js";
import { LineSplitter, type LinesOptions, type LogLine } from "../../src/streams/lines.js";
import { pieces } from "../helpers/frames.js";

describe("the line splitter", () => {
  it("ends lines with LF and CRLF, and gives empty lines", () => {
    expect(texts(["a\nb\r\n\n\r\nc\rd\n"])).toEqual(["a", "b", "", "", "c\rd"]);
  });

  it("gives a last line that no newline ends", () => {
    expect(texts(["a\nb"])).toEqual(["a", "b"]);
    expect(texts(["a\n"])).toEqual(["a"]);
    expect(texts([])).toEqual([]);
  });

  it("finds the same lines in pieces of every size", () => {
    const bytes = Buffer.from("first é\r\n\nzweite 🐳 Zeile\nlast");
    for (let size = 1; size <= bytes.length; size++) {
      expect(texts(pieces(bytes, size))).toEqual(["first é", "", "zweite 🐳 Zeile", "last"]);
    }
  });

  it("keeps a character whole that another stream comes between", () => {
    const whale = Buffer.from("🐳 é\n");
    for (let cut = 1; cut < whale.length; cut++) {
      const lines = split([
        { stream: "stdout", data: whale.subarray(0, cut) },
        { stream: "stderr", data: Buffer.from("in between\n") },
        { stream: "stdout", data: whale.subarray(cut) },
      ]);
      expect(lines).toEqual([
        { stream: "stderr", text: "in between" },
        { stream: "stdout", text: "🐳 é" },
      ]);
    }
  });

  it("gives the open line of every stream at the end", () => {
    const lines = split([
      { stream: "stdout", data: Buffer.from("out") },
      { stream: "stderr", data: Buffer.from("err") },
    ]);
    expect(lines).toEqual([
      { stream: "stdout", text: "out" },
      { stream: "stderr", text: "err" },
    ]);
  });

  it("gives a line that is too long in pieces, the same however it arrives", () => {
    const bytes = Buffer.from(`${"x".repeat(25)}\n${"y".repeat(10)}\r\n${"z".repeat(20)}`);
    const expected = ["xxxxxxxxxx", "xxxxxxxxxx", "xxxxx", "yyyyyyyyyy", "zzzzzzzzzz", "zzzzzzzzzz"];
    for (let size = 1; size <= bytes.length; size++) {
      expect(texts(pieces(bytes, size), { maxLineBytes: 10 })).toEqual(expected);
    }
  });

  it("cuts a line that is too long between characters", () => {
    const text = "aé🐳".repeat(50);
    for (let maxLineBytes = 4; maxLineBytes < 20; maxLineBytes++) {
      for (const size of [1, 3, 1000]) {
        const parts = texts(pieces(Buffer.from(text), size), { maxLineBytes });
        expect(parts.join("")).toBe(text);
        expect(Math.max(...parts.map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(
          maxLineBytes + 1,
        );
      }
    }
  });

  it("goes on when bytes are no UTF-8", () => {
    const bytes = Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 10, 97]);
    expect(texts([bytes], { maxLineBytes: 4 }).at(-1)).toBe("a");
  });

  it("refuses a limit that makes no sense", () => {
    for (const maxLineBytes of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => new LineSplitter({ maxLineBytes })).toThrow(InvalidArgumentError);
    }
  });

  it("takes a long line in small pieces in linear time", () => {
    const time = (length: number) => {
      const parts = pieces(Buffer.alloc(length, "x"), 16);
      const best = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        expect(texts(parts, { maxLineBytes: 64 * 1024 * 1024 })[0]).toHaveLength(length);
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...best);
    };
    time(250_000);
    expect(time(4_000_000) / Math.max(time(1_000_000), 1)).toBeLessThan(10);
  });
});

function split(chunks: readonly LogChunk[], options?: LinesOptions): LogLine[] {
  const splitter = new LineSplitter(options);
  const lines: LogLine[] = [];
  for (const chunk of chunks) splitter.push(chunk, lines);
  splitter.end(lines);
  return lines;
}

function texts(data: readonly (string | Buffer)[], options?: LinesOptions): string[] {
  const chunks = data.map((piece): LogChunk => ({ stream: "stdout", data: Buffer.from(piece) }));
  return split(chunks, options).map(({ text }) => text);
}
