import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { archiveError, reasonOf, unreadable } from "./archive-error.js";

const PIECE = 64 * 1024;

/** A regular file, open for reading: what it says of itself and its bytes belong together, whatever happens to its path. */
export interface OpenFile {
  readonly handle: FileHandle;
  readonly size: number;
}

/**
 * Opens a regular file. A path that leads to a link or to a pipe by now is refused: following it could read what nobody
 * chose to send, opening it could wait for ever.
 */
export async function openRegularFile(file: string, { follow = false } = {}): Promise<OpenFile> {
  // Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (follow ? 0 : (constants.O_NOFOLLOW ?? 0));
  let handle: FileHandle;
  try {
    handle = await open(file, flags);
  } catch (error) {
    if (reasonOf(error) === "ENOENT" || reasonOf(error) === "ELOOP")
      throw changed(file, "removed or replaced", error);
    throw unreadable(file, error);
  }
  const stat = await handle.stat();
  if (stat.isFile()) return { handle, size: stat.size };
  await handle.close();
  throw changed(file, "replaced");
}

/** Gives the bytes of an open file. Rejects when they are not as many as they were. */
export async function* fileBytes(file: string, { handle, size }: OpenFile): AsyncGenerator<Uint8Array, void> {
  for (let position = 0; position < size; ) {
    const piece = await read(file, handle, position, Math.min(PIECE, size - position));
    if (piece.length === 0) throw changed(file, `cut from ${size} to ${position} bytes`);
    position += piece.length;
    yield piece;
  }
  if ((await read(file, handle, size, 1)).length > 0) throw changed(file, `extended beyond ${size} bytes`);
}

async function read(file: string, handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  // Not from the pool, nor used again: the archive holds the bytes until they are sent.
  const buffer = Buffer.allocUnsafeSlow(length);
  try {
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function changed(file: string, how: string, cause?: unknown): Error {
  return archiveError(
    "FILE_CHANGED",
    `${file} was ${how} while it was being read. Send it when nothing writes to it, or leave it out.`,
    cause,
  );
}
