import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { webSocketHandshake } from "../../src/transport/websocket-handshake.js";

test("a WebSocket is asked for with a key of sixteen bytes, new each time, and with the version of the RFC", () => {
  const [{ headers }, other] = [webSocketHandshake(), webSocketHandshake()];
  expect(Buffer.from(headers["sec-websocket-key"] ?? "", "base64")).toHaveLength(16);
  expect(headers["sec-websocket-version"]).toBe("13");
  expect(other.headers["sec-websocket-key"]).not.toBe(headers["sec-websocket-key"]);
});

test("a WebSocket is accepted with the hash of its key", () => {
  const { headers, accept } = webSocketHandshake();
  const text = `${headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  expect(accept).toBe(createHash("sha1").update(text).digest("base64"));
});
