import { describe, expect, test } from "vitest";
import { categorize } from "../../src/connector/error-category.js";
import {
  apiErrorFor,
  ConnectionError,
  type ConnectionErrorCode,
  DockerError,
  InvalidArgumentError,
  ProgressError,
  ProtocolError,
  TimeoutError,
  UnsupportedVersionError,
} from "../../src/errors.js";

const api = (status: number, message = "no") =>
  new (apiErrorFor(status))(message, { status, method: "POST", path: "/v1.51/x" });
const connection = (code: ConnectionErrorCode, unsent = false) =>
  new ConnectionError("no", { code, address: "x", unsent });
const timeout = (unsent: boolean) => new TimeoutError("no", { phase: "total", milliseconds: 1, unsent });

describe("categorize", () => {
  test.each([
    [400, "bad_request", false],
    [401, "unauthorized", false],
    [403, "forbidden", false],
    [404, "not_found", false],
    [409, "conflict", false],
    [429, "rate_limited", true],
    [500, "server_error", false],
    [502, "server_error", true],
    [503, "unavailable", true],
    [504, "server_error", true],
    [418, "bad_request", false],
  ])("tells status %i as %s (F14)", (httpStatus, category, retryable) => {
    expect(categorize(api(httpStatus), true)).toEqual({
      category,
      httpStatus,
      retryable,
      endpoint: "POST /v1.51/x",
    });
    expect(categorize(api(httpStatus), false).retryable).toBe(false);
  });

  test("does not repeat what a node says of its place in a swarm", () => {
    const error = api(503, "This node is not a swarm manager.");
    expect(categorize(error, true)).toMatchObject({ category: "unavailable", retryable: false });
  });

  test.each([
    [new InvalidArgumentError("no"), "validation"],
    [new UnsupportedVersionError("no"), "unsupported_version"],
    [new ProgressError("no"), "stream_error"],
    [new ProtocolError("no"), "stream_error"],
    [new DockerError("no", { code: "ACTION_REFUSED" }), "forbidden"],
    [new DockerError("no", { code: "OUTPUT_LIMIT" }), "stream_error"],
    [connection("TLS_UNKNOWN_CA"), "tls"],
    [connection("TLS_PIN_MISMATCH", true), "tls"],
    [connection("CLIENT_CLOSED"), "connection"],
    [new TypeError("no"), "internal"],
    ["no", "internal"],
  ])("tells %s, and that asking again is of no use", (error, category) => {
    expect(categorize(error, true)).toEqual({ category, retryable: false });
  });

  test("tells our own limit, after which the same may be asked for later (F11)", () => {
    const error = new DockerError("no", { code: "RATE_LIMITED" });
    expect(categorize(error, false)).toEqual({ category: "rate_limited", retryable: true });
  });

  test("repeats a broken connection where that does no harm", () => {
    expect(categorize(connection("CONNECTION_RESET"), true)).toEqual({
      category: "connection",
      retryable: true,
    });
    expect(categorize(connection("CONNECTION_RESET"), false).retryable).toBe(false);
    expect(categorize(connection("CONNECTION_REFUSED", true), false).retryable).toBe(true);
    expect(categorize(timeout(false), true)).toEqual({ category: "timeout", retryable: true });
    expect(categorize(timeout(false), false).retryable).toBe(false);
    expect(categorize(timeout(true), false).retryable).toBe(true);
  });
});
