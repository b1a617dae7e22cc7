import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { ResumedConsole } from "../../src/streams/resumed-console.js";
import { ResumedPlace } from "../../src/streams/resumed-place.js";
import { pieces } from "../helpers/frames.js";

const stamp = (n: number) => `2026-11-21T10:54:08.${`${n}`.padStart(9, "0")}Z`;
const entry = (n: number, text: string) => Buffer.from(`${stamp(n)} ${text}`);
const part = "x".repeat(16384);

function started({ timestamps = false } = {}) {
  const place = new ResumedPlace();
  const log = new ResumedConsole({ place, timestamps });
  return {
    place,
    log,
    /** Each entry is an HTTP chunk, cut further into pieces. */
    take: (entries: readonly Buffer[], size: number) =>
      Buffer.concat(
        entries.flatMap((one) => pieces(one, size)).flatMap((piece) => log.take([piece])),
      ).toString(),
    finish: () => Buffer.concat(log.finish()).toString(),
    lose() {
      log.lost();
      place.lost();
    },
  };
}

describe.each([1, 5, 100_000])("the output of a TTY that arrives %i bytes at a time", (size) => {
  test("loses the times that nobody asked for", () => {
    const { take } = started();
    expect(take([entry(1, "one\r\n"), entry(2, "\r\n"), entry(3, "three\r\n")], size)).toBe(
      "one\r\n\r\nthree\r\n",
    );
  });

  test("keeps the times that were asked for", () => {
    const { take } = started({ timestamps: true });
    expect(take([entry(1, "one\r\n")], size)).toBe(`${stamp(1)} one\r\n`);
  });

  test("is given line by line, each once", () => {
    const { take, lose } = started();
    const [one, two] = [entry(1, "one\r\n"), entry(2, "two\r\n")];
    for (let cut = 1; cut < two.length; cut++) {
      expect(take([one, two.subarray(0, cut)], size)).toBe(cut === 1 ? "one\r\n" : "");
      lose();
    }
    expect(take([one, two, entry(2, "three\r\n")], size)).toBe("two\r\nthree\r\n");
  });

  test("has long lines in parts without a newline", () => {
    const { take, lose } = started();
    const long = [entry(1, part), entry(1, part), entry(1, "end\r\n")];
    expect(take(long.slice(0, 2), size)).toBe(part);
    lose();
    expect(take(long, size)).toBe(`${part}end\r\n`);
  });

  test("has a line that a process never ended before the first one of the next", () => {
    const { take, finish, lose } = started();
    expect(take([entry(1, "prompt> "), entry(2, "hello\r\n"), entry(3, "prompt> ")], size)).toBe(
      "prompt> hello\r\n",
    );
    expect(finish()).toBe("prompt> ");
    lose();
    expect(take([entry(3, "prompt> "), entry(4, "hello\r\n")], size)).toBe("hello\r\n");
  });

  test("may hold times of the program's own", () => {
    const { take } = started();
    const line = `at ${stamp(1)} it was ${stamp(1)} \r\n`;
    expect(take([entry(2, line), entry(3, line)], size)).toBe(line + line);
  });
});

test("parts of full size are told apart where something between has made other chunks of the answer", () => {
  const { take } = started();
  const all = Buffer.concat([entry(1, part), entry(1, part), entry(1, "end\r\n")]);
  expect(take([all], 100_000)).toBe(`${part}${part}end\r\n`);
});

test("a time in the middle of a chunk is the program's own", () => {
  const { take } = started();
  const line = `next run at ${stamp(9)} or so\r\n`;
  expect(take([entry(2, line)], 100_000)).toBe(line);
});

test("many small chunks cost no more than their bytes", () => {
  const { log } = started();
  const lines = Array.from({ length: 50_000 }, (_, n) => entry(n, "line\r\n"));
  const before = performance.now();
  expect(Buffer.concat(log.take(lines)).length).toBe(50_000 * 6);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("a line without an end does not fill the memory", () => {
  const { log } = started();
  const chunk = Buffer.alloc(8 * 1024 * 1024, "x");
  expect(() => {
    for (let n = 0; n < 9; n++) log.take([chunk]);
  }).toThrow(ProtocolError);
});
