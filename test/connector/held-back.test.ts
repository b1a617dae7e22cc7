import { inspect } from "node:util";
import { expect, test } from "vitest";
import { HeldBack } from "../../src/connector/execution.js";
import { heldBack } from "../../src/connector/held-back.js";

test("hides headers with secrets however they are written", () => {
  const headers = {
    Authorization: "Bearer hunter2",
    "X-Registry-Auth": "hunter2",
    Cookie: "hunter2",
    "X-Access-Token": "hunter2",
    // Of the CLI's config.json.
    "X-Team": "hunter2",
    "Content-Type": "application/json",
  };
  const { data } = heldBack({
    method: "POST",
    path: "/build?buildargs=%7B%22A%22%3A%22hunter2%22%7D",
    headers,
    answer: "bytes",
    deadlines: {},
  });
  expect(JSON.stringify(data)).not.toContain("hunter2");
  expect(data[0]).toMatchObject({
    path: `/build?buildargs=${encodeURIComponent('{"A":"***"}')}`,
    headers: { "Content-Type": "application/json", Cookie: "***" },
  });
});

test("says nothing of its request on the error that stands for it", () => {
  const headers = { authorization: "Bearer hunter2" };
  const request = { method: "GET", path: "/info", headers, answer: "bytes", deadlines: {} } as const;
  const error = new HeldBack(request);
  expect(error.request()).toBe(request);
  expect(inspect(error, { depth: Infinity, showHidden: true, getters: true })).not.toContain("hunter2");
  expect(JSON.stringify(error)).not.toContain("hunter2");
});
