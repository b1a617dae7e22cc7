import { randomFillSync } from "node:crypto";
import { ProtocolError } from "../errors.js";

/** One whole frame as a client sends it: masked, so that no proxy on the way takes its bytes for something else. */
export function webSocketFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  // The payload begins at a whole word, with the mask as the word before it: masking by words takes a quarter of the time.
  const words = new Uint32Array(4 + Math.ceil(length / 4));
  const bytes = Buffer.from(words.buffer);
  bytes.set(payload, 16);
  randomFillSync(bytes, 12, 4);
  const mask = words[3] ?? 0;
  for (let index = 4; index < words.length; index++) words[index] = (words[index] ?? 0) ^ mask;
  const extended = length < 126 ? 0 : length < 0x1_00_00 ? 2 : 8;
  const start = 10 - extended;
  bytes[start] = FINAL | opcode;
  bytes[start + 1] = MASKED | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) bytes.writeUInt16BE(length, start + 2);
  else if (extended === 8) bytes.writeBigUInt64BE(BigInt(length), start + 2);
  return bytes.subarray(start, 16 + length);
}

/**
 * Reads the frames of a server. The payload of messages is passed on in pieces as it arrives, whatever frames and
 * messages it comes in, so that no length of theirs takes memory; only what belongs to a ping or a close is kept, at most 125 bytes.
 */
export class WebSocketDecoder {
  readonly #watcher: WebSocketWatcher;
  /** The head of a frame, of two, four or ten bytes. */
  readonly #head = Buffer.alloc(10);
  #headLength = 0;
  /** What is still to come of the frame's payload. */
  #left = 0;
  #opcode = 0;
  /** What has come of the payload of a control frame. */
  #kept: Uint8Array[] = [];
  /** Behind the first frame of a message and before the last. */
  #inMessage = false;
  #closed = false;

  constructor(watcher: WebSocketWatcher) {
    this.#watcher = watcher;
  }

  /** Adds pieces of payload: views of the chunk. Nothing behind a close is read. */
  push(chunk: Uint8Array, payload: Uint8Array[]): void {
    for (let at = 0; at < chunk.length && !this.#closed; ) {
      if (this.#left > 0) at = this.#readPayload(chunk, at, payload);
      else this.#readHead(chunk[at++] ?? 0);
    }
  }

  #readPayload(chunk: Uint8Array, start: number, payload: Uint8Array[]): number {
    const end = Math.min(chunk.length, start + this.#left);
    const piece = chunk.subarray(start, end);
    this.#left -= piece.length;
    if (this.#opcode < CLOSE) payload.push(piece);
    else {
      this.#kept.push(piece);
      if (this.#left === 0) this.#obey();
    }
    return end;
  }

  #readHead(byte: number): void {
    const head = this.#head;
    head[this.#headLength++] = byte;
    if (this.#headLength < 2) return;
    const [first = 0, second = 0] = head;
    const size = second & 0x7f;
    if (this.#headLength < (size < 126 ? 2 : size === 126 ? 4 : 10)) return;
    this.#headLength = 0;
    if (second & MASKED) throw broken("a mask, which only clients set");
    this.#left =
      size < 126 ? size : size === 126 ? head.readUInt16BE(2) : longLength(head.readBigUInt64BE(2));
    this.#begin(first, size);
  }

  #begin(first: number, size: number): void {
    const isFinal = (first & FINAL) !== 0;
    const opcode = first & 0x0f;
    if (first & 0x70) throw broken("a meaning that was not agreed on");
    if (opcode >= CLOSE) {
      if (opcode > PONG) throw broken(`the unknown kind ${opcode}`);
      if (!isFinal || size > 125) throw broken("a part or a length that none of its kind may have");
    } else {
      if (opcode > BINARY) throw broken(`the unknown kind ${opcode}`);
      if ((opcode === CONTINUATION) !== this.#inMessage) throw broken("the wrong place in a message");
      this.#inMessage = !isFinal;
    }
    this.#opcode = opcode;
    if (opcode >= CLOSE && this.#left === 0) this.#obey();
  }

  /** Does what a control frame says. */
  #obey(): void {
    const payload = Buffer.concat(this.#kept);
    this.#kept = [];
    if (this.#opcode === PING) this.#watcher.pinged(payload);
    if (this.#opcode !== CLOSE) return;
    this.#closed = true;
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : payload.length === 0 ? NORMAL : 0;
    this.#watcher.closed({ code, reason: payload.toString("utf8", 2) });
  }
}

export interface WebSocketWatcher {
  /** Wants the same bytes back in a pong. */
  pinged(payload: Uint8Array): void;
  closed(end: { readonly code: number; readonly reason: string }): void;
}

const CONTINUATION = 0;
export const BINARY = 2;
export const CLOSE = 8;
const PING = 9;
export const PONG = 10;

/** The code of a close that means no failure. */
export const NORMAL = 1000;

const FINAL = 0x80;
const MASKED = 0x80;

function longLength(length: bigint): number {
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw broken("a length beyond all measure");
  return Number(length);
}

function broken(what: string): ProtocolError {
  return new ProtocolError(`The engine sent a WebSocket frame that cannot be read: it has ${what}.`);
}
