import { isUtf8 } from "node:buffer";

/** Bytes in the form that is best to read and gives the same bytes again. */
export type RecordedBytes =
  | { readonly json: unknown }
  | { readonly text: string }
  | { readonly frames: readonly RecordedFrame[] }
  | { readonly base64: string };

/** A frame of multiplexed output: `{ "stdout": "hello\n" }`. */
export type RecordedFrame = Partial<Record<(typeof streams)[number], string>>;

/** Writes bytes down; `hide` takes out of texts and values what must not be kept. */
export function toRecorded(bytes: Buffer, hide: Hide, { json = false } = {}): RecordedBytes {
  if (!isUtf8(bytes)) return framesOf(bytes, hide) ?? { base64: bytes.toString("base64") };
  const text = bytes.toString();
  return (json ? jsonOf(text, hide) : framesOf(bytes, hide)) ?? { text: hide.text(text) };
}

/** The bytes that were written down. */
export function fromRecorded(recorded: RecordedBytes): Buffer {
  if ("json" in recorded) return Buffer.from(jsonText(recorded.json));
  if ("text" in recorded) return Buffer.from(recorded.text);
  if ("base64" in recorded) return Buffer.from(recorded.base64, "base64");
  return Buffer.concat(recorded.frames.flatMap(frameBytes));
}

/** Whether bytes can be made of what a file says. */
export function isRecordedBytes(value: unknown): value is RecordedBytes {
  if (typeof value !== "object" || value === null) return false;
  if ("json" in value) return true;
  if ("text" in value) return typeof value.text === "string";
  if ("base64" in value) return typeof value.base64 === "string";
  return "frames" in value && Array.isArray(value.frames) && value.frames.every(isFrame);
}

function isFrame(frame: unknown): boolean {
  if (typeof frame !== "object" || frame === null) return false;
  const known: readonly string[] = streams;
  return Object.entries(frame).every(([name, text]) => known.includes(name) && typeof text === "string");
}

/** What is to be kept without its secrets. */
export interface Hide {
  /** As it came over the wire, and so perhaps JSON, or a part of that. */
  text(text: string): string;
  /** What JSON says. The shape stays. */
  value(value: unknown): unknown;
}

/** As Go's encoder ends it. */
function jsonText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Undefined where it is no JSON, or would not become the same text again: a number too long for JavaScript, another spelling. */
function jsonOf(text: string, hide: Hide): RecordedBytes | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const shown = hide.value(value.json);
  const hidesSome = JSON.stringify(shown) !== JSON.stringify(value.json);
  return hidesSome || jsonText(value.json) === text ? { json: shown } : undefined;
}

/** Undefined where it is no JSON. */
export function parsed(text: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const streams = ["stdin", "stdout", "stderr"] as const;

/** Undefined where the bytes are not whole frames of text. */
function framesOf(bytes: Buffer, hide: Hide): RecordedBytes | undefined {
  const frames: RecordedFrame[] = [];
  for (let start = 0; start < bytes.length; ) {
    if (bytes.length - start < 8 || bytes.readUIntBE(start + 1, 3) !== 0) return undefined;
    const stream = streams[bytes[start] ?? streams.length];
    const end = start + 8 + bytes.readUInt32BE(start + 4);
    if (stream === undefined || end > bytes.length) return undefined;
    const payload = bytes.subarray(start + 8, end);
    if (!isUtf8(payload)) return undefined;
    frames.push({ [stream]: hide.text(payload.toString()) });
    start = end;
  }
  return frames.length > 0 ? { frames } : undefined;
}

function frameBytes(frame: RecordedFrame): Buffer[] {
  return Object.entries(frame).flatMap(([stream, text]) => {
    const payload = Buffer.from(text);
    const header = Buffer.alloc(8);
    header[0] = Math.max(0, (streams as readonly string[]).indexOf(stream));
    header.writeUInt32BE(payload.length, 4);
    return [header, payload];
  });
}
