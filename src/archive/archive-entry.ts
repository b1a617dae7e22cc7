/** One entry of an archive that is being written. */
export interface ArchiveEntry {
  /** Relative, with slashes. The name of a folder ends with one. */
  readonly name: string;
  readonly type: "file" | "directory" | "symlink" | "link" | "fifo";
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Date;
  /** Where a link leads to; for a hard link a name in the archive. */
  readonly linkname?: string;
  /** The length of the content. */
  readonly size?: number;
  /** Gives exactly `size` bytes. The pieces belong to the archive: their memory is not used again. */
  readonly content?: AsyncIterable<Uint8Array>;
}

/** The owner of entries, as numbers. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The permission bits of a mode, with set-user-ID, set-group-ID and the sticky bit. */
export const PERMISSIONS = 0o7777;
