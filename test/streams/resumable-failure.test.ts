import { expect, test } from "vitest";
import {
  type ApiError,
  apiErrorFor,
  ConnectionError,
  type ConnectionErrorCode,
  DockerError,
  InvalidArgumentError,
  ProtocolError,
  TimeoutError,
  type TimeoutPhase,
} from "../../src/errors.js";
import { isPassing } from "../../src/streams/resumable-failure.js";

test.each<[ConnectionErrorCode, boolean]>([
  ["SOCKET_NOT_FOUND", true],
  ["PERMISSION_DENIED", true],
  ["CONNECTION_REFUSED", true],
  ["CONNECTION_RESET", true],
  ["HOST_NOT_FOUND", true],
  ["SSH_FAILED", true],
  ["TLS_HANDSHAKE", true],
  ["CLIENT_CLOSED", false],
  ["TLS_UNKNOWN_CA", false],
  ["TLS_PIN_MISMATCH", false],
])("a connection that fails with %s is worth another attempt: %s", (code, passes) => {
  expect(isPassing(new ConnectionError("", { code, address: "", unsent: true }))).toBe(passes);
});

test.each<[TimeoutPhase, boolean]>([
  ["connect", true],
  ["headers", true],
  ["idle", true],
  ["total", false],
])("so is the deadline %s: %s", (phase, passes) => {
  expect(isPassing(new TimeoutError("", { phase, milliseconds: 1, unsent: true }))).toBe(passes);
});

test.each([
  [400, false],
  [401, false],
  [404, false],
  [500, false],
  [502, true],
  [503, true],
  [504, true],
])("and the status %i: %s", (status, passes) => {
  const ErrorClass: typeof ApiError = apiErrorFor(status);
  expect(isPassing(new ErrorClass("", { status, method: "GET", path: "/" }))).toBe(passes);
});

test("a cut answer passes, a mistake of the caller and an unknown error do not", () => {
  expect(isPassing(new ProtocolError(""))).toBe(true);
  expect(isPassing(new InvalidArgumentError(""))).toBe(false);
  expect(isPassing(new DockerError("", { code: "X" }))).toBe(false);
  expect(isPassing(new Error("x"))).toBe(false);
  expect(isPassing(undefined)).toBe(false);
});
