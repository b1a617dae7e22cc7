import { InvalidArgumentError } from "../errors.js";
import { type ArchiveEntry, PERMISSIONS } from "./archive-entry.js";
import { partsOf } from "./entry-name.js";
import { type FileContent, withMeasured } from "./measure-content.js";
import { writeArchive } from "./write-archive.js";

/**
 * Files by their names in the archive, such as `{ "etc/app.conf": "text" }`. A name that ends with a slash is an empty
 * folder; folders on the way need no entry.
 */
export type Files = Readonly<Record<string, FileContent | FileWithDetails>>;

export interface FileWithDetails {
  readonly content: FileContent;
  /** By default 0o644, for a folder 0o755. */
  readonly mode?: number;
  /** By default 0. */
  readonly uid?: number;
  /** By default 0. */
  readonly gid?: number;
  /** By default the present time. */
  readonly mtime?: Date;
  /** The length of a content that comes in pieces. Without it the pieces go through a temporary file if they are many. */
  readonly size?: number;
}

/**
 * Packs files that are given as values, in the order they are given. An archive says a file's length before its content:
 * pieces without a `size` are collected first, up to 1 MiB of them in memory, more in a temporary file.
 */
export function packFiles(files: Files): AsyncGenerator<Uint8Array, void> {
  return writeArchive(fileEntries(files));
}

/** The entries for files that are given as values. Wrong names are refused at once. */
export function fileEntries(files: Files): AsyncGenerator<ArchiveEntry, void> {
  const checked = checkedFiles(files);
  return entries(checked);
}

async function* entries(files: readonly CheckedFile[]): AsyncGenerator<ArchiveEntry, void> {
  for (const { name, isDirectory, details } of files) {
    const {
      content,
      size,
      mode = isDirectory ? 0o755 : 0o644,
      uid = 0,
      gid = 0,
      mtime = new Date(),
    } = details;
    const common = { name, mode: mode & PERMISSIONS, uid, gid, mtime };
    if (isDirectory) yield { ...common, type: "directory" };
    else yield* withMeasured(name, content, size, (measured) => ({ ...common, type: "file", ...measured }));
  }
}

interface CheckedFile {
  readonly name: string;
  readonly isDirectory: boolean;
  readonly details: FileWithDetails;
}

function checkedFiles(files: Files): CheckedFile[] {
  const taken = new Map<string, boolean>();
  const checked = Object.entries(files).map(([given, value]) => {
    const parts = partsOf(given);
    if (parts === undefined || parts.length === 0)
      throw refused(given, "does not lead to a place inside the target");
    const isDirectory = given.endsWith("/");
    const plain = parts.join("/");
    if (taken.has(plain)) throw refused(given, "is given twice");
    taken.set(plain, isDirectory);
    return {
      name: isDirectory ? `${plain}/` : plain,
      isDirectory,
      details: detailsOf(given, isDirectory, value),
    };
  });
  for (const name of taken.keys()) {
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1)) {
      if (taken.get(name.slice(0, end)) === false)
        throw refused(name.slice(0, end), "is a file and a folder at once");
    }
  }
  return checked;
}

function detailsOf(
  name: string,
  isDirectory: boolean,
  value: FileContent | FileWithDetails,
): FileWithDetails {
  const details = isContent(value) ? { content: value } : value;
  // Callers without types can pass anything.
  if (details === null || typeof details !== "object" || !isContent(details.content)) {
    throw refused(
      name,
      "has no content. Give text, bytes, an iterable of them, or { content, mode, uid, gid }",
    );
  }
  if (isDirectory && details.content !== "")
    throw refused(name, 'is a folder by its slash, so its content must be ""');
  for (const key of ["mode", "uid", "gid", "size"] as const) {
    const number = details[key];
    if (number !== undefined && !(Number.isSafeInteger(number) && number >= 0)) {
      throw refused(name, `has a ${key} that is not a whole number from 0 on`);
    }
  }
  return details;
}

function isContent(value: unknown): value is FileContent {
  if (typeof value === "string") return true;
  return (
    typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
  );
}

function refused(name: string, what: string): InvalidArgumentError {
  return new InvalidArgumentError(`The file name ${JSON.stringify(name)} ${what}.`);
}
