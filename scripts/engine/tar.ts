/** A tar archive (ustar) of the entries, in their order; enough for small images, with paths of up to 100 bytes. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const content = entry.content ?? new Uint8Array(0);
    return [header(entry, content.byteLength), content, Buffer.alloc(-content.byteLength & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export interface TarEntry {
  readonly path: string;
  readonly mode: number;
  /** A file has content, a symbolic link a target, a folder neither. */
  readonly content?: Uint8Array;
  readonly target?: string;
}

function header({ path, mode, content, target }: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(512);
  put(block, 0, 100, path);
  put(block, 100, 8, octal(mode, 7));
  put(block, 108, 8, octal(0, 7)); // user: root
  put(block, 116, 8, octal(0, 7)); // group: root
  put(block, 124, 12, octal(size, 11));
  put(block, 136, 12, octal(0, 11)); // time: the same bytes give the same image
  put(block, 156, 1, content !== undefined ? "0" : target !== undefined ? "2" : "5");
  put(block, 157, 100, target ?? "");
  put(block, 257, 8, "ustar\x0000");
  // The sum is taken with its own field full of spaces.
  block.fill(" ", 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(block, 148, 8, `${octal(sum, 6)}\0 `);
  return block;
}

function put(block: Buffer, offset: number, length: number, text: string): void {
  if (Buffer.byteLength(text) > length) throw new Error(`"${text}" is too long for a tar header.`);
  block.write(text, offset);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}
