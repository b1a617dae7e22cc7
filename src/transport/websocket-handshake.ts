import { createHash, randomBytes } from "node:crypto";

/**
 * What a request for a WebSocket says besides the upgrade, and what proves that the answer is one to it: no cache and no
 * server that knows nothing of WebSockets can have it.
 */
export function webSocketHandshake(): WebSocketHandshake {
  const key = randomBytes(16).toString("base64");
  return {
    headers: { "sec-websocket-key": key, "sec-websocket-version": "13" },
    accept: createHash("sha1").update(`${key}${WEBSOCKET_ID}`).digest("base64"),
  };
}

export interface WebSocketHandshake {
  readonly headers: Readonly<Record<string, string>>;
  /** What the answer's `Sec-WebSocket-Accept` must be. */
  readonly accept: string;
}

/** The same for all, from RFC 6455. */
const WEBSOCKET_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
