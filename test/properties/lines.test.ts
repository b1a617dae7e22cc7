import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogChunk } from "../../src/streams/demultiplex.js";
import { LineSplitter, type LogLine } from "../../src/streams/lines.js";
import { runs } from "./cases.js";
import { type Cuts, cutBytes, cuts } from "./cut-bytes.js";

/** Characters of one to four bytes, half of a pair never, and everything that may end a line or looks like it. */
const character = fc.constantFrom(
  "a",
  "b",
  "é",
  "—",
  "🐳",
  "\u{10ffff}",
  "\r",
  "\u2028",
  "\0",
  "\ufeff",
  " ",
);
const line = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(""));
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));

describe("lines", () => {
  test("are those of each stream's text, whatever the other stream says in between and wherever it is cut", () => {
    fc.assert(
      fc.property(
        text,
        text,
        cuts,
        cuts,
        fc.infiniteStream(fc.boolean()),
        (out, err, outCuts, errCuts, turns) => {
          const waiting = {
            stdout: cutBytes(Buffer.from(out), outCuts),
            stderr: cutBytes(Buffer.from(err), errCuts),
          };
          const chunks: LogChunk[] = [];
          while (waiting.stdout.length + waiting.stderr.length > 0) {
            const stream = turns.next().value ? "stdout" : "stderr";
            const data = waiting[stream].shift();
            if (data !== undefined) chunks.push({ stream, data });
          }
          const lines = split(chunks);
          expect(of("stdout", lines)).toEqual(reference(out));
          expect(of("stderr", lines)).toEqual(reference(err));
        },
      ),
      runs("lines whole"),
    );
  });

  test("longer than the limit come in pieces within it, whole characters each, and nothing is lost", () => {
    fc.assert(
      fc.property(text, cuts, fc.integer({ min: 4, max: 20 }), (out, at, maxLineBytes) => {
        const lines = of("stdout", split(asChunks(Buffer.from(out), at), maxLineBytes));
        for (const piece of lines) {
          // One more where a line ends: it may have been its CR.
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(maxLineBytes + 1);
          expect(piece).not.toContain("\ufffd");
        }
        // Without what may stand at the end of a line, which a piece that is not the last one keeps.
        expect(bare(lines.join(""))).toBe(bare(out));
        if (reference(out).every((whole) => Buffer.byteLength(whole) <= maxLineBytes))
          expect(lines).toEqual(reference(out));
      }),
      runs("lines limited"),
    );
  });

  test("of bytes that are no text are as many as there are, and as Node decodes each", () => {
    const byte = fc.oneof(fc.constantFrom(10, 13, 0xc3, 0xa9, 0xf0, 0x9f, 0x90, 0xb3, 0xff), fc.nat(255));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), cuts, (bytes, at) => {
        const latin1 = Buffer.from(bytes).toString("latin1");
        const expected = reference(latin1).map((whole) => Buffer.from(whole, "latin1").toString());
        expect(of("stdout", split(asChunks(Buffer.from(bytes), at)))).toEqual(expected);
      }),
      runs("lines garbage"),
    );
  });
});

function split(chunks: readonly LogChunk[], maxLineBytes?: number): LogLine[] {
  const splitter = new LineSplitter(maxLineBytes === undefined ? {} : { maxLineBytes });
  const lines: LogLine[] = [];
  for (const chunk of chunks) splitter.push(chunk, lines);
  splitter.end(lines);
  return lines;
}

function asChunks(bytes: Buffer, at: Cuts): LogChunk[] {
  return cutBytes(bytes, at).map((data) => ({ stream: "stdout", data }));
}

function of(stream: LogLine["stream"], lines: readonly LogLine[]): string[] {
  return lines.filter((one) => one.stream === stream).map(({ text: said }) => said);
}

/** What ends a line is LF or CRLF; a last line that none ends keeps its CR, and is none when it is empty. */
function reference(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  return [...lines.map((whole) => whole.replace(/\r$/, "")), ...(last === "" ? [] : [last])];
}

function bare(text: string): string {
  return text.replace(/[\r\n]/g, "");
}
