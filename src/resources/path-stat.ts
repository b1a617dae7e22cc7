import { ProtocolError } from "../errors.js";

/** What an engine tells about a path in a container. */
export interface PathStat {
  /** The last part of the path. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Permissions and kind as Go's `os.FileMode` has them: the kind is in the upper bits (1 << 31 a folder, 1 << 27 a link). */
  readonly mode: number;
  /** When it was last changed: RFC 3339 text. */
  readonly mtime: string;
  /** Where a symbolic link points; otherwise empty. */
  readonly linkTarget: string;
}

/** Reads the header that the archive endpoints answer: base64 of JSON. */
export function pathStat(headers: Readonly<Record<string, string | string[] | undefined>>): PathStat {
  const header = headers["x-docker-container-path-stat"];
  try {
    return JSON.parse(Buffer.from(String(header), "base64").toString("utf8")) as PathStat; // the engine's own record
  } catch {
    // The parser's error would only quote what is not readable.
    throw new ProtocolError("The answer lacks a readable X-Docker-Container-Path-Stat header.");
  }
}
