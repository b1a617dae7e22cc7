import type { FileSource } from "../../files.js";

/** The bytes of an archive: those of a file that was handed over, or those that stand in the text itself. */
export function givenArchive(value: string, source: FileSource): Uint8Array | AsyncIterable<Uint8Array> {
  return isContent(value) ? Buffer.from(value, "base64") : source.open(value);
}

/** Even a packed archive of one file is longer than any name of a file, and a name has a dot or a dash in it before long. */
function isContent(value: string): boolean {
  return value.length > longestName && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value);
}

const longestName = 255;
