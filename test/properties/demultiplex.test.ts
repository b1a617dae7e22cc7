import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DockerError, ProtocolError } from "../../src/errors.js";
import { Demultiplexer, type LogChunk } from "../../src/streams/demultiplex.js";
import { frame, httpChunks } from "../helpers/frames.js";
import { runs } from "./cases.js";
import { cutBytes, cuts } from "./cut-bytes.js";

const payload = fc.oneof(
  { weight: 5, arbitrary: fc.uint8Array({ maxLength: 24 }) },
  // What looks like the size line of an HTTP chunk, or like a frame.
  {
    weight: 1,
    arbitrary: fc.constantFrom(Buffer.from("\r\n10\r\n"), frame("stderr", "x"), Buffer.alloc(700)),
  },
);
const output = fc
  .array(
    fc.tuple(
      fc.constantFrom("stdout" as const, "stdout" as const, "stderr" as const, "stdin" as const),
      payload,
    ),
    {
      maxLength: 12,
    },
  )
  .map((frames) => Buffer.concat(frames.map(([stream, data]) => frame(stream, data))));

/** How the bytes arrive: each piece by itself, or some of them together; in memory of their own, or as HTTP chunks of one read. */
const arrival = fc.record({ cuts, together: fc.boolean(), asHttpChunks: fc.boolean() });
type Arrival = typeof arrival extends fc.Arbitrary<infer Value> ? Value : never;

describe("the demultiplexer, held against a decoder that is too simple to be wrong,", () => {
  test("gives the same for any frames, however they arrive", () => {
    fc.assert(
      fc.property(output, arrival, (bytes, how) => {
        expect(decode(bytes, how)).toEqual(reference(bytes));
      }),
      runs("frames whole"),
    );
  });

  test("gives what came before the cut of an answer, and says that it was cut", () => {
    fc.assert(
      fc.property(output, fc.double({ min: 0, max: 1, noNaN: true }), arrival, (bytes, part, how) => {
        const cut = bytes.subarray(0, Math.floor(part * bytes.length));
        expect(decode(cut, how)).toEqual(reference(cut));
      }),
      runs("frames cut"),
    );
  });

  test("gives the same for garbage, or refuses it with the same error, and gives no byte twice", () => {
    const nearly = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(12), fc.uint8Array({ maxLength: 12 })), {
        maxLength: 6,
      })
      .map((parts) =>
        Buffer.concat(
          parts.map(([type, length, data]) =>
            Buffer.concat([Buffer.from([type, 0, 7, 0, 0, 0, 0, length]), data]),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.oneof(nearly, fc.uint8Array({ maxLength: 60 })), arrival, (bytes, how) => {
        const decoded = decode(bytes, how);
        expect(decoded).toEqual(reference(bytes));
        const given = decoded.runs.reduce((sum, [, data]) => sum + data.length / 2, 0);
        expect(given).toBeLessThanOrEqual(bytes.length);
      }),
      runs("frames garbage"),
    );
  });

  test("gives the bytes of a TTY as they are, whatever they look like", () => {
    fc.assert(
      fc.property(fc.oneof(output, fc.uint8Array({ maxLength: 60 })), arrival, (bytes, how) => {
        const expected = bytes.length === 0 ? [] : [["console", Buffer.from(bytes).toString("hex")]];
        expect(decode(bytes, how, false)).toEqual({ runs: expected, fault: undefined });
      }),
      runs("frames of a TTY"),
    );
  });
});

interface Decoded {
  /** Stream and payload in hexadecimal digits; neighbours of one stream are one. */
  readonly runs: (readonly [string, string])[];
  readonly fault: "protocol" | "engine" | undefined;
}

function decode(bytes: Uint8Array, how: Arrival, multiplexed = true): Decoded {
  const pieces = cutBytes(bytes, how.cuts);
  // An HTTP chunk is never empty: that would be the end of the answer.
  const chunks = how.asHttpChunks ? httpChunks(pieces.filter((piece) => piece.length > 0)) : pieces;
  const demultiplexer = new Demultiplexer({ multiplexed });
  const found: (readonly [string, string])[] = [];
  let fault: Decoded["fault"];
  try {
    for (const batch of how.together ? [chunks] : chunks.map((chunk) => [chunk])) {
      const given: LogChunk[] = [];
      try {
        demultiplexer.push(batch, given);
      } finally {
        // Read at once: what comes later may not change it, but who pushes may.
        found.push(...given.map(({ stream, data }) => [stream, data.toString("hex")] as const));
      }
    }
    demultiplexer.end();
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    fault = error instanceof ProtocolError ? "protocol" : "engine";
    if (fault === "engine") expect(error.code).toBe("STREAM_ERROR");
  }
  return { runs: merged(found), fault };
}

/** One frame after the other, from bytes that are all there. */
function reference(bytes: Uint8Array): Decoded {
  const found: (readonly [string, string])[] = [];
  const end = (fault?: Decoded["fault"]): Decoded => ({ runs: merged(found), fault });
  for (let at = 0; at < bytes.length; ) {
    const header = Buffer.from(bytes.subarray(at, at + 8));
    if (header.length < 8) return end("protocol");
    const type = header[0] ?? 0;
    if (type > 3) return end("protocol");
    if (type === 3) return end("engine");
    const length = header.readUInt32BE(4);
    const data = Buffer.from(bytes.subarray(at + 8, at + 8 + length));
    found.push([["stdin", "stdout", "stderr"][type] ?? "", data.toString("hex")]);
    if (data.length < length) return end("protocol");
    at += 8 + length;
  }
  return end();
}

function merged(runs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const result: [string, string][] = [];
  for (const [stream, data] of runs) {
    const last = result.at(-1);
    if (data === "") continue;
    if (last?.[0] === stream) last[1] += data;
    else result.push([stream, data]);
  }
  return result;
}
