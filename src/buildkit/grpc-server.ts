import { type IncomingHttpHeaders, performServerHandshake, type ServerHttp2Stream } from "node:http2";
import type { Duplex } from "node:stream";
import { DockerError } from "../errors.js";

/**
 * Answers the gRPC calls that come over a connection. gRPC is HTTP/2 here: the engine is its client and this side its
 * server, although this side has connected. It ends with the connection, which destroying it ends.
 */
export function serveGrpc(connection: Duplex, methods: GrpcMethods): void {
  const session = performServerHandshake(connection, { settings: { maxConcurrentStreams: 100 } });
  session.on("stream", (stream, headers) => new GrpcCall(stream).answer(headers, methods));
  // It ends with its connection, whose error the build tells in its own words.
  session.on("error", () => connection.destroy());
  connection.once("close", () => session.destroy());
}

/** By the path of a call: `/package.Service/Method`. */
export type GrpcMethods = Readonly<Record<string, GrpcMethod>>;

/** Gets the message of the one request and gives that of the answer. An error of ours is told with its message. */
export type GrpcMethod = (request: Buffer) => GrpcAnswer | Promise<GrpcAnswer>;

export type GrpcAnswer = Uint8Array | GrpcRefusal;

export interface GrpcRefusal {
  readonly status: GrpcStatus;
  readonly message: string;
}

/** One call: a request of one message, and an answer of one. */
class GrpcCall {
  readonly #stream: ServerHttp2Stream;

  constructor(stream: ServerHttp2Stream) {
    this.#stream = stream;
    // The engine may give a call up at any time.
    stream.on("error", () => undefined);
  }

  answer(headers: IncomingHttpHeaders, methods: GrpcMethods): void {
    const path = String(headers[":path"]);
    const method = Object.hasOwn(methods, path) ? methods[path] : undefined;
    if (method === undefined)
      this.#refuse({ status: grpcStatus.unimplemented, message: `${path} is unknown` });
    else this.#read((message) => this.#give(method, message));
  }

  #read(use: (message: Buffer) => void): void {
    const pieces: Buffer[] = [];
    let size = 0;
    this.#stream.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= messageLimit) pieces.push(piece);
    });
    this.#stream.on("end", () => {
      const message = size <= messageLimit ? messageIn(Buffer.concat(pieces)) : tooLarge;
      if ("status" in message) this.#refuse(message);
      else use(message);
    });
  }

  async #give(method: GrpcMethod, request: Buffer): Promise<void> {
    try {
      const answer = await method(request);
      if ("status" in answer) this.#refuse(answer);
      else this.#respond(answer);
    } catch (error) {
      const message = error instanceof DockerError ? error.message : "the client failed";
      this.#refuse({ status: grpcStatus.unknown, message });
    }
  }

  #respond(message: Uint8Array): void {
    const stream = this.#stream;
    if (stream.closed || stream.destroyed) return;
    stream.respond(answerHead, { waitForTrailers: true });
    stream.once("wantTrailers", () => stream.sendTrailers({ "grpc-status": `${grpcStatus.ok}` }));
    const prefix = Buffer.alloc(prefixLength);
    prefix.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([prefix, message]));
  }

  /** Without a message, the trailers are the head. */
  #refuse({ status, message }: GrpcRefusal): void {
    if (this.#stream.closed || this.#stream.destroyed) return;
    const trailers = { "grpc-status": `${status}`, "grpc-message": percentEncoded(message) };
    this.#stream.respond({ ...answerHead, ...trailers }, { endStream: true });
    // What of the request is still to come is not kept.
    this.#stream.resume();
  }
}

/** The message of a request: a byte that says whether it is compressed, four with its length, and itself. */
function messageIn(body: Buffer): Buffer | GrpcRefusal {
  if (body.length < prefixLength || body.readUInt32BE(1) !== body.length - prefixLength) return notOne;
  return body[0] === 0 ? body.subarray(prefixLength) : compressed;
}

export type GrpcStatus = (typeof grpcStatus)[keyof typeof grpcStatus];

/** Of gRPC's status codes those that are in use here. */
export const grpcStatus = {
  ok: 0,
  unknown: 2,
  notFound: 5,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
} as const;

const prefixLength = 5;
/** What BuildKit asks for has a name in it and little more. */
const messageLimit = 1024 * 1024;
const answerHead = { ":status": 200, "content-type": "application/grpc" };

const tooLarge: GrpcRefusal = { status: grpcStatus.resourceExhausted, message: "the request is too large" };
const notOne: GrpcRefusal = { status: grpcStatus.internal, message: "the request is not one whole message" };
const compressed: GrpcRefusal = { status: grpcStatus.unimplemented, message: "the request is compressed" };

/** What is not plain ASCII is escaped, and so is the escape itself. */
function percentEncoded(message: string): string {
  return Buffer.from(message)
    .toString("latin1")
    .replace(
      /[^\x20-\x24\x26-\x7e]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    );
}
