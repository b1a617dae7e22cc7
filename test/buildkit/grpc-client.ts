import { connect } from "node:http2";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/** What an engine does with the connection of a session: it calls, although it was called. */
export function grpcClient(connection: Duplex): GrpcClient {
  const session = connect("http://engine", { createConnection: () => connection });
  session.on("error", () => undefined);
  return {
    async call(path, message = Buffer.alloc(0), { body = prefixed(message) } = {}) {
      const stream = session.request({
        ":method": "POST",
        ":path": path,
        "content-type": "application/grpc",
        te: "trailers",
      });
      const told: Record<string, unknown> = {};
      stream.on("response", (headers) => Object.assign(told, headers));
      stream.on("trailers", (trailers) => Object.assign(told, trailers));
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      const ended = new Promise<void>((resolve, reject) => stream.on("close", resolve).on("error", reject));
      // In two pieces, as the bytes of a message may come.
      stream.write(body.subarray(0, 3));
      await sleep(1);
      stream.end(body.subarray(3));
      await ended;
      const answer = Buffer.concat(pieces);
      return {
        status: Number(told["grpc-status"]),
        message: decodeURIComponent(String(told["grpc-message"] ?? "")),
        answer: answer.length > 0 ? unprefixed(answer) : undefined,
        type: told["content-type"],
      };
    },
    request: (path) => session.request({ ":method": "POST", ":path": path }),
    get closed() {
      return session.destroyed;
    },
    close: () => session.destroy(),
  };
}

export interface GrpcClient {
  call(path: string, message?: Uint8Array, raw?: { body?: Buffer }): Promise<GrpcOutcome>;
  /** A call that is begun and left alone. */
  request(path: string): Duplex;
  readonly closed: boolean;
  close(): void;
}

export interface GrpcOutcome {
  readonly status: number;
  readonly message: string;
  readonly answer: Buffer | undefined;
  readonly type: unknown;
}

/** A message as it travels. */
export function prefixed(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

/** A message with one text, in the given field. */
export function textMessage(field: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > 127) throw new Error("too long for this helper");
  return Buffer.concat([Buffer.from([field * 8 + 2, bytes.length]), bytes]);
}

function unprefixed(bytes: Buffer): Buffer {
  if (bytes[0] !== 0 || bytes.readUInt32BE(1) !== bytes.length - 5) throw new Error("no whole message");
  return bytes.subarray(5);
}
