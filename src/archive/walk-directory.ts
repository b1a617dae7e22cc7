import type { BigIntStats } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { archiveError, unreadable } from "./archive-error.js";

/**
 * Says whether a file or folder is taken. `false` leaves out a folder with everything in it, `"contents"` only the folder
 * itself: what it holds is asked for one by one. `name` is relative to the folder that is walked, with slashes.
 */
export type PathFilter = (name: string, kind: { readonly isDirectory: boolean }) => boolean | "contents";

export interface FoundPath {
  /** Relative to the folder that is walked, with slashes; no slash at the end. */
  readonly name: string;
  readonly file: string;
  readonly stat: BigIntStats;
}

export interface WalkOptions {
  /** What to take; everything by default. */
  readonly filter?: PathFilter;
  /** Takes what symbolic links lead to instead of the links. A link that leads to nothing is an error then. */
  readonly followSymlinks?: boolean;
}

/** Finds everything below a folder, each folder before what it holds, in the order of the names. */
export async function* walkDirectory(
  directory: string,
  { filter = () => true, followSymlinks = false }: WalkOptions,
): AsyncGenerator<FoundPath, void> {
  const above = new Set([identityOf(await findPath(directory, { followSymlinks: true }))]);
  yield* below("");

  async function* below(parent: string): AsyncGenerator<FoundPath, void> {
    for (const base of await namesIn(join(directory, parent))) {
      const name = parent === "" ? base : `${parent}/${base}`;
      const file = join(directory, name);
      const found = await findPath(file, { followSymlinks });
      const isDirectory = found.isDirectory();
      const choice = filter(name, { isDirectory });
      if (choice === false) continue;
      if (choice === true) yield { name, file, stat: found };
      if (!isDirectory) continue;
      const identity = identityOf(found);
      if (above.has(identity)) {
        throw archiveError(
          "FILE_UNREADABLE",
          `${file} leads back to a folder it lies in. Leave this link out, or do not follow symbolic links.`,
        );
      }
      above.add(identity);
      yield* below(name);
      above.delete(identity);
    }
  }
}

/** Tells one file of this machine from any other. */
export function identityOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.sort();
  } catch (error) {
    throw unreadable(directory, error);
  }
}

/** What the system says of a file or folder, with a clear error when there is none. */
export async function findPath(
  file: string,
  { followSymlinks = false }: Pick<WalkOptions, "followSymlinks">,
): Promise<BigIntStats> {
  try {
    return await (followSymlinks ? stat : lstat)(file, { bigint: true });
  } catch (error) {
    // Node puts this character in place of bytes that are no UTF-8, so that the name is none of a file.
    if (!file.includes("\uFFFD")) throw unreadable(file, error);
    throw archiveError(
      "FILE_UNREADABLE",
      `The name of ${file} is not UTF-8. Rename the file or leave it out.`,
      error,
    );
  }
}
