import { mkdir, realpath, rm } from "node:fs/promises";
import { InvalidArgumentError } from "../errors.js";
import { refused, unwritable } from "./archive-error.js";
import { partsOf } from "./entry-name.js";
import { staysInside } from "./link-target.js";
import { type ReadEntry, readArchive } from "./read-archive.js";
import { tooLarge } from "./read-entries.js";
import { SafeFolder } from "./safe-folder.js";

export interface ExtractOptions {
  /**
   * The name to unpack an entry under, relative to the folder; `"."` is the folder itself. Undefined leaves the entry out.
   * It is given the name as it stands in the archive, and is asked for the target of a hard link as well. What it gives is
   * checked like any name. An engine asked for `/` gives names that start with a slash, which only this can unpack.
   */
  readonly rename?: (name: string) => string | undefined;
  /** Gives everything the owner it has in the archive. Only root can. Without it nobody's set-user-ID is taken either. */
  readonly owners?: boolean;
  /**
   * What to do with a symbolic link that leads out of the folder, or cannot be shown not to. `"keep"` makes it; nothing is
   * ever written through it, but who reads it later reads what lies outside. By default `"refuse"`.
   */
  readonly outsideLinks?: "refuse" | "skip" | "keep";
  /** What to do with devices and pipes. By default `"refuse"`. */
  readonly specialFiles?: "refuse" | "skip";
  /** How many bytes to write at most. */
  readonly maxBytes?: number;
  /** How many entries to accept at most. */
  readonly maxEntries?: number;
}

export interface Extracted {
  /** How many files, folders and links were made. */
  readonly entries: number;
  /** How many bytes of content were written. */
  readonly bytes: number;
  /** The names of entries that were left out because of `outsideLinks` or `specialFiles`. */
  readonly skipped: readonly string[];
}

/**
 * Unpacks a tar archive into a folder, which is made if it is not there. Whatever the archive says, nothing is written
 * outside: names that lead out are refused, and so are names that go through a symbolic link, also one that was there
 * before. Files are replaced, folders merged, neither becomes the other. Files keep their modes and times. After an error a
 * folder that was made here is gone again; one that was there before keeps what was unpacked, complete file by complete file.
 */
export async function extractArchive(
  source: AsyncIterable<Uint8Array>,
  directory: string,
  options: ExtractOptions = {},
): Promise<Extracted> {
  if (options.owners && process.getuid?.() !== 0) {
    throw new InvalidArgumentError(
      "Only root can give files to other owners. Leave out owners, or run as root.",
    );
  }
  const { root, made } = await rootOf(directory);
  const folder = new SafeFolder(root, options.owners ?? false);
  const done = { entries: 0, bytes: 0, skipped: [] as string[] };
  try {
    let seen = 0;
    for await (const entry of readArchive(source)) {
      if (++seen > (options.maxEntries ?? Infinity))
        throw tooLarge(`${options.maxEntries} entries`, "maxEntries");
      if (done.bytes + entry.header.size > (options.maxBytes ?? Infinity)) {
        throw tooLarge(`${options.maxBytes} bytes`, "maxBytes");
      }
      await extractEntry(entry, folder, options, made !== undefined, done);
    }
    await folder.finish();
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw error;
  }
  return done;
}

async function extractEntry(
  { header, content }: ReadEntry,
  folder: SafeFolder,
  { rename, outsideLinks = "refuse", specialFiles = "refuse" }: ExtractOptions,
  isNew: boolean,
  done: { entries: number; bytes: number; skipped: string[] },
): Promise<void> {
  const { name, linkname = "" } = header;
  const parts = placeOf(name, name, rename);
  if (parts === undefined) return;
  if (parts.length === 0 && header.type === "directory") {
    // One that was there before keeps its mode and times.
    if (isNew) await folder.directory(parts, header);
    return;
  }
  if (parts.length === 0) throw refused(name, "stands for the folder itself and is none");
  switch (header.type) {
    case "directory":
      await folder.directory(parts, header);
      break;
    case "symlink":
      if (!staysInside(parts, linkname) && outsideLinks !== "keep") {
        if (outsideLinks === "skip") return void done.skipped.push(name);
        throw refused(
          name,
          `is a symbolic link to ${JSON.stringify(linkname)}, which may lie outside the folder`,
        );
      }
      await folder.symlink(parts, linkname, header);
      break;
    case "link": {
      const target = placeOf(linkname, name, rename);
      if (target === undefined || target.length === 0) {
        throw refused(name, `is a hard link to ${JSON.stringify(linkname)}, which is not unpacked`);
      }
      await folder.link(parts, target);
      break;
    }
    case "character-device":
    case "block-device":
    case "fifo":
      if (specialFiles === "skip") return void done.skipped.push(name);
      throw refused(name, "is a device or a pipe");
    default:
      await folder.file(parts, header, content);
      done.bytes += header.size;
  }
  done.entries++;
}

/** Linux knows no longer path. Folder by folder one could be made all the same, and no common tool could remove it. */
const LONGEST = 4096;

/** Where something named in the archive lies in the folder. `entry` is the entry that names it. */
function placeOf(name: string, entry: string, rename: ExtractOptions["rename"]): string[] | undefined {
  if (name.length > LONGEST)
    throw refused(`${name.slice(0, 50)}…`, `has a name longer than ${LONGEST} characters`);
  const renamed = rename === undefined ? name : rename(name);
  if (renamed === undefined) return undefined;
  const parts = partsOf(renamed);
  if (parts === undefined)
    throw refused(entry, `names ${JSON.stringify(renamed)}, which leads out of the folder`);
  return parts;
}

/** The real folder to unpack to. `made` is the topmost folder that had to be made for it. */
async function rootOf(directory: string): Promise<{ root: string; made: string | undefined }> {
  try {
    const made = await mkdir(directory, { recursive: true });
    return { root: await realpath(directory), made };
  } catch (error) {
    throw unwritable(directory, error);
  }
}
