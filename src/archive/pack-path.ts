import { readlink } from "node:fs/promises";
import { type ArchiveEntry, type Owner, PERMISSIONS } from "./archive-entry.js";
import { archiveError, unreadable } from "./archive-error.js";
import { fileBytes, openRegularFile } from "./file-bytes.js";
import { type FoundPath, findPath, identityOf, type WalkOptions, walkDirectory } from "./walk-directory.js";
import { writeArchive } from "./write-archive.js";

export interface PackOptions extends WalkOptions {
  /** The owner of everything in the archive, instead of that on the disk. */
  readonly owner?: Owner;
}

/**
 * Packs what a folder holds, not the folder itself, in the order of the names. Files are read one at a time as the archive
 * is read; one that changes meanwhile fails it. Symbolic links stay links unless `followSymlinks` is set, hard links among
 * the files stay hard links, pipes stay pipes. Sockets are left out, as the CLI does. A device is an error: leave it out
 * by `filter`.
 */
export function packDirectory(path: string, options: PackOptions = {}): AsyncGenerator<Uint8Array, void> {
  return writeArchive(directoryEntries(path, options));
}

/** Packs a file or a folder with all that it holds. In the archive it is called `name`. */
export function packPath(
  path: string,
  name: string,
  options: PackOptions = {},
): AsyncGenerator<Uint8Array, void> {
  return writeArchive(pathEntries(path, name, options));
}

/** The entries for what a folder holds, each below the folder `under` of the archive if that is given. */
export async function* directoryEntries(
  path: string,
  options: PackOptions,
  under = "",
): AsyncGenerator<ArchiveEntry, void> {
  const linked = new Map<string, string>();
  for await (const found of walkDirectory(path, options)) {
    yield* entriesFor({ ...found, name: under + found.name }, options, linked);
  }
}

async function* pathEntries(
  path: string,
  name: string,
  options: PackOptions,
): AsyncGenerator<ArchiveEntry, void> {
  const stat = await findPath(path, options);
  yield* entriesFor({ name, file: path, stat }, options, new Map());
  if (stat.isDirectory()) yield* directoryEntries(path, options, `${name}/`);
}

/** One entry for a path, none for a socket. `linked` keeps the first name of every file that has several. */
async function* entriesFor(
  { name, file, stat }: FoundPath,
  { owner, followSymlinks: follow = false }: PackOptions,
  linked: Map<string, string>,
): AsyncGenerator<ArchiveEntry, void> {
  const common = {
    name,
    mode: Number(stat.mode) & PERMISSIONS,
    uid: owner?.uid ?? Number(stat.uid),
    gid: owner?.gid ?? Number(stat.gid),
    mtime: stat.mtime,
  };
  if (stat.isDirectory()) {
    yield { ...common, name: `${name}/`, type: "directory" };
  } else if (stat.isSymbolicLink()) {
    yield { ...common, type: "symlink", linkname: await targetOf(file) };
  } else if (stat.isFIFO()) {
    yield { ...common, type: "fifo" };
  } else if (stat.isFile()) {
    const identity = stat.nlink > 1n ? identityOf(stat) : undefined;
    const first = identity === undefined ? undefined : linked.get(identity);
    if (first !== undefined) {
      yield { ...common, type: "link", linkname: first };
      return;
    }
    if (identity !== undefined) linked.set(identity, name);
    const open = await openRegularFile(file, { follow });
    try {
      yield { ...common, type: "file", size: open.size, content: fileBytes(file, open) };
    } finally {
      await open.handle.close();
    }
  } else if (!stat.isSocket()) {
    throw archiveError("FILE_UNREADABLE", `${file} is a device, which cannot be sent. Leave it out.`);
  }
}

async function targetOf(file: string): Promise<string> {
  try {
    return await readlink(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}
