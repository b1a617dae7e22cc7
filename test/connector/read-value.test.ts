import { describe, expect, test } from "vitest";
import {
  boolean,
  choice,
  choices,
  command,
  type Field,
  filters,
  inBody,
  integer,
  list,
  number,
  object,
  objects,
  rows,
  text,
  time,
} from "../../src/connector/field.js";
import { readValue } from "../../src/connector/read-value.js";

const cases: [name: string, field: Field, raw: unknown, value: unknown][] = [
  ["a table in JSON text", rows("x"), '[["a", "b"]]', [["a", "b"]]],
  ["a text as it is, spaces and all", text("x"), " a b ", " a b "],
  ["a number where text is wanted as text", text("x"), 5, "5"],
  ["a number in text", integer("x"), " 5 ", 5],
  ["a whole number in another form", integer("x"), "1e3", 1000],
  ["a negative number in text", integer("x"), "-1", -1],
  ["0, which is a value", integer("x"), 0, 0],
  ["0 in text, which is a value", integer("x"), "0", 0],
  ["no number as it is, for the schema to refuse", integer("x"), "5 apples", "5 apples"],
  ["hexadecimal not as a number", integer("x"), "0x10", "0x10"],
  ["a fraction", number("x"), "0.5", 0.5],
  ...["true", "True", "YES", "1", "on", 1, true].map((raw): [string, Field, unknown, unknown] => [
    `${JSON.stringify(raw)} as true`,
    boolean("x"),
    raw,
    true,
  ]),
  ...["false", "False", "no", "0", "off", 0, false].map((raw): [string, Field, unknown, unknown] => [
    `${JSON.stringify(raw)} as false`,
    boolean("x"),
    raw,
    false,
  ]),
  ["text with commas as a list", list("x"), "a, b ,,c", ["a", "b", "c"]],
  [
    "variables, whose values may have commas",
    list("x", { place: inBody("Env") }),
    "A=1,2, B=x=y",
    ["A=1,2", "B=x=y"],
  ],
  ["JSON text as a list", list("x"), '["a", 5, true]', ["a", "5", "true"]],
  ["a list as it is", list("x"), ["a"], ["a"]],
  ["one number as a list", list("x"), 5, ["5"]],
  ["text that only begins like JSON by its commas", list("x"), "[a, b", ["[a", "b"]],
  ["an empty list, which is a value", list("x"), [], []],
  ["a command's words", command("x"), "ls -la /", ["ls", "-la", "/"]],
  ["a command's words with quotes", command("x"), `sh -c "echo 'a b' > /x"`, ["sh", "-c", "echo 'a b' > /x"]],
  ["a command as JSON text", command("x"), '["sh", "-c", "a, b"]', ["sh", "-c", "a, b"]],
  [
    "a command whose quotes do not close as it is, for the schema to refuse",
    command("x"),
    `sh -c "a`,
    `sh -c "a`,
  ],
  [
    "a list as Python writes it as it is, for the schema to refuse",
    list("x"),
    "['A=b', 'B=c']",
    "['A=b', 'B=c']",
  ],
  ["what JSON cannot say as no object", object("x"), { a: 1n }, "what JSON cannot say"],
  ["dates in objects as text", object("x"), { a: new Date(0) }, { a: "1970-01-01T00:00:00.000Z" }],
  ["the digits of an id as text", text("x"), 123, "123"],
  [
    "backslashes as a shell does",
    command("x"),
    String.raw`sh -c "echo \"a b\" c" d\ e 'f\g' ""`,
    ["sh", "-c", 'echo "a b" c', "d e", "f\\g", ""],
  ],
  ["an object where a word is wanted as it is", boolean("x"), { toString: 1 }, { toString: 1 }],
  ["an object where a choice is wanted as it is", choice("x", ["a"]), { toString: 1 }, { toString: 1 }],
  ["a variable that is no text as it is", list("x", { place: inBody("Env") }), { A: { b: 1 } }, [{ b: 1 }]],
  ["variables as an object", list("x", { place: inBody("Env") }), { A: "1", B: 2 }, ["A=1", "B=2"]],
  ["an object as JSON text", object("x"), ' {"a": {"b": 1}} ', { a: { b: 1 } }],
  ["broken JSON text as it is, for the schema to refuse", object("x"), '{"a": ', '{"a":'],
  ["one object where several may be", objects("x"), '{"a": 1}', [{ a: 1 }]],
  [
    "filters with single values",
    filters("x"),
    { status: "running", exited: 0, dangling: true },
    { status: ["running"], exited: ["0"], dangling: ["true"] },
  ],
  ["filters as JSON text", filters("x"), '{"label": ["a=b", "c"]}', { label: ["a=b", "c"] }],
  [
    "filters as a set, as old clients write them",
    filters("x"),
    { status: { running: true, paused: false } },
    { status: ["running"] },
  ],
  [
    "filters as the CLI writes them",
    filters("x"),
    "status=running, label=a=b",
    { status: ["running"], label: ["a=b"] },
  ],
  [
    "filters with blank ones left out",
    filters("x"),
    { name: "", label: null, status: "exited" },
    { status: ["exited"] },
  ],
  ["filters whose key is a trap", filters("x"), "__proto__=x", Object.fromEntries([["__proto__", ["x"]]])],
  ["a Date", time("x"), new Date(0), "1970-01-01T00:00:00.000Z"],
  ["seconds", time("x"), 1700000000, "1700000000"],
  ["a time without a zone as UTC", time("x"), "2026-01-31T12:00:00", "2026-01-31T12:00:00Z"],
  ["a time with a zone as it is", time("x"), "2026-01-31T12:00:00+02:00", "2026-01-31T12:00:00+02:00"],
  ["a duration as it is", time("x"), "10m", "10m"],
  ["the label of a choice", choice("x", ["not-running", "removed"]), "Not Running", "not-running"],
  ["the value of a choice", choice("x", ["not-running", "removed"]), "not-running", "not-running"],
  [
    "the labels of choices",
    choices("x", ["container", "build-cache"]),
    "Build Cache,Container",
    ["build-cache", "container"],
  ],
];

describe("readValue", () => {
  test.each(cases)("reads %s", (_name, field, raw, value) => {
    expect(readValue(field, raw)).toEqual(value);
  });

  test.each([undefined, null, "", "  "])(
    "takes %j as nothing, for a form's field that was left blank",
    (raw) => {
      for (const field of [integer("x"), boolean("x"), list("x"), object("x"), filters("x"), time("x")]) {
        expect(readValue(field, raw)).toBeUndefined();
      }
    },
  );

  test("takes empty text as nothing where text is wanted, and spaces as text", () => {
    expect(readValue(text("x"), "")).toBeUndefined();
    expect(readValue(text("x"), " ")).toBe(" ");
  });
});
