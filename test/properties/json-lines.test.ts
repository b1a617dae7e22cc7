import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { jsonLines } from "../../src/streams/json-lines.js";
import { FakeSource } from "../helpers/fake-source.js";
import { runs } from "./cases.js";
import { type Cuts, cutBytes, cuts } from "./cut-bytes.js";

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { a: "\n\r\u001e\u2028🐳" },
    JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
    "\\",
    -0.5e-300,
  ),
);
/** How engines separate values: 20.10 with CRLF, newer ones with LF, with RS where the client asks for a JSON sequence. */
const framing = fc.constantFrom(
  (text: string) => `${text}\n`,
  (text: string) => `${text}\r\n`,
  (text: string) => `\x1e${text}\n`,
  (text: string) => `\n \r\n${text}\n\n`,
);

describe("JSON lines", () => {
  test("give every value as it was, wherever the bytes are cut and however they are read", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, framing), { maxLength: 5 }),
        cuts,
        fc.boolean(),
        fc.boolean(),
        async (values, at, together, isOpen) => {
          const text = values.map(([one, framed]) => framed(JSON.stringify(one))).join("");
          // The last newline may be missing.
          const bytes = Buffer.from(isOpen ? text.trimEnd() : text);
          const { given, fault } = await read(bytes, at, together);
          expect(fault).toBeUndefined();
          // Through JSON, which knows no -0.
          expect(given).toEqual(values.map(([one]) => JSON.parse(JSON.stringify(one))));
        },
      ),
      runs("JSON lines whole"),
    );
  });

  test("of garbage give the values before the first line that is none, and refuse that one", async () => {
    const piece = fc.oneof(
      fc.constantFrom('{"a":1}', "[]", "\n", "\r\n", "\x1e", "{", '"', "null", "\0", "é", "\ufeff", "1 2"),
      fc.string({ maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        cuts,
        fc.boolean(),
        async (parts, at, together) => {
          const text = parts.join("");
          const { given, fault } = await read(Buffer.from(text), at, together);
          expect({ given, refused: fault !== undefined }).toEqual(reference(Buffer.from(text).toString()));
          if (fault !== undefined) expect(fault).toBeInstanceOf(ProtocolError);
        },
      ),
      runs("JSON lines garbage"),
    );
  });
});

async function read(bytes: Buffer, at: Cuts, together: boolean) {
  const pieces = cutBytes(bytes, at);
  const source = new FakeSource(together ? [pieces] : pieces);
  const given: unknown[] = [];
  try {
    for await (const one of jsonLines(source)) given.push(one);
    return { given, fault: undefined };
  } catch (fault) {
    return { given, fault };
  }
}

function reference(text: string): { given: unknown[]; refused: boolean } {
  const given: unknown[] = [];
  for (const record of text.split("\n").flatMap((line) => line.split("\x1e"))) {
    if (record.trim() === "") continue;
    try {
      given.push(JSON.parse(record));
    } catch {
      return { given, refused: true };
    }
  }
  return { given, refused: false };
}
