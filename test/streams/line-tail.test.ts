import { describe, expect, it } from "vitest";
import { LineTail } from "../../src/streams/line-tail.js";

describe("the tail of a text", () => {
  it("is its last 20 lines, however they came", () => {
    const text = Array.from({ length: 50 }, (_, index) => `line ${index}\r\n`).join("");
    for (const size of [1, 7, 10_000]) {
      const tail = new LineTail();
      for (let start = 0; start < text.length; start += size) tail.push(text.slice(start, start + size));
      expect(tail.lines()).toEqual(Array.from({ length: 20 }, (_, index) => `line ${index + 30}`));
    }
  });

  it("has the last line too when nothing ends it", () => {
    const tail = new LineTail();
    expect(tail.lines()).toEqual([]);
    tail.push("a\n\nb");
    tail.push("c");
    expect(tail.lines()).toEqual(["a", "", "bc"]);
  });

  it("cuts long lines, so that no output fills the memory", () => {
    const tail = new LineTail();
    for (let count = 0; count < 1000; count++) tail.push("x".repeat(1000));
    tail.push(`\n${"y".repeat(5000)}\nend`);
    expect(tail.lines()).toEqual(["x".repeat(1000), "y".repeat(1000), "end"]);
  });
});
