import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { ResumedLines } from "../../src/streams/resumed-lines.js";
import { pieces } from "../helpers/frames.js";

const event = (action: string, timeNano: bigint | number, more = "") =>
  `{"Action":"${action}",${more}"timeNano":${timeNano}}\n`;
const second = 1_000_000_000n;

function take(lines: ResumedLines, text: string, size = text.length): string {
  return Buffer.concat(pieces(Buffer.from(text), size).flatMap((piece) => lines.take([piece]))).toString();
}

describe.each([1, 7, 1000])("lines of events that arrive %i bytes at a time", (size) => {
  test("are given once each, also where several share a nanosecond", () => {
    const lines = new ResumedLines();
    const [a, b, c, d] = [
      event("a", second),
      event("b", second + 5n),
      event("c", second + 5n),
      event("d", second + 5n),
    ];
    expect(take(lines, a + b + c, size)).toBe(a + b + c);
    lines.lost();
    expect(take(lines, b + c + d, size)).toBe(d);
    lines.lost();
    expect(take(lines, b + c + d, size)).toBe("");
  });

  test("that are the same in all are told apart by their number", () => {
    const lines = new ResumedLines();
    const twin = event("a", second);
    expect(take(lines, twin + twin, size)).toBe(twin + twin);
    lines.lost();
    expect(take(lines, twin + twin + twin, size)).toBe(twin);
  });

  test("are given only when they are whole, and what was cut comes with the next connection", () => {
    const lines = new ResumedLines();
    const [a, b] = [event("a", second), event("é", second + 1n)];
    expect(take(lines, a + b.slice(0, -4), size)).toBe(a);
    expect(lines.isCut).toBe(true);
    lines.lost();
    expect(lines.isCut).toBe(false);
    expect(take(lines, a + b, size)).toBe(b);
  });

  test("come once when they come out of order", () => {
    const lines = new ResumedLines();
    const [young, old, late] = [event("a", second + 5n), event("b", second + 4n), event("c", second + 3n)];
    expect(take(lines, young + old, size)).toBe(young + old);
    expect(lines.newest).toBe(second + 5n);
    lines.lost();
    expect(take(lines, young + old + late, size)).toBe(late);
  });
});

test("the engine is asked for a little more than is missing, but for nothing from before the first event", () => {
  const lines = new ResumedLines();
  expect([lines.since, lines.newest]).toEqual([undefined, undefined]);
  take(lines, event("a", 10n * second));
  expect(lines.since).toBe(10n * second);
  take(lines, event("b", 20n * second));
  expect(lines.since).toBe(20n * second - 100_000_000n);
});

test("what is kept of a flood has an end, and the engine is asked for no more than that", () => {
  const lines = new ResumedLines();
  const flood = Array.from({ length: 1000 }, (_, n) => event("a", second + BigInt(n)));
  take(lines, flood.join(""));
  expect(lines.since).toBe(second + 744n);
  lines.lost();
  expect(take(lines, flood.slice(744).join(""))).toBe("");
});

test("the time is the event's own, whatever its labels say", () => {
  const lines = new ResumedLines();
  const label = JSON.stringify({ timeNano: "7", '"timeNano': '"timeNano":8' });
  take(lines, event("a", second, `"Actor":{"Attributes":${label}},`));
  expect(lines.newest).toBe(second);
});

test("an event without a time is given", () => {
  const lines = new ResumedLines();
  expect(take(lines, '{"Action":"a"}\n')).toBe('{"Action":"a"}\n');
  expect(lines.since).toBeUndefined();
});

test("an event without an end does not fill the memory", () => {
  const lines = new ResumedLines();
  const chunk = Buffer.alloc(1024 * 1024, "x");
  expect(() => {
    for (let n = 0; n < 17; n++) lines.take([chunk]);
  }).toThrow(ProtocolError);
});
