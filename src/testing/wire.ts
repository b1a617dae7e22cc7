import type { Socket } from "node:net";
import { Duplex } from "node:stream";

/**
 * A connection as Node's HTTP server sees it. Between the two because a real engine does what that server cannot: it takes the
 * connection out of HTTP for a request that asked for no upgrade. And because faults are made of bytes, below HTTP.
 */
export class Wire extends Duplex {
  readonly #socket: Socket;
  readonly #direct: Outlet;
  /** Whether a request is under way. */
  serving = false;
  /** Takes all that goes out. */
  outlet: Outlet;
  /** Who gets what comes in, once the connection has left HTTP. */
  #taker: HandedOver | undefined;

  constructor(socket: Socket) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
    this.#direct = (bytes, done) => {
      socket.write(bytes, done);
    };
    this.outlet = this.#direct;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#receive(chunk));
    socket.on("end", () => this.#receive(null));
    socket.on("error", () => this.destroy());
    socket.on("close", () => this.destroy());
  }

  /** Takes the connection out of HTTP. */
  handOver(): Duplex {
    this.#taker = new HandedOver(this);
    this.#socket.resume();
    return this.#taker;
  }

  /** Ends the effect of whatever was put before the outlet. */
  restore(): void {
    this.outlet = this.#direct;
  }

  /** As a process does that dies: by a reset, where the network knows one. */
  reset(): void {
    if ("address" in this.#socket.address()) this.#socket.resetAndDestroy();
    this.destroy();
  }

  /** Closes in both directions after what HTTP has written, in the middle of an answer. */
  cut(): void {
    this.end(() => this.finish());
  }

  /** Closes in both directions after what the outlet has sent. */
  finish(): void {
    this.#socket.destroySoon();
  }

  resumeInput(): void {
    this.#socket.resume();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: Done): void {
    this.outlet(chunk, done);
  }

  // Node writes a chunk's size line, data and end one by one: as one they are the packet that an engine sends.
  override _writev(pieces: { chunk: Buffer }[], done: Done): void {
    this.outlet(Buffer.concat(pieces.map(({ chunk }) => chunk)), done);
  }

  override _final(done: Done): void {
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#socket.destroy();
    this.#taker?.destroy();
    done(error);
  }

  #receive(chunk: Buffer | null): void {
    const hasRoom = (this.#taker ?? this).push(chunk);
    if (!hasRoom && chunk !== null) this.#socket.pause();
  }
}

/** Sends bytes; `done` says that there is room for more. */
export type Outlet = (bytes: Buffer, done: Done) => void;

type Done = (error?: Error | null) => void;

/** A connection that no longer speaks HTTP. Its end in writing is that of the whole connection, as engines close both ways. */
class HandedOver extends Duplex {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    // Who has read all input with `for await` goes on to write.
    super({ allowHalfOpen: true, autoDestroy: false });
    this.#wire = wire;
    // Breaks when the client does; who writes learns it from `close`.
    this.on("error", () => {});
  }

  override _read(): void {
    this.#wire.resumeInput();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: Done): void {
    this.#wire.outlet(chunk, done);
  }

  override _final(done: Done): void {
    this.#wire.finish();
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.writableFinished) this.#wire.destroy();
    done(error);
  }
}
