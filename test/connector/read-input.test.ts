import { describe, expect, test } from "vitest";
import { boolean, choice, inBody, integer, list, object, objects, text } from "../../src/connector/field.js";
import { readInput } from "../../src/connector/read-input.js";
import { InvalidArgumentError } from "../../src/errors.js";

const fields = {
  id: text("Id.", { required: true }),
  timeout: integer("Seconds.", { names: { xsoar: "t" }, aliases: ["Stop Timeout"] }),
  volumes: boolean("Volumes.", { default: false }),
  password: text("Password.", { secret: true }),
  pin: integer("Pin.", { secret: true }),
  tags: list("Tags."),
  condition: choice("When.", ["not-running", "removed"]),
};

const read = (raw: unknown) => readInput(fields, raw, "stop_container");

function failure(raw: unknown): string {
  try {
    read(raw);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return (error as Error).message;
  }
  throw new Error("it was taken");
}

describe("readInput", () => {
  test("takes names in any spelling, and the platforms' own", () => {
    expect(read({ ID: "web", T: "5" })).toEqual({ id: "web", timeout: 5, volumes: false });
    expect(read({ id: "web", "stop-timeout": "5" })).toMatchObject({ timeout: 5 });
  });

  test("keeps false and 0, leaves out what was left blank", () => {
    expect(read({ id: "web", timeout: 0, volumes: false, password: "", tags: null })).toEqual({
      id: "web",
      timeout: 0,
      volumes: false,
    });
  });

  test("names a missing parameter and what is wanted", () => {
    expect(failure({})).toBe("id is missing: give text.");
    expect(failure({ id: "" })).toBe("id is missing: give text.");
    expect(failure(undefined)).toBe("id is missing: give text.");
  });

  test("names a wrong value and what is wanted", () => {
    expect(failure({ id: "web", timeout: "soon" })).toBe('timeout is "soon": give a whole number from 0 on.');
    expect(failure({ id: "web", timeout: 1.5 })).toBe("timeout is 1.5: give a whole number from 0 on.");
    expect(failure({ id: "web", timeout: -1 })).toBe("timeout is -1: give a whole number from 0 on.");
    expect(failure({ id: "web", condition: "whenever" })).toBe(
      'condition is "whenever": give one of not-running, removed.',
    );
    expect(failure({ id: { a: 1 } })).toBe('id is {"a":1}: give text.');
  });

  test("never shows a secret", () => {
    const message = failure({ id: "web", pin: "hunter2", password: { value: "hunter2" } });
    expect(message).toContain("password is not what it must be: give text.");
    expect(message).toContain("pin is not what it must be");
    expect(message).not.toContain("hunter2");
  });

  test("does not show what holds variables, which hold passwords", () => {
    const fields = { body: object("Body."), items: objects("Items."), env: list("Variables.") };
    const refused = (raw: unknown) => () => readInput(fields, raw, "it");
    expect(refused({ body: '{"Env": ["A=hunter2"]' })).toThrow(
      "body is text that is no JSON: give an object or JSON text of one.",
    );
    expect(refused({ body: '["A=hunter2"]' })).toThrow("body is a list: give an object or JSON text of one.");
    expect(refused({ items: [["hunter2"]] })).toThrow(/^items is a list: give [^h]*$/);
    expect(refused({ env: [{ A: "hunter2" }] })).toThrow(/^env is [^h]*: give/);
  });

  test("finds what is wanted where an object holds fields of the body, too", () => {
    const fields = {
      image: text("Image.", { required: true, place: inBody("Image") }),
      tag: text("Tag.", { place: inBody("Tag") }),
      body: object("Body.", { place: inBody() }),
    };
    const read = (raw: unknown) => readInput(fields, raw, "it");
    expect(read({ body: '{"Image": "a", "Tag": "b"}' })).toEqual({
      image: "a",
      body: { Image: "a", Tag: "b" },
    });
    expect(read({ image: "c", body: { Image: "a" } })).toMatchObject({ image: "c" });
    expect(() => read({ body: { Image: "" } })).toThrow("image is missing");
    expect(() => read({ body: { Image: ["a"] } })).toThrow('image is ["a"]: give text.');
  });

  test("never shows a variable's value, in whatever shape it came", () => {
    const env = { env: list("Variables.", { place: inBody("Env") }) };
    for (const value of [{ A: { B: "hunter2" } }, 5n, [{ A: "hunter2" }]]) {
      expect(() => readInput(env, { env: value }, "x")).not.toThrow(/hunter2/);
    }
  });

  test("tells every fault at once", () => {
    const message = failure({ timeout: "soon", condition: "whenever", tag: "x" });
    for (const part of ["id is missing", "timeout is", "condition is", 'no parameter "tag"']) {
      expect(message).toContain(part);
    }
  });

  test("names what is nearest to a parameter that is not there", () => {
    expect(failure({ id: "web", tiemout: 5 })).toContain(
      'stop_container has no parameter "tiemout". Did you mean timeout?',
    );
    expect(failure({ id: "web", something: 5 })).toContain("There are: id, timeout, volumes");
  });

  test("takes a parameter that is not there and was left blank as nothing", () => {
    expect(read({ id: "web", something: "" })).toEqual({ id: "web", volumes: false });
  });

  test("refuses a parameter that is given by two names", () => {
    expect(failure({ id: "web", timeout: 1, t: 2 })).toContain("timeout is given twice, once as t");
  });

  test.each([["text"], [5], [["a"]]])("refuses %j for parameters", (raw) => {
    expect(failure(raw)).toContain("the parameters of stop_container must be an object");
  });

  test("is not led astray by names that every object has", () => {
    expect(failure(JSON.parse('{"id":"web","__proto__":{"timeout":5}}'))).toContain(
      'no parameter "__proto__"',
    );
    expect(failure({ id: "web", constructor: "x" })).toContain('no parameter "constructor"');
  });
});
