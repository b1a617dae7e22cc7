import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OperationFacts, operations } from "../../generated/operations.js";
import { fillPath } from "../../src/client/path.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { runs } from "./cases.js";

const all: readonly OperationFacts[] = Object.values(operations);
const template = fc.constantFrom(
  ...new Set(all.map(({ path }) => path).filter((path) => path.includes("{"))),
);
const special = fc.constantFrom(
  ...[
    "/",
    "\\",
    ".",
    "..",
    "%2e",
    "%2F",
    "%",
    "?",
    "#",
    "&",
    ";",
    "@",
    ":",
    " ",
    "\r\n",
    "\0",
    "\t",
    "+",
    "~",
    "*",
  ],
  ...["é", "🐳", "\u202e", "\u2024", "\uff0f", "\uff0e", "\ufeff", "a", "b", "v1.51"],
);
const id = fc.oneof(
  fc.array(special, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);

describe("a path", () => {
  test("has the value as one segment, from which it comes back, or it is refused", () => {
    fc.assert(
      fc.property(template, id, (path, value) => {
        const [, name = ""] = /\{(\w+)\}/.exec(path) ?? [];
        const text = path.startsWith("/containers/") ? value.replace(/^\//, "") : value;
        let filled: string;
        try {
          filled = fillPath(path, { [name]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(isDangerous(text)).toBe(true);
          return;
        }
        expect(isDangerous(text)).toBe(false);
        // A parser of URLs, which resolves dots, finds the same segments as the template has.
        const resolved = new URL(`http://engine/v1.51${filled}`);
        expect(resolved.pathname).toBe(`/v1.51${filled}`);
        expect([resolved.search, resolved.hash, resolved.host]).toEqual(["", "", "engine"]);
        const segments = filled.split("/");
        const wanted = path.split("/");
        expect(segments).toHaveLength(wanted.length);
        for (const [index, segment] of segments.entries()) {
          if (wanted[index] === `{${name}}`) expect(decodeURIComponent(segment)).toBe(text);
          else expect(segment).toBe(wanted[index]);
        }
        expect(filled).toMatch(/^[!-~]+$/);
      }),
      runs("paths whole"),
    );
  });

  test("takes nothing but text, and never fails in another way", () => {
    fc.assert(
      fc.property(template, fc.anything(), (path, value) => {
        const [, name = ""] = /\{(\w+)\}/.exec(path) ?? [];
        try {
          expect(fillPath(path, { [name]: value })).not.toContain("{");
          expect(typeof value).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
        }
      }),
      runs("paths hostile"),
    );
  });
});

/** Empty, half of a pair, or with a part that a server, or a proxy that decodes, would resolve. */
function isDangerous(text: string): boolean {
  const parts = text.split(/[/\\]/);
  return text === "" || parts.includes(".") || parts.includes("..") || !text.isWellFormed();
}
