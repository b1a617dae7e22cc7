import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../../src/connector/manifest/yaml-text.js";

/** Texts that YAML takes for something else when they are not quoted, or cuts, or refuses. */
const texts = [
  ...["", " ", "a", "a b", "A sentence, with a comma.", "it's", "don't", "a - b", "a (b)", "a/b.c", "x;y"],
  ...[
    "true",
    "True",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "null",
    "Null",
    "~",
    "NaN",
    ".nan",
    ".inf",
    "Infinity",
  ],
  ...["1", "-1", "1.0", "1e3", "0x1f", "0o7", "1_000", "12:30:45", "2026-01-31", "-", "- a", "--- a", "..."],
  ...[
    "a: b",
    "a:b",
    "a #b",
    "#a",
    "a#b",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "? a",
    ": a",
    "{a}",
    "[a]",
  ],
  ...[
    '"a"',
    "'a'",
    "\\",
    "a\\nb",
    "a\tb",
    "\ta",
    "a ",
    " a",
    "a\u0000b",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\ufeff",
  ],
  ...["ü", "漢字", "😀", "\ud800", "\uffff", "a,", "a'", "e.g. 5", "=", "<<", "a=b"],
  ...[
    "\n",
    "a\n",
    "a\nb",
    "a\nb\n",
    "a\n\nb\n",
    "a\nb\n\n",
    " a\nb\n",
    "\na\nb\n",
    "a\n  b\n",
    "a\n \n b\n",
    "a \nb \n",
  ],
  ...[
    "a\r\nb\r\n",
    "a\n\tb\n",
    "a\n# b\n",
    "a\n--- b\n",
    "a: 1\nb: 2\n",
    "- a\n- b\n",
    "a\n\u0085\n",
    "a\n😀\n",
    "ü\nb\n",
  ],
];

describe("the text of YAML", () => {
  test.each(texts)("holds %j as it is, wherever it stands, for both versions of the language", (text) => {
    const values = [text, [text], { a: text, b: 1 }, { a: [{ b: text, c: [text, [text], text] }], d: "e" }];
    for (const value of values) {
      expect(parse(yamlText(value))).toEqual(value);
      expect(parse(yamlText(value), { version: "1.1" })).toEqual(value);
    }
  });

  test.each([
    [{ a: [], b: {}, c: [[], {}, [[1, 2], [3]]], d: null, e: true, f: -1.5, g: 1e21 }],
    [[{ a: 1, b: { c: 2 } }, [{ d: [{}] }], "x"]],
    [{ true: 1, yes: 2, "a b": 3, "a: b": 4, "": 5, "-": 6, "1": 7 }],
    [[]],
    [{}],
  ])("holds %j as it is", (value) => {
    expect(parse(yamlText(value))).toEqual(value);
    expect(parse(yamlText(value), { version: "1.1" })).toEqual(value);
  });

  test("leaves out what is undefined, as JSON does", () => {
    expect(parse(yamlText({ a: undefined, b: [undefined, 1] }))).toEqual({ b: [null, 1] });
  });

  test("reads well", () => {
    const value = {
      name: "Docker Engine",
      version: -1,
      list: [{ name: "a", of: ["b", "true"] }],
      code: "x\n y\n",
    };
    expect(yamlText(value)).toBe(
      [
        "name: Docker Engine",
        "version: -1",
        "list:",
        "  - name: a",
        "    of:",
        "      - b",
        '      - "true"',
        "code: |",
        "  x",
        "   y",
        "",
      ].join("\n"),
    );
  });
});
