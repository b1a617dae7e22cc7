import type { Duplex } from "node:stream";
import { DockerError } from "../errors.js";
import { AnswerBody } from "./body.js";
import type { DeadlineClocks } from "./deadline.js";
import { HijackedStdin } from "./hijacked-stdin.js";
import type { HijackedConnection } from "./http.js";

/** A connection from the moment that it is the caller's: its reader, its writer, and the socket between them and the engine. */
export class Handover implements HijackedConnection {
  readonly source: AnswerBody;
  readonly stdin: HijackedStdin;
  readonly #socket: Duplex;
  readonly #clocks: DeadlineClocks;
  readonly #owner: HandoverOwner;

  /** `flow` stops and starts what comes from the engine; it is handed in by `push` and `end`, or by `listen` itself. */
  constructor(socket: Duplex, flow: Flow, clocks: DeadlineClocks, owner: HandoverOwner) {
    this.#socket = socket;
    this.#clocks = clocks;
    this.#owner = owner;
    this.source = new AnswerBody({
      pause: () => {
        clocks.held();
        flow.pause();
      },
      resume: () => {
        clocks.answered();
        flow.resume();
      },
      abort: () => owner.left(),
    });
    this.stdin = new HijackedStdin(socket, {
      written: () => clocks.heard(),
      destroyed: (error) => owner.gaveUp(error ?? inputDestroyed()),
      toError: (error) => owner.toError(error),
    });
    socket.once("close", () => {
      owner.failed(Object.assign(new Error("closed before its end"), { code: "ECONNRESET" }));
      this.stdin.destroy();
    });
    clocks.answered();
  }

  /** Reads the socket itself, where nobody else does. */
  listen(): void {
    const socket = this.#socket;
    socket.on("data", (chunk: Buffer) => this.push(chunk));
    socket.on("end", () => {
      this.end();
      lingerNoLonger(socket);
    });
    socket.on("error", (error) => this.#owner.failed(error));
    // undici has stopped the flow by reading step by step, so that listening alone does not start it again.
    socket.resume();
  }

  push(chunk: Buffer): void {
    this.#clocks.heard();
    this.source.push(chunk);
  }

  /** The engine has said all. */
  end(): void {
    this.#owner.ended();
    this.source.end();
  }

  /** Nothing more comes or goes; the reason is given as it is. */
  break(reason: unknown): void {
    this.source.fail(reason);
    this.stdin.destroy(reason instanceof Error ? reason : undefined);
  }
}

export interface Flow {
  pause(): void;
  resume(): void;
}

/** Sees to the end, which comes once, whoever is the first to bring it about. */
export interface HandoverOwner {
  /** The reader has gone. */
  left(): void;
  /** The writer has gone, for a reason of its own. */
  gaveUp(reason: unknown): void;
  /** The connection broke. */
  failed(error: unknown): void;
  /** The engine has said all. */
  ended(): void;
  toError(error: unknown): Error;
}

/** What is still to be written may be; a peer that has ended and does not read must not keep the connection. */
function lingerNoLonger(
  socket: Duplex & { setTimeout?(milliseconds: number, expired: () => void): void },
): void {
  socket.setTimeout?.(500, () => socket.destroy());
}

function inputDestroyed(): DockerError {
  return new DockerError("stdin was destroyed before its end, and the connection was closed with it.", {
    code: "STREAM_CLOSED",
  });
}
