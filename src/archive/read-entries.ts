import { PERMISSIONS } from "./archive-entry.js";
import { archiveError } from "./archive-error.js";
import { type ReadEntry, readArchive } from "./read-archive.js";

/** An entry with its content in memory. */
export interface EntryInMemory {
  readonly name: string;
  readonly type: NonNullable<ReadEntry["header"]["type"]>;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Date;
  /** Where a link leads to. */
  readonly linkname?: string;
  /** Empty for anything but a file. */
  readonly content: Buffer;
}

export interface ReadEntriesOptions {
  /** How many bytes of content to take in all. By default 16 MiB. */
  readonly maxBytes?: number;
  /** How many entries to take. By default 10,000. */
  readonly maxEntries?: number;
}

/** Reads a small archive into memory, such as that of a single file. A larger one is an error, before its content is read. */
export async function readEntries(
  source: AsyncIterable<Uint8Array>,
  { maxBytes = 16 * 1024 * 1024, maxEntries = 10_000 }: ReadEntriesOptions = {},
): Promise<EntryInMemory[]> {
  const entries: EntryInMemory[] = [];
  let bytes = 0;
  for await (const { header, content } of readArchive(source)) {
    const { name, type = "file", mode = 0o644, uid = 0, gid = 0, mtime = new Date(0), linkname } = header;
    bytes += header.size;
    if (bytes > maxBytes) throw tooLarge(`${maxBytes} bytes`, "maxBytes");
    if (entries.length === maxEntries) throw tooLarge(`${maxEntries} entries`, "maxEntries");
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    const link = linkname ? { linkname } : {};
    // Engine 20.10 puts the kind of file into the mode.
    entries.push({
      name,
      type,
      mode: mode & PERMISSIONS,
      uid,
      gid,
      mtime,
      ...link,
      content: Buffer.concat(pieces),
    });
  }
  return entries;
}

/** The error for an archive beyond a bound. `option` is the one to raise. */
export function tooLarge(bound: string, option: string): Error {
  return archiveError(
    "ARCHIVE_LIMIT",
    `The archive holds more than ${bound}. Raise ${option} if that is meant.`,
  );
}
