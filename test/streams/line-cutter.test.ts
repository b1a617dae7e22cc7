import { describe, expect, test } from "vitest";
import { LineCutter } from "../../src/streams/line-cutter.js";

function linesOf(data: Buffer, pieceLength: number, maxBytes = 1024 * 1024): string[] {
  const cutter = new LineCutter(maxBytes);
  const lines: string[] = [];
  for (let at = 0; at < data.length; at += pieceLength)
    cutter.cut(data.subarray(at, at + pieceLength), lines);
  const rest = cutter.rest();
  return rest === undefined ? lines : [...lines, rest];
}

describe("LineCutter", () => {
  // Lines around the size up to which they are decoded together, and empty ones, and characters of all lengths.
  const texts = [0, 1, 13, 700, 2047, 4094, 4095, 4096, 4097, 9000, 0, 5].flatMap((length) => [
    "x".repeat(length),
    "é\u{1F433}".repeat(length / 6),
  ]);

  test.each([1, 7, 4096, 4097, 5000, 1e6])("cuts the same lines out of pieces of %i bytes", (pieceLength) => {
    for (const end of ["\n", "\r\n"]) {
      const data = Buffer.from(texts.map((text) => text + end).join(""));
      expect(linesOf(data, pieceLength)).toEqual(texts);
    }
  });

  test("takes off one CR, and only before a newline", () => {
    expect(linesOf(Buffer.from("a\r\r\n\rb\r\n\r\n\nc\r"), 100)).toEqual(["a\r", "\rb", "", "", "c\r"]);
  });

  test("gives what is no UTF-8 the same way, whatever stands around it", () => {
    const broken = Buffer.from([0x61, 0xe2, 0x82, 0x0a, 0x80, 0x0a, 0xf0, 0x9f, 0x0a]);
    expect(linesOf(broken, 100)).toEqual(linesOf(broken, 1));
    expect(linesOf(broken, 100)).toEqual(["a\ufffd", "\ufffd", "\ufffd"]);
  });

  test("gives a line in pieces where it is longer than allowed, and those around it whole", () => {
    const data = Buffer.from(`ab\n${"c".repeat(10)}\nd\n`);
    for (const pieceLength of [1, 3, 100])
      expect(linesOf(data, pieceLength, 8)).toEqual(["ab", "cccccccc", "cc", "d"]);
  });
});
