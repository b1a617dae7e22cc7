import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { behindHead, type Fault } from "./faults.js";

/** One answer on its way to the client. */
export class FaultyAnswer {
  readonly #fault: Fault;
  readonly #client: Socket;
  readonly #spoil: () => void;
  #seen = Buffer.alloc(0);
  #sent = 0;
  #headDone = false;
  #over = false;
  #writing = Promise.resolve();

  constructor(fault: Fault, client: Socket, spoil: () => void) {
    this.#fault = fault;
    this.#client = client;
    this.#spoil = spoil;
    this.#headDone = fault.head === undefined;
  }

  /** Says what is said in the engine's place, if anything is. */
  instead(line: string): boolean {
    const { instead } = this.#fault;
    if (instead === undefined) return false;
    this.#over = true;
    this.#client.write(line.startsWith("HEAD ") ? instead.replace(/(?<=\r\n\r\n).*/s, "") : instead);
    return true;
  }

  push(chunk: Buffer): void {
    if (this.#over) return;
    this.#seen = Buffer.concat([this.#seen, chunk]);
    if (!this.#headDone) this.#changeHead();
    if (!this.#headDone) return;
    const end = this.#fault.at?.(this.#seen);
    this.#write(this.#seen.subarray(this.#sent, end));
    this.#sent = end ?? this.#seen.length;
    if (end !== undefined) this.#break();
  }

  end(): void {
    this.#writing.then(() => this.#client.end());
  }

  #changeHead(): void {
    const end = behindHead(this.#seen);
    const { head } = this.#fault;
    if (end === undefined || head === undefined) return;
    this.#headDone = true;
    const changed = head(this.#seen.toString("latin1", 0, end));
    this.#seen = Buffer.concat([Buffer.from(changed, "latin1"), this.#seen.subarray(end)]);
  }

  #write(bytes: Buffer): void {
    if (!this.#fault.drip) {
      if (bytes.length > 0) this.#client.write(bytes);
      return;
    }
    this.#writing = this.#writing.then(async () => {
      for (let at = 0; at < bytes.length && !this.#client.destroyed; at++) {
        this.#client.write(bytes.subarray(at, at + 1));
        await turn();
      }
    });
  }

  #break(): void {
    const { by, reached } = this.#fault;
    const client = this.#client;
    this.#over = true;
    this.#spoil();
    reached?.(() => !client.readableEnded && !client.destroyed);
    if (by === "half-close") client.end();
    // What was written before has to be on its way.
    else if (by === "cut") client.write("", () => client.destroy());
    // Node takes a reset that comes together with bytes for an end: they have to be read before. A timer alone may run
    // before what has arrived is read, where it was late.
    else if (by === "reset") setTimeout(() => setImmediate(() => client.resetAndDestroy()), 10);
    else if (by instanceof Uint8Array) client.write(by);
  }
}
