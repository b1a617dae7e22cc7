import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a stream of text. One that is too long is told as such once, and left out; the next one is whole again.
 * What stands behind the last line end is a line too.
 */
export async function* boundedLines(
  input: AsyncIterable<Uint8Array | string>,
  maxLength: number,
): AsyncGenerator<string | TooLong> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = (part: string): void => {
    length += part.length;
    if (length > maxLength) {
      tooLong = true;
      parts = [];
    } else if (part !== "") {
      parts.push(part);
    }
  };
  const line = (): string | TooLong => {
    const whole = tooLong ? new TooLong() : parts.join("").replace(/\r$/, "");
    [parts, length, tooLong] = [[], 0, false];
    return whole;
  };
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
    const [first = "", ...rest] = text.split("\n");
    take(first);
    for (const part of rest) {
      yield line();
      take(part);
    }
  }
  take(decoder.end());
  if (length > 0) yield line();
}

/** Stands for a line that was left out. */
export class TooLong {}
