import { DockerError } from "../errors.js";

/** What went wrong with an archive or with the files it is made from or unpacked to. */
export type ArchiveErrorCode =
  /** A file or folder cannot be read, or is of a kind that cannot be sent. */
  | "FILE_UNREADABLE"
  /** A file was changed, replaced or removed while it was being read. */
  | "FILE_CHANGED"
  /** A file or folder cannot be written. */
  | "FILE_UNWRITABLE"
  /** An archive holds something that must not be unpacked. */
  | "UNSAFE_ARCHIVE"
  /** An archive is larger than its reader allows. */
  | "ARCHIVE_LIMIT";

export function archiveError(code: ArchiveErrorCode, message: string, cause?: unknown): DockerError {
  return new DockerError(message, { code, cause });
}

/** The system's word for why a file operation failed: `ENOENT`, `EACCES` … */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown error";
}

/** The error for a file that cannot be read; the message says what can be done. */
export function unreadable(file: string, error: unknown): DockerError {
  const reason = reasonOf(error);
  return archiveError("FILE_UNREADABLE", `${file} cannot be read (${reason}). ${remedy(reason)}`, error);
}

/** The error for a file that cannot be written. */
export function unwritable(file: string, error: unknown): DockerError {
  return archiveError("FILE_UNWRITABLE", `${file} cannot be written (${reasonOf(error)}).`, error);
}

function remedy(reason: string): string {
  if (reason === "ENOENT") return "Check that it exists.";
  if (reason === "EACCES" || reason === "EPERM") return "Check its permissions.";
  return "Check the path.";
}

/** The error for an entry that must not be unpacked. */
export function refused(name: string, why: string): DockerError {
  return archiveError(
    "UNSAFE_ARCHIVE",
    `The entry ${JSON.stringify(name)} of the archive ${why}. It is not unpacked.`,
  );
}
