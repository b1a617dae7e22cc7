import { createHash } from "node:crypto";
import { tar } from "../../../scripts/engine/tar.js";

/** A tar archive of one file with so many bytes, made as it is read. Sizes are whole numbers of blocks of 512. */
export async function* archiveOf(path: string, size: number): AsyncGenerator<Uint8Array, void> {
  yield headerOf(path, size);
  for (let at = 0; at < size; at += PIECE) yield contentAt(at, Math.min(PIECE, size - at));
  yield END;
}

/** What the content of these files is at some place: a piece that is lost, doubled or moved shows. */
export function contentAt(at: number, length: number): Uint8Array {
  const start = at % PERIOD;
  return content.subarray(start, start + length);
}

/** What an image says of the layer that `imageArchive` gives it. */
export async function layerDigest(size: number): Promise<string> {
  const sum = createHash("sha256");
  for await (const piece of archiveOf("big", size)) sum.update(piece);
  return `sha256:${sum.digest("hex")}`;
}

/** What `docker save` gives of an image with one layer, made as it is read. The layer is one file with so many bytes. */
export async function* imageArchive({ name, size, digest, arch, labels }: BigImage) {
  const config = {
    architecture: arch,
    os: "linux",
    config: { Labels: labels },
    rootfs: { type: "layers", diff_ids: [digest] },
  };
  const manifest = [{ Config: "config.json", RepoTags: [name], Layers: ["layer.tar"] }];
  const described = tar([
    { path: "manifest.json", mode: 0o644, content: Buffer.from(JSON.stringify(manifest)) },
    { path: "config.json", mode: 0o644, content: Buffer.from(JSON.stringify(config)) },
  ]);
  yield described.subarray(0, -END.length);
  yield headerOf("layer.tar", 512 + size + END.length);
  yield* archiveOf("big", size);
  yield END;
}

export interface BigImage {
  readonly name: string;
  readonly size: number;
  /** Of the layer. */
  readonly digest: string;
  readonly arch: string;
  readonly labels: Readonly<Record<string, string>>;
}

const END = new Uint8Array(1024);
const PIECE = 65_536;

// A prime: no two places that lie a power of two apart look alike. Made once, and all pieces are views of it: the memory that
// is measured is not that of making them.
const PERIOD = 127_763;
const content = Uint8Array.from({ length: PERIOD + PIECE }, (_, at) => ((at % PERIOD) * 31) >> 3);

/** The header that an empty file has, with another size. */
function headerOf(path: string, size: number): Uint8Array {
  const header = tar([{ path, mode: 0o644, content: new Uint8Array(0) }]).subarray(0, 512);
  header.write(size.toString(8).padStart(11, "0"), 124);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
