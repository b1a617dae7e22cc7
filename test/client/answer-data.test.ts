import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { OperationFacts } from "../../generated/operations.js";
import { answerData, answerJson } from "../../src/client/answer-data.js";
import { ProtocolError } from "../../src/errors.js";
import type { HttpAnswer } from "../../src/transport/http.js";

function answer(text: string, headers: HttpAnswer["headers"] = {}): HttpAnswer {
  return { status: 200, headers, bytes: Buffer.from(text) };
}

function facts(kind: OperationFacts["answer"]): OperationFacts {
  return { method: "GET", path: "/", answer: kind };
}

describe("answerData", () => {
  test("parses what is JSON, and gives the rest as text", () => {
    expect(answerData(facts("json"), answer('"é"'))).toBe("é");
    expect(answerData(facts("text"), answer('"é"'))).toBe('"é"');
  });

  test.each(["json", "text", "empty"] as const)(
    "gives nothing for an empty answer of the kind %s",
    (kind) => {
      expect(answerData(facts(kind), answer("", { "content-length": "9" }))).toBeUndefined();
    },
  );
});

describe("answerJson", () => {
  test("parses JSON in any alphabet", () => {
    expect(answerJson(answer('{"a":"é\u{1F433}"}'))).toEqual({ a: "é\u{1F433}" });
  });

  test("parses bytes that are a part of a larger buffer", () => {
    const bytes = new Uint8Array(Buffer.from('xx{"a":1}yy')).subarray(2, 9);
    expect(answerJson({ status: 200, headers: {}, bytes })).toEqual({ a: 1 });
  });

  test("names an encoding that it did not ask for", () => {
    expect(() => answerJson(answer("zipped", { "content-encoding": "gzip" }))).toThrow(/encoded as gzip/);
  });

  test("refuses what is no JSON and shows nothing of it, not even as a cause", () => {
    let error: unknown;
    try {
      answerJson(answer('{"Data":"hunter2', { "content-type": "application/json" }));
    } catch (reason) {
      error = reason;
    }
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("16 bytes that are no JSON (content type application/json)"),
    );
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("hunter2");
  });
});
