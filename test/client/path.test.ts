import { describe, expect, test } from "vitest";
import { fillPath } from "../../src/client/path.js";
import { InvalidArgumentError } from "../../src/errors.js";

const template = "/containers/{id}/json";

describe("fillPath", () => {
  test("puts a plain name where it belongs", () => {
    expect(fillPath(template, { id: "web-1_a.b" })).toBe("/containers/web-1_a.b/json");
  });

  test.each([
    ["a/b/images/prune?x=", "a%2Fb%2Fimages%2Fprune%3Fx%3D"],
    ["registry.example:5000/team/app:1", "registry.example%3A5000%2Fteam%2Fapp%3A1"],
    ["app@sha256:00ff", "app%40sha256%3A00ff"],
    ["..a/b../prune?", "..a%2Fb..%2Fprune%3F"],
    ["a b#c%2e", "a%20b%23c%252e"],
    ["\r\nHost: evil", "%0D%0AHost%3A%20evil"],
    ["\u0000", "%00"],
    ["...", "..."],
    ["x\\..y", "x%5C..y"],
    ["héé\u{1F433}", "h%C3%A9%C3%A9%F0%9F%90%B3"],
  ])("makes exactly one segment of %j", (id, encoded) => {
    const path = fillPath(template, { id });
    expect(path).toBe(`/containers/${encoded}/json`);
    const resolved = new URL(`http://x${path}`).pathname;
    expect(resolved.split("/")).toHaveLength(4);
    expect(decodeURIComponent(resolved.split("/")[2] ?? "")).toBe(id);
  });

  test.each(["", ".", "..", "/", "/..", "../prune?", "a/../../images/prune?x=", "a/.", "./a", "x\\..\\y"])(
    "refuses %j, which leads to another endpoint, at the latest behind a proxy that decodes it",
    (id) => {
      expect(() => fillPath(template, { id })).toThrow(InvalidArgumentError);
      expect(() => fillPath(template, { id })).toThrow(
        `id (of /containers/{id}/json) is ${JSON.stringify(id)}; give a name`,
      );
    },
  );

  test("takes a container's name as engines list it, with a slash before it", () => {
    expect(fillPath(template, { id: "/web" })).toBe("/containers/web/json");
    expect(fillPath("/images/{name}/json", { name: "/app" })).toBe("/images/%2Fapp/json");
  });

  test.each([
    [undefined, "undefined"],
    [null, "null"],
    [42, "of type number"],
    [["a"], "a list"],
    [{ toString: () => "x" }, "of type object"],
  ])("refuses %j, which is no text", (id, kind) => {
    expect(() => fillPath(template, { id })).toThrow(InvalidArgumentError);
    expect(() => fillPath(template, { id })).toThrow(`is ${kind}; give a name or an id as text`);
  });

  test("refuses half of a surrogate pair, which would throw a URIError", () => {
    expect(() => fillPath(template, { id: "a\ud800" })).toThrow(InvalidArgumentError);
    expect(() => fillPath(template, { id: "\udc00b" })).toThrow("surrogate");
  });

  test("leaves a path without parameters alone", () => {
    expect(fillPath("/_ping", { id: "unused" })).toBe("/_ping");
  });

  test("refuses a value that is missing", () => {
    expect(() => fillPath(template, {})).toThrow("id (of /containers/{id}/json) is undefined");
  });
});
