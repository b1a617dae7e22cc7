import { inspect } from "node:util";
import { errors } from "undici";
import { describe, expect, it } from "vitest";
import { ConnectionError, TimeoutError } from "../../src/errors.js";
import { toConnectionError } from "../../src/transport/connection-error.js";
import type { Endpoint } from "../../src/transport/endpoint.js";
import { socketEndpoint, sshEndpoint, tcpEndpoint, tlsEndpoint } from "../helpers/endpoints.js";

const unix = socketEndpoint("/run/docker.sock");
const pipe = socketEndpoint("\\\\.\\pipe\\docker_engine", {
  kind: "npipe",
  address: "npipe:////./pipe/docker_engine",
});
const tcp = tcpEndpoint(2375);
const tls = tlsEndpoint(2376, {});
const mutual = tlsEndpoint(2376, { ca: "", cert: "", key: "" });
const ssh = sshEndpoint();

const withCode = (code: string, message = `connect ${code}`) => Object.assign(new Error(message), { code });
const notHttp = (data: string) =>
  Object.assign(new errors.HTTPParserError("Expected HTTP/"), { code: "HPE_INVALID_CONSTANT", data });
const openssl = (reason: string) =>
  withCode(
    `ERR_SSL_${reason.toUpperCase().replaceAll(" ", "_")}`,
    `80FC:error:0A000412:SSL routines:ssl3_read_bytes:${reason}:../ssl/record/rec_layer_s3.c:1601:SSL alert number 42\n`,
  );

describe("an error of the connection", () => {
  it.each<[Error, Endpoint, string, string]>([
    [withCode("ENOENT"), unix, "SOCKET_NOT_FOUND", "systemctl start docker"],
    [withCode("ENOENT"), pipe, "SOCKET_NOT_FOUND", "Start Docker Desktop"],
    [withCode("ENOTDIR"), unix, "SOCKET_NOT_FOUND", "no such socket"],
    [withCode("EACCES"), unix, "PERMISSION_DENIED", "usermod -aG docker"],
    [withCode("EACCES"), pipe, "PERMISSION_DENIED", "docker-users"],
    [withCode("EPERM"), tcp, "PERMISSION_DENIED", "firewall"],
    [withCode("ECONNREFUSED"), unix, "CONNECTION_REFUSED", "nothing listens on it"],
    [withCode("ECONNREFUSED"), tcp, "CONNECTION_REFUSED", "nothing listens on that port"],
    [withCode("EAGAIN"), unix, "CONNECTION_REFUSED", "`maxConnections`"],
    [withCode("ECONNRESET"), unix, "CONNECTION_RESET", "broke"],
    [new Error("read", { cause: withCode("ECONNRESET") }), unix, "CONNECTION_RESET", "broke"],
    [new errors.HTTPParserError("no HTTP (Invalid EOF state)"), unix, "CONNECTION_RESET", "broke"],
    [withCode("EPIPE"), tcp, "CONNECTION_RESET", "If its port speaks TLS"],
    [withCode("ENOTFOUND"), tcp, "HOST_NOT_FOUND", "127.0.0.1 was not found"],
    [withCode("EAI_AGAIN"), tls, "HOST_NOT_FOUND", "name servers"],
    [withCode("EHOSTUNREACH"), tcp, "HOST_UNREACHABLE", "VPN"],
    [withCode("ENETUNREACH"), tcp, "HOST_UNREACHABLE", "VPN"],
    [withCode("ETIMEDOUT"), tcp, "HOST_UNREACHABLE", "firewalls"],
    [new errors.SocketError("other side closed"), unix, "CONNECTION_RESET", "Its log says more"],
    [new errors.SocketError("other side closed"), tls, "CONNECTION_RESET", "`tls.cert` and `tls.key`"],
    [
      new errors.SocketError("other side closed"),
      mutual,
      "CONNECTION_RESET",
      "not accept the client certificate",
    ],
    [new errors.SocketError("other side closed"), ssh, "CONNECTION_RESET", "18.09"],
    [new errors.ClientClosedError(), unix, "CLIENT_CLOSED", "has been closed"],
    [new errors.ClientDestroyedError(), unix, "CLIENT_CLOSED", "has been closed"],
    [withCode("CERT_HAS_EXPIRED"), tls, "TLS_EXPIRED", "has expired"],
    [withCode("CERT_NOT_YET_VALID"), tls, "TLS_EXPIRED", "not valid yet"],
    [withCode("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), tls, "TLS_UNKNOWN_CA", "as `tls.ca`"],
    [withCode("SELF_SIGNED_CERT_IN_CHAIN"), mutual, "TLS_UNKNOWN_CA", "did not sign it"],
    [withCode("DEPTH_ZERO_SELF_SIGNED_CERT"), tls, "TLS_UNKNOWN_CA", "not trusted here"],
    [withCode("ERR_TLS_CERT_ALTNAME_INVALID"), tls, "TLS_WRONG_HOST", "tls.servername"],
    [openssl("wrong version number"), tls, "TLS_HANDSHAKE", "does not speak TLS"],
    [openssl("packet length too long"), tls, "TLS_HANDSHAKE", "does not speak TLS"],
    [withCode("EPROTO", openssl("wrong version number").message), tls, "TLS_HANDSHAKE", "does not speak TLS"],
    [openssl("tlsv1 alert protocol version"), tls, "TLS_HANDSHAKE", 'alert "protocol version"'],
    [openssl("unsupported protocol"), tls, "TLS_HANDSHAKE", "unsupported protocol"],
    [openssl("tlsv13 alert certificate required"), tls, "TLS_CLIENT_CERTIFICATE", "Give `tls.cert`"],
    [openssl("sslv3 alert bad certificate"), tls, "TLS_CLIENT_CERTIFICATE", "got none"],
    [openssl("ssl/tls alert bad certificate"), mutual, "TLS_CLIENT_CERTIFICATE", "does not accept"],
    [openssl("tlsv1 alert unknown ca"), mutual, "TLS_CLIENT_CERTIFICATE", "does not accept"],
    [openssl("sslv3 alert certificate expired"), mutual, "TLS_CLIENT_CERTIFICATE", "not expired"],
    [openssl("sslv3 alert handshake failure"), tls, "TLS_CLIENT_CERTIFICATE", "got none"],
    [openssl("sslv3 alert handshake failure"), mutual, "TLS_HANDSHAKE", "handshake failure"],
    [notHttp("\u0015\u0003\u0001"), tcp, "TLS_HANDSHAKE", "speaks TLS there"],
    [notHttp("SSH-2.0"), tcp, "CONNECTION_FAILED", "does not speak HTTP"],
    [notHttp("Hi"), ssh, "CONNECTION_FAILED", ".bashrc"],
    [new Error("Something new."), tcp, "CONNECTION_FAILED", "Something new. Check"],
  ])("is explained, case %#", (error, endpoint, code, words) => {
    const ours = toConnectionError(error, endpoint, { unsent: false });
    expect(ours).toBeInstanceOf(ConnectionError);
    expect(ours).toMatchObject({ code, address: endpoint.address, unsent: false });
    expect(ours.message).toContain(`${endpoint.address} (option "host")`);
    expect(ours.message).toContain(words);
    expect(ours.message).toMatch(/[.?]$/);
    expect(ours.cause).toMatchObject({ message: error.message });
  });

  it("is found inside what Node and fetch put around it", () => {
    const aggregate = new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]);
    expect(toConnectionError(aggregate, tcp, { unsent: true })).toMatchObject({
      code: "CONNECTION_REFUSED",
      unsent: true,
    });
    const fetched = new TypeError("fetch failed", { cause: withCode("ENOENT") });
    expect(toConnectionError(fetched, unix, { unsent: true })).toMatchObject({
      code: "SOCKET_NOT_FOUND",
      cause: fetched,
    });
  });

  it("is a timeout when the connection took too long", () => {
    const error = new errors.ConnectTimeoutError(
      "Connect Timeout Error (attempted address: a:1, timeout: 250ms)",
    );
    const ours = toConnectionError(error, tcp, { unsent: true });
    expect(ours).toBeInstanceOf(TimeoutError);
    expect(ours).toMatchObject({ phase: "connect", milliseconds: 250, unsent: true, cause: error });
  });

  it("is passed on when it is ours, but learns that nothing was sent", () => {
    const ours = new ConnectionError("why", {
      code: "SSH_FAILED",
      address: "ssh://far",
      unsent: false,
      cause: 1,
    });
    expect(toConnectionError(ours, ssh, { unsent: false })).toBe(ours);
    expect(toConnectionError(ours, ssh, { unsent: true })).toMatchObject({
      ...{ message: "why", code: "SSH_FAILED", address: "ssh://far", unsent: true, cause: 1 },
    });
    const timeout = new TimeoutError("late", { phase: "idle", milliseconds: 1, unsent: false });
    expect(toConnectionError(timeout, ssh, { unsent: true })).toBe(timeout);
  });

  it("that is not even an error is said to be unknown", () => {
    const ours = toConnectionError("hush-hush", tcp, { unsent: false });
    expect(ours).toMatchObject({ code: "CONNECTION_FAILED" });
    expect(ours.cause).toBeUndefined();
    expect(inspect(ours)).not.toContain("hush-hush");
  });
});

describe("the cause", () => {
  it("is the original where that holds nothing but what happened", () => {
    const error = Object.assign(withCode("ENOENT"), {
      errno: -2,
      syscall: "connect",
      address: "/run/docker.sock",
    });
    expect(toConnectionError(error, unix, { unsent: true }).cause).toBe(error);
  });

  it("is a copy without the fields that could hold secrets, at any depth", () => {
    const inner = Object.assign(withCode("HPE_INVALID"), { data: "hush-hush" });
    const outer = Object.assign(new TypeError("outer", { cause: inner }), {
      options: { headers: ["hush-hush"] },
    });
    const { cause } = toConnectionError(outer, unix, { unsent: true });
    expect(inspect(cause, { depth: 9, showHidden: true })).not.toContain("hush-hush");
    expect(cause).toMatchObject({ name: "TypeError", message: "outer", cause: { code: "HPE_INVALID" } });
    expect((cause as Error).stack).toBe(outer.stack);
    expect(inner.data).toBe("hush-hush");
  });
});
