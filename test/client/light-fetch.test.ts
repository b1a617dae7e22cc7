import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { LightResponse } from "../../src/client/light-fetch.js";
import { ProtocolError } from "../../src/errors.js";
import type { HttpAnswer } from "../../src/transport/http.js";

function response(text: string, headers: HttpAnswer["headers"] = {}): LightResponse {
  return new LightResponse({ status: 200, headers, bytes: Buffer.from(text) });
}

describe("LightResponse", () => {
  test("parses JSON in any alphabet", async () => {
    expect(await response('{"a":"é\u{1F433}"}').json()).toEqual({ a: "é\u{1F433}" });
  });

  test("parses bytes that are a part of a larger buffer", async () => {
    const bytes = new Uint8Array(Buffer.from('xx{"a":1}yy')).subarray(2, 9);
    expect(await new LightResponse({ status: 200, headers: {}, bytes }).json()).toEqual({ a: 1 });
  });

  test("refuses what is no JSON and shows nothing of it, not even as a cause", async () => {
    const answer = response('{"Data":"hunter2', { "content-type": "application/json" });
    const error: unknown = await answer.json().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("16 bytes that are no JSON (content type application/json)"),
    );
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("hunter2");
  });

  test("gives headers by any case, joined where there are several", () => {
    const { headers } = response("", { "x-a": "1", "x-b": ["1", "2"] });
    expect(headers.get("X-A")).toBe("1");
    expect(headers.get("x-b")).toBe("1, 2");
    expect(headers.get("x-c")).toBeNull();
  });

  test("says the length that has come, not the one that was announced", () => {
    const { headers } = response("abc", { "content-length": "999", "transfer-encoding": "chunked" });
    expect(headers.get("Content-Length")).toBe("3");
    expect(headers.get("Transfer-Encoding")).toBeNull();
  });
});
