import { Writable } from "node:stream";
import { inspect } from "node:util";
import { ProtocolError } from "../errors.js";
import type { ByteSource } from "./byte-source.js";
import type { ConnectionParts } from "./connection-duplex.js";
import { BINARY, CLOSE, NORMAL, PONG, WebSocketDecoder, webSocketFrame } from "./websocket-frames.js";

/**
 * The bytes that travel in the messages of a WebSocket, as if they travelled by themselves. `stdin.end()` sends a close,
 * behind which the engine may go on to speak; its own close is the end.
 */
export function webSocketConnection({ source, stdin }: ConnectionParts): ConnectionParts {
  const frames = new FrameWriter(stdin);
  return { source: new WebSocketSource(source, frames), stdin: new WebSocketStdin(frames) };
}

class WebSocketSource implements ByteSource {
  readonly #wire: ByteSource;
  readonly #frames: FrameWriter;
  readonly #decoder = new WebSocketDecoder({
    pinged: (payload) => this.#frames.pong(payload),
    closed: (end) => this.#close(end),
  });
  #ended = false;
  #fault: unknown;

  constructor(wire: ByteSource, frames: FrameWriter) {
    this.#wire = wire;
    this.#frames = frames;
  }

  async read(): Promise<Uint8Array[] | null> {
    const payload: Uint8Array[] = [];
    while (payload.length === 0) {
      if (this.#fault !== undefined) throw this.#fault;
      if (this.#ended) return null;
      const chunks = await this.#wire.read();
      if (this.#ended) return null;
      try {
        if (chunks === null) throw cut();
        for (const chunk of chunks) this.#decoder.push(chunk, payload);
      } catch (error) {
        // What came before the fault is given first.
        this.#fault = error;
        this.cancel();
      }
    }
    return payload;
  }

  cancel(): void {
    this.#ended = true;
    this.#wire.cancel();
  }

  #close({ code, reason }: { code: number; reason: string }): void {
    // An answer is good manners; nobody waits for it.
    this.#frames.close(() => undefined);
    if (code !== NORMAL) {
      this.#fault = new ProtocolError(
        `The engine closed the WebSocket before its end, with the code ${code}${reason && `: ${reason}`}`,
      );
    }
    this.cancel();
  }
}

/** Puts what is written into messages. */
class WebSocketStdin extends Writable {
  readonly #frames: FrameWriter;

  constructor(frames: FrameWriter) {
    super({ highWaterMark: 64 * 1024 });
    this.#frames = frames;
    frames.wire.once("close", () => this.destroy());
    // As on the wire below: whoever wants to know of a failure learns of it, and nobody has to.
    this.on("error", () => undefined);
  }

  override _write(chunk: Buffer, _: BufferEncoding, callback: WriteCallback): void {
    this.#frames.message(chunk, callback);
  }

  override _final(callback: WriteCallback): void {
    this.#frames.close(callback);
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    // Destroyed before its end it takes the connection with it; the end of the input leaves that open for the output.
    if (!this.writableFinished) this.#frames.wire.destroy(error ?? undefined);
    callback(error);
  }

  /** Without what waits to be sent: it may be a password. */
  [inspect.custom](): object {
    const { writable, writableEnded, writableLength, destroyed } = this;
    return { writable, writableEnded, writableLength, destroyed };
  }
}

/** What both directions have to say on the wire. */
class FrameWriter {
  readonly wire: Writable;
  #closed = false;

  constructor(wire: Writable) {
    this.wire = wire;
  }

  message(payload: Uint8Array, callback: WriteCallback): void {
    this.wire.write(webSocketFrame(BINARY, payload), callback);
  }

  pong(payload: Uint8Array): void {
    // Who does not read its pongs gets no more of them.
    if (this.wire.writable && !this.wire.writableNeedDrain) this.wire.write(webSocketFrame(PONG, payload));
  }

  /** Once, whoever is the first to end it. */
  close(callback: WriteCallback): void {
    const isOpen = !this.#closed && this.wire.writable;
    this.#closed = true;
    const code = Buffer.alloc(2);
    code.writeUInt16BE(NORMAL);
    if (isOpen) this.wire.write(webSocketFrame(CLOSE, code), callback);
    else callback();
  }
}

type WriteCallback = (error?: Error | null) => void;

function cut(): ProtocolError {
  return new ProtocolError(
    "The WebSocket ended without the engine's close, so output may be missing. Something between it and here has probably cut it; call again.",
  );
}
