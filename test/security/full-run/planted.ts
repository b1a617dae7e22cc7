import { Buffer } from "node:buffer";
import { inspect } from "node:util";

/** What every secret of the full run begins with; behind it stands which one it is. */
export const MARK = "PLANTED";

/** The passphrase that the test's certificates have for the client's encrypted key. */
export const PASSPHRASE = "open sesame";

/** How a secret looks, plainly and encoded; `key` is the PEM of the client's key. */
export function tracesOf(key: string): string[] {
  const plain = [MARK, PASSPHRASE];
  const encoded = plain.flatMap((text) => [...inBase64(text), Buffer.from(text).toString("hex")]);
  const bytes = plain.map((text) => Buffer.from(text).toString("hex").replace(/../g, "$& ").trim());
  // As `util.inspect` shows a Uint8Array.
  const numbers = plain.map((text) => [...Buffer.from(text)].join(", "));
  const lines = key.split("\n").filter((line) => line.length > 20 && !line.startsWith("-----"));
  return [...plain, ...encoded, ...bytes, ...numbers, ...lines];
}

/** Which of them are in a text. */
export function found(text: string, traces: readonly string[]): string[] {
  return traces.filter((trace) => text.includes(trace));
}

/** All that printing, logging and serializing may show of a value, its causes included. */
export function shown(value: unknown): string {
  const all = {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    maxStringLength: Number.POSITIVE_INFINITY,
    maxArrayLength: Number.POSITIVE_INFINITY,
  };
  const texts = [
    inspect(value),
    inspect(value, all),
    inspect(value, { ...all, getters: true }),
    String(value),
  ];
  texts.push(JSON.stringify(value) ?? "");
  for (let error = value; error instanceof Error; error = error.cause) {
    texts.push(
      error.message,
      error.stack ?? "",
      JSON.stringify(Object.getOwnPropertyDescriptors(error)) ?? "",
    );
  }
  return texts.join("\n");
}

/** The letters of the text's base64 that do not depend on what stands beside it, for each place it may begin at. */
function inBase64(text: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.from(" ".repeat(before) + text).toString("base64");
    const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + text.length) * 8) / 6));
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
