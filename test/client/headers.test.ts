import { describe, expect, test } from "vitest";
import { authHeaders, checkAuth, mergeHeaders } from "../../src/client/headers.js";
import { InvalidArgumentError } from "../../src/errors.js";

describe("mergeHeaders", () => {
  test("lets later ones win, whatever their case", () => {
    expect(mergeHeaders({ "X-Team": "a", Accept: "x" }, undefined, { "x-team": "b" })).toEqual({
      "x-team": "b",
      accept: "x",
    });
  });

  test.each(["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u0100", "a\u007f"])(
    "refuses the value %j without showing it",
    (value) => {
      const secret = `hunter2${value}`;
      expect(() => mergeHeaders({ "X-Token": secret })).toThrow(InvalidArgumentError);
      expect(() => mergeHeaders({ "X-Token": secret })).toThrow(/^header X-Token has characters/);
      expect(() => mergeHeaders({ "X-Token": secret })).not.toThrow(/hunter2/);
    },
  );

  test.each([42, undefined, null, ["a"]])("refuses %j, which is no text", (value) => {
    expect(() => mergeHeaders({ "X-Token": value as never })).toThrow("header X-Token");
  });

  test.each(["", "a b", "a:b", "a\r\n", "é"])("refuses the name %j", (name) => {
    expect(() => mergeHeaders({ [name]: "x" })).toThrow(InvalidArgumentError);
  });

  test("shows nothing of a value that got into a name", () => {
    expect(() => mergeHeaders({ "Authorization: Bearer hunter2": "" })).toThrow('"Authorization"');
    expect(() => mergeHeaders({ "Authorization: Bearer hunter2": "" })).not.toThrow(/hunter2/);
  });

  test("takes what a header can carry: empty text, tabs, Latin-1", () => {
    expect(mergeHeaders({ a: "", b: "x\ty", c: "é" })).toEqual({ a: "", b: "x\ty", c: "é" });
  });

  test("cannot be used to reach a prototype", () => {
    const merged = mergeHeaders(JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  test("leaves the caller's headers as they are", () => {
    const headers = Object.freeze({ "X-Team": "a" });
    mergeHeaders(headers, { "x-team": "b" });
    expect(headers).toEqual({ "X-Team": "a" });
  });
});

describe("authHeaders", () => {
  test("sends a bearer token", async () => {
    expect(await authHeaders({ bearer: "t0ken" })).toEqual({ authorization: "Bearer t0ken" });
  });

  test("asks a function for the token each time", async () => {
    let count = 0;
    const auth = { bearer: async () => `t${++count}` };
    expect(await authHeaders(auth)).toEqual({ authorization: "Bearer t1" });
    expect(await authHeaders(auth)).toEqual({ authorization: "Bearer t2" });
  });

  test("passes the failure of that function on as it is", async () => {
    const failure = new Error("vault is sealed");
    await expect(authHeaders({ bearer: () => Promise.reject(failure) })).rejects.toBe(failure);
  });

  test.each([() => "", () => undefined as never, async () => 5 as never])(
    "refuses a function that gives no token",
    async (bearer) => {
      await expect(authHeaders({ bearer })).rejects.toThrow("auth.bearer gives no token");
    },
  );

  test("sends username and password as UTF-8, colons in the password included", async () => {
    const { authorization = "" } = (await authHeaders({ username: "zoë", password: "a:b€" })) ?? {};
    expect(Buffer.from(authorization.replace("Basic ", ""), "base64").toString("utf8")).toBe("zoë:a:b€");
  });

  test("sends nothing where there is nothing", async () => {
    expect(await authHeaders(undefined)).toBeUndefined();
  });
});

describe("checkAuth", () => {
  test.each([
    ["both", { bearer: "s3cret", username: "u", password: "s3cret" }],
    ["a bearer and half a pair", { bearer: "s3cret", username: "u" }],
    ["a username alone", { username: "u" }],
    ["a password alone", { password: "s3cret" }],
    ["a colon in the username", { username: "u:s3cret", password: "s3cret" }],
    ["nothing", {}],
    ["null", null],
    ["text", "s3cret"],
  ])("refuses %s without showing it", (_, auth) => {
    expect(() => checkAuth(auth as never)).toThrow(InvalidArgumentError);
    expect(() => checkAuth(auth as never)).not.toThrow(/s3cret/);
  });

  test("takes either", () => {
    expect(() => checkAuth({ bearer: "t" })).not.toThrow();
    expect(() => checkAuth({ bearer: () => "t" })).not.toThrow();
    expect(() => checkAuth({ username: "u", password: "" })).not.toThrow();
    expect(() => checkAuth(undefined)).not.toThrow();
  });
});
