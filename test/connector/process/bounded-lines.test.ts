import { expect, test } from "vitest";
import { boundedLines, TooLong } from "../../../src/connector/process/bounded-lines.js";

async function lines(chunks: (string | Uint8Array)[], maxLength = 10) {
  async function* input() {
    yield* chunks;
  }
  const all: (string | TooLong)[] = [];
  for await (const line of boundedLines(input(), maxLength)) all.push(line);
  return all;
}

test("gives lines however they come, the last one without its end too", async () => {
  const text = "one\r\n\ntwo é\nthree";
  const expected = ["one", "", "two é", "three"];
  expect(await lines([text])).toEqual(expected);
  const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
  expect(await lines(bytes)).toEqual(expected);
});

test("gives nothing behind the last line end", async () => {
  expect(await lines(["one\n"])).toEqual(["one"]);
  expect(await lines([])).toEqual([]);
});

test("leaves out a line that is too long, and the next one is whole", async () => {
  const [first, second, ...rest] = await lines(["x".repeat(8), "x".repeat(1000), "\nok\n"]);
  expect(first).toBeInstanceOf(TooLong);
  expect([second, ...rest]).toEqual(["ok"]);
  expect((await lines(["x".repeat(11)]))[0]).toBeInstanceOf(TooLong);
  expect(await lines(["x".repeat(10)])).toEqual(["x".repeat(10)]);
});

test("keeps nothing of a line that is too long", async () => {
  const before = process.memoryUsage().heapUsed;
  async function* endless() {
    for (let n = 0; n < 2000; n++) yield "x".repeat(100_000);
  }
  for await (const line of boundedLines(endless(), 1000)) expect(line).toBeInstanceOf(TooLong);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
