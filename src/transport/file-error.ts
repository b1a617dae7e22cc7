/** The system's word for why a file operation failed: `ENOENT`, `EACCES` … */
export function fileErrorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown error";
}

/** True when the file, or a folder on the way to it, is not there. */
export function isMissing(error: unknown): boolean {
  return fileErrorCode(error) === "ENOENT";
}
