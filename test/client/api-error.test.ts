import { describe, expect, test } from "vitest";
import { toApiError } from "../../src/client/api-error.js";
import {
  ApiError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  ServerError,
  UnauthorizedError,
  UnavailableError,
} from "../../src/errors.js";
import { tcpEndpoint } from "../helpers/endpoints.js";

function errorFor(status: number, body: string, type?: string) {
  const headers = type === undefined ? {} : { "content-type": type };
  const bytes = Buffer.from(body);
  return toApiError({ status, headers, bytes }, "GET", "/v1.43/info?secret=hunter2", tcpEndpoint(2375));
}

describe("toApiError", () => {
  test("takes the engine's sentence, method and path, and nothing of the query", () => {
    const error = errorFor(404, '{"message":"No such container: web"}\n', "application/json");
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({
      message: "No such container: web",
      code: "NOT_FOUND",
      status: 404,
      method: "GET",
      path: "/v1.43/info",
    });
  });

  test.each([
    [400, BadRequestError, "BAD_REQUEST"],
    [401, UnauthorizedError, "UNAUTHORIZED"],
    [403, ForbiddenError, "FORBIDDEN"],
    [404, NotFoundError, "NOT_FOUND"],
    [406, ApiError, "API_ERROR"],
    [409, ConflictError, "CONFLICT"],
    [500, ServerError, "SERVER_ERROR"],
    [501, ServerError, "SERVER_ERROR"],
    [503, UnavailableError, "UNAVAILABLE"],
  ])("says %i by its class and code", (status, ErrorClass, code) => {
    const error = errorFor(status, '{"message":"no"}');
    expect(error.constructor).toBe(ErrorClass);
    expect(error).toBeInstanceOf(Error);
    expect(error.code).toBe(code);
    expect(error.name).toBe(ErrorClass.name);
  });

  test("takes plain text as it is, as engine 20.10 sends it", () => {
    const text = "client version 1.11 is too old. Minimum supported API version is 1.12";
    expect(errorFor(400, `${text}\n`, "text/plain").message).toBe(text);
  });

  test("takes text that only looks like JSON as it is", () => {
    expect(errorFor(500, "{oops").message).toBe("{oops");
    expect(errorFor(500, '{"error":"x"}').message).toBe('{"error":"x"}');
    expect(errorFor(500, '{"message":""}').message).toBe('{"message":""}');
    expect(errorFor(500, '{"message":5}').message).toBe('{"message":5}');
  });

  test.each([
    [
      "text/html",
      "<html><head><title>502 Bad  Gateway</title></head><body>nginx</body></html>",
      "502 Bad Gateway",
    ],
    [undefined, "<!DOCTYPE html><title>Sign in</title>", "Sign in"],
    ["text/html; charset=utf-8", "<h1>Access <b>denied</b></h1>", "Access denied"],
    ["text/html", "<html></html>", "an empty page"],
  ])("says of a page that a proxy has answered (%s)", (type, page, words) => {
    expect(errorFor(502, page, type).message).toBe(
      `A proxy answered in the engine's place with status 502: ${words}`,
    );
  });

  test("says that there was nothing where there was nothing", () => {
    expect(errorFor(500, "").message).toBe("The engine answered with status 500 and nothing else.");
    expect(errorFor(500, " \n").message).toBe("The engine answered with status 500 and nothing else.");
  });

  test("keeps no more than the beginning of a very long text", () => {
    expect(errorFor(500, "x".repeat(1_000_000)).message).toHaveLength(8192);
  });

  test.each([301, 302, 307, 308])("says of %i that redirects are not followed", (status) => {
    const error = errorFor(status, '<a href="/">Moved</a>');
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toContain(`redirect (${status}), and redirects are never followed`);
  });

  test("tells a client without TLS that the engine wants it", () => {
    const error = errorFor(400, "Client sent an HTTP request to an HTTPS server.\n");
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "TLS_HANDSHAKE", address: "tcp://127.0.0.1:2375" });
    expect(error.message).toContain("DOCKER_TLS_VERIFY");
  });

  test("is not disturbed by bytes that are no UTF-8", () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41]);
    const error = toApiError({ status: 500, headers: {}, bytes }, "GET", "/info", tcpEndpoint(2375));
    expect(error.message).toBe("\ufffd\ufffdA");
  });
});
