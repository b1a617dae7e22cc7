import type { ChildProcessByStdio } from "node:child_process";
import { Socket } from "node:net";
import { Duplex, type Readable, type Writable } from "node:stream";

/**
 * A running program's stdin and stdout as a socket: writing feeds stdin, `end()` closes it, reading gives stdout,
 * and destroying it ends the program; "close" comes when the program is gone. Reading ends well only if the
 * program does: `failure` says what its end means.
 */
export class StdioSocket extends Duplex {
  readonly #child: StdioChild;
  readonly #failure: (exit: ProgramExit) => Error | undefined;
  #stderr = "";
  #sent = false;
  #received = false;
  #stdoutEnded = false;
  #exit: Pick<ProgramExit, "code" | "signal"> | undefined;

  constructor(child: StdioChild, failure: (exit: ProgramExit) => Error | undefined) {
    super({ allowHalfOpen: false, highWaterMark: 64 * 1024 });
    this.#child = child;
    this.#failure = failure;
    child.stdout.on("data", (chunk: Buffer) => {
      this.#received = true;
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stdout.on("end", () => {
      this.#stdoutEnded = true;
      this.#finish();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-4096);
    });
    child.once("exit", (code, signal) => this.#exited(code, signal));
    // A pipe breaks because the program ends: its exit, which follows, says why.
    for (const emitter of [child, child.stdin, child.stdout, child.stderr]) emitter.on("error", ignore);
    // Nothing more can be written then; a write that the program never took would keep this open.
    this.once("end", () => this.destroy());
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, callback: (error?: Error | null) => void): void {
    this.#writeAll([chunk], callback);
  }

  override _writev(chunks: { chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    this.#writeAll(
      chunks.map(({ chunk }) => chunk),
      callback,
    );
  }

  override _final(callback: () => void): void {
    this.#child.stdin.end(callback);
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    const child = this.#child;
    child.stdin.destroy();
    child.stdout.destroy();
    if (child.exitCode !== null || child.signalCode !== null) {
      child.stderr.destroy();
      callback(error);
      return;
    }
    // Leaving no orphan is worth waiting for.
    child.ref();
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 2_000);
    child.once("exit", () => {
      clearTimeout(force);
      child.stderr.destroy();
      callback(error);
    });
  }

  /** As with a `net.Socket`: an idle connection, which undici unrefs, does not keep this process alive. */
  ref(): this {
    for (const handle of this.#handles()) handle.ref();
    return this;
  }

  unref(): this {
    for (const handle of this.#handles()) handle.unref();
    return this;
  }

  /** Nothing to set on a pipe; for those who take it for a `net.Socket`. */
  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  #writeAll(chunks: Buffer[], callback: () => void): void {
    const { stdin } = this.#child;
    this.#sent = true;
    stdin.cork();
    const last = chunks.length - 1;
    chunks.forEach((chunk, index) => {
      // After a broken pipe the callback stays away: the program's exit destroys this socket with the reason.
      stdin.write(chunk, index === last ? (error) => error ?? callback() : undefined);
    });
    stdin.uncork();
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    const { stderr } = this.#child;
    const settle = () => {
      clearTimeout(patience);
      this.#exit = { code, signal };
      this.#finish();
    };
    // What it said last may still be in the pipe; yet a background process of it (ssh's ControlPersist) can hold
    // that pipe open for hours.
    const patience = setTimeout(() => stderr.destroy(), 200);
    if (stderr.closed) settle();
    else stderr.once("close", settle);
  }

  /** Once the program is gone and all it wrote is read. */
  #finish(): void {
    if (!this.#exit || !this.#stdoutEnded || this.destroyed) return;
    const error = this.#failure({
      ...this.#exit,
      stderr: this.#stderr.trim(),
      sent: this.#sent,
      received: this.#received,
    });
    if (error) this.destroy(error);
    else this.push(null);
  }

  #handles(): { ref(): unknown; unref(): unknown }[] {
    const { stdin, stdout, stderr } = this.#child;
    return [this.#child, ...[stdin, stdout, stderr].filter((pipe) => pipe instanceof Socket)];
  }
}

export type StdioChild = ChildProcessByStdio<Writable, Readable, Readable>;

/** How a program ended. */
export interface ProgramExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last 4 KiB of its stderr. */
  readonly stderr: string;
  /** Whether anything was ever written to it. */
  readonly sent: boolean;
  /** Whether it ever wrote anything. */
  readonly received: boolean;
}

function ignore(): void {}
