import { ProtocolError } from "../errors.js";

/**
 * Walks over the fields of a protobuf message. `see` is given each number with its value: a number for a varint, bytes
 * (a view) for text, bytes and nested messages. Fields of a fixed size are passed over.
 */
export function eachField(message: Buffer, see: (field: number, value: number | Buffer) => void): void {
  const at = { position: 0 };
  while (at.position < message.length) {
    const key = readVarint(message, at);
    const field = Math.floor(key / 8);
    if (field < 1 || field > MAX_FIELD) throw broken(`a field of the impossible number ${field}`);
    switch (key % 8) {
      case VARINT:
        see(field, readVarint(message, at));
        break;
      case FIXED_64:
        take(message, at, 8);
        break;
      case LENGTH_DELIMITED:
        see(field, take(message, at, readVarint(message, at)));
        break;
      case FIXED_32:
        take(message, at, 4);
        break;
      default:
        throw broken(`field ${field} of the unknown type ${key % 8}`);
    }
  }
}

/** The value of a field that must be a number. */
export function asNumber(value: number | Buffer): number {
  if (typeof value !== "number") throw broken("bytes where a number belongs");
  return value;
}

/** The value of a field that must be bytes. */
export function asBytes(value: number | Buffer): Buffer {
  if (typeof value === "number") throw broken("a number where bytes belong");
  return value;
}

export function asText(value: number | Buffer): string {
  return asBytes(value).toString();
}

/** The value of a field that must be a nested `Timestamp`. */
export function asDate(value: number | Buffer): Date {
  let seconds = 0;
  let nanoseconds = 0;
  eachField(asBytes(value), (field, part) => {
    if (field === 1) seconds = asNumber(part);
    else if (field === 2) nanoseconds = asNumber(part);
  });
  const date = new Date(seconds * 1000 + Math.floor(nanoseconds / 1e6));
  if (Number.isNaN(date.getTime())) throw broken("a time beyond all calendars");
  return date;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;
const MAX_FIELD = 2 ** 29 - 1;
const MAX_VARINT_BYTES = 10;
/** So many bytes hold 49 bits, and a number is exact up to 53. */
const EXACT_BYTES = 7;

/** Signed, as every number of BuildKit is: a negative one has all 64 bits. Exact up to 2^53, which no size reaches. */
function readVarint(bytes: Buffer, at: { position: number }): number {
  const start = at.position;
  let value = 0;
  let scale = 1;
  for (let length = 1; length <= MAX_VARINT_BYTES; length++) {
    const byte = bytes[at.position++];
    if (byte === undefined) throw broken("a number that is cut");
    if (length <= EXACT_BYTES) {
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
    if (byte < 0x80)
      return length <= EXACT_BYTES ? value : readLongVarint(bytes.subarray(start, at.position));
  }
  throw broken("a number of more than 64 bits");
}

function readLongVarint(bytes: Buffer): number {
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--)
    value = (value << 7n) | BigInt((bytes[index] ?? 0) & 0x7f);
  if (value >= 1n << 64n) throw broken("a number of more than 64 bits");
  return Number(BigInt.asIntN(64, value));
}

function take(bytes: Buffer, at: { position: number }, length: number): Buffer {
  const start = at.position;
  if (length < 0 || length > bytes.length - start) {
    throw broken(`a field of ${length} bytes where ${bytes.length - start} are left`);
  }
  at.position = start + length;
  return bytes.subarray(start, at.position);
}

function broken(what: string): ProtocolError {
  return new ProtocolError(`The engine sent a BuildKit message that cannot be read: it has ${what}.`);
}
