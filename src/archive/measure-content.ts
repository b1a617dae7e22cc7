import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import { unwritable } from "./archive-error.js";
import { fileBytes } from "./file-bytes.js";
import { gatherBytes } from "./gather-bytes.js";

/** Text, bytes, or pieces of them that are taken when the file's turn comes. */
export type FileContent = string | Uint8Array | Pieces;

export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** How much of a content of unknown length is kept in memory before it goes to a temporary file. */
const IN_MEMORY = 1024 * 1024;

/** A content whose length is known. */
export interface MeasuredContent {
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Gives what `use` makes of a content once its length is known. What had to be kept on the disk for that is gone when the
 * next value is asked for, or the loop is left.
 */
export async function* withMeasured<T>(
  name: string,
  content: FileContent,
  size: number | undefined,
  use: (measured: MeasuredContent) => T,
): AsyncGenerator<T, void> {
  if (typeof content === "string" || content instanceof Uint8Array) {
    // A copy, as the caller may use the memory again while the archive waits to be sent.
    const bytes = typeof content === "string" ? Buffer.from(content) : Uint8Array.from(content);
    if (size !== undefined && size !== bytes.length) throw wrongSize(name, size);
    yield use({ size: bytes.length, content: only(bytes) });
  } else if (size !== undefined) {
    yield use({ size, content: exactly(name, content, size) });
  } else {
    const spool = new Spool();
    try {
      for await (const piece of gatherBytes(piecesOf(name, content))) await spool.add(piece);
      yield use(spool.measured());
    } finally {
      await spool.remove();
    }
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

async function* exactly(name: string, content: Pieces, size: number): AsyncGenerator<Uint8Array, void> {
  let left = size;
  for await (const piece of piecesOf(name, content)) {
    left -= piece.length;
    if (left < 0) throw wrongSize(name, size);
    yield piece;
  }
  if (left > 0) throw wrongSize(name, size);
}

async function* piecesOf(name: string, content: Pieces): AsyncGenerator<Uint8Array, void> {
  for await (const piece of content) {
    if (typeof piece === "string") yield Buffer.from(piece);
    else if (piece instanceof Uint8Array) yield Uint8Array.from(piece);
    else
      throw new InvalidArgumentError(
        `The content of ${JSON.stringify(name)} gave a piece that is neither text nor bytes.`,
      );
  }
}

function wrongSize(name: string, size: number): InvalidArgumentError {
  return new InvalidArgumentError(
    `The content of ${JSON.stringify(name)} has not the ${size} bytes that its size says. Correct the size or leave it out.`,
  );
}

/** Keeps bytes until their number is known. */
class Spool {
  #size = 0;
  #inMemory: Uint8Array[] = [];
  #file: { readonly folder: string; readonly handle: FileHandle } | undefined;

  async add(piece: Uint8Array): Promise<void> {
    this.#size += piece.length;
    this.#inMemory.push(piece);
    if (this.#size <= IN_MEMORY) return;
    try {
      this.#file ??= await temporaryFile();
      for (const kept of this.#inMemory) await this.#file.handle.appendFile(kept);
    } catch (error) {
      throw unwritable(`A temporary file in ${tmpdir()}`, error);
    }
    this.#inMemory = [];
  }

  measured(): MeasuredContent {
    const size = this.#size;
    const content =
      this.#file === undefined
        ? inMemory(this.#inMemory)
        : fileBytes("A temporary file", { handle: this.#file.handle, size });
    return { size, content };
  }

  async remove(): Promise<void> {
    if (this.#file === undefined) return;
    await this.#file.handle.close();
    await rm(this.#file.folder, { recursive: true, force: true });
  }
}

async function* inMemory(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* pieces;
}

/** A new file that only this user can read; `mkdtemp` makes its folder so. */
async function temporaryFile(): Promise<{ folder: string; handle: FileHandle }> {
  const folder = await mkdtemp(join(tmpdir(), "docker-engine-sdk-spool-"));
  try {
    return { folder, handle: await open(join(folder, "content"), "wx+", 0o600) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
