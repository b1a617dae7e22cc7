import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { Demultiplexer, type LogChunk } from "../../src/streams/demultiplex.js";
import { ResumedFrames } from "../../src/streams/resumed-frames.js";
import { ResumedPlace } from "../../src/streams/resumed-place.js";
import { frame, frameHeader, pieces } from "../helpers/frames.js";

const stamp = (n: number) => `2026-11-21T10:54:08.${`${n}`.padStart(9, "0")}Z`;
const entry = (stream: "stdout" | "stderr", n: number, text: string) => frame(stream, `${stamp(n)} ${text}`);

/** What a reader of the frames gets. */
function texts(frames: ResumedFrames, bytes: Uint8Array, size: number): string {
  const decoder = new Demultiplexer({ multiplexed: true });
  const chunks: LogChunk[] = [];
  for (const piece of pieces(bytes, size)) decoder.push(frames.take([piece]), chunks);
  decoder.end();
  return chunks.map(({ stream, data }) => `${stream === "stderr" ? "!" : ""}${data}`).join("");
}

describe.each([1, 5, 100_000])("frames that arrive %i bytes at a time", (size) => {
  test("lose the time that nobody asked for", () => {
    const frames = new ResumedFrames({ place: new ResumedPlace(), timestamps: false });
    const bytes = Buffer.concat([
      entry("stdout", 1, "one\n"),
      entry("stderr", 2, "two\n"),
      entry("stdout", 3, ""),
    ]);
    expect(texts(frames, bytes, size)).toBe("one\n!two\n");
  });

  test("keep the time that was asked for", () => {
    const frames = new ResumedFrames({ place: new ResumedPlace(), timestamps: true });
    expect(texts(frames, entry("stdout", 1, "one\n"), size)).toBe(`${stamp(1)} one\n`);
  });

  test("are given only when they are whole, and once", () => {
    const place = new ResumedPlace();
    const frames = new ResumedFrames({ place, timestamps: false });
    const [one, two, three] = [
      entry("stdout", 1, "one\n"),
      entry("stdout", 2, "two\n"),
      entry("stdout", 2, "three\n"),
    ];
    for (let cut = 1; cut < two.length; cut++) {
      const start = cut === 1 ? "one\n" : "";
      expect(texts(frames, Buffer.concat([one, two.subarray(0, cut)]), size)).toBe(start);
      expect(frames.isCut).toBe(true);
      frames.lost();
      place.lost();
      expect(frames.isCut).toBe(false);
    }
    expect(texts(frames, Buffer.concat([one, two, three]), size)).toBe("two\nthree\n");
    expect(place.since).toBe(stamp(1));
  });

  test("of a long line share a time, and each is given once", () => {
    const place = new ResumedPlace();
    const frames = new ResumedFrames({ place, timestamps: false });
    const part = entry("stdout", 1, "x".repeat(16384));
    expect(texts(frames, Buffer.concat([part, part]), size)).toBe("x".repeat(32768));
    frames.lost();
    place.lost();
    expect(texts(frames, Buffer.concat([part, part, entry("stdout", 1, "end\n")]), size)).toBe("end\n");
  });

  test("with no time are passed on", () => {
    const frames = new ResumedFrames({ place: new ResumedPlace(), timestamps: false });
    expect(texts(frames, frame("stdout", "no time\n"), size)).toBe("no time\n");
    expect(() => texts(frames, frame("error", `${stamp(1)} broken`), size)).toThrow(`${stamp(1)} broken`);
  });
});

test("what is given lies in memory of its own, where a reader may move it about", () => {
  const frames = new ResumedFrames({ place: new ResumedPlace(), timestamps: false });
  const chunk = entry("stdout", 1, "one\n");
  const [piece] = frames.take([chunk]);
  expect(piece?.buffer).not.toBe(chunk.buffer);
});

test("a frame that no engine makes does not fill the memory", () => {
  const frames = new ResumedFrames({ place: new ResumedPlace(), timestamps: false });
  expect(() => frames.take([frameHeader("stdout", 2 ** 31)])).toThrow(ProtocolError);
});
