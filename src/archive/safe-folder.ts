import { randomBytes } from "node:crypto";
import {
  chmod,
  type FileHandle,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  open,
  readlink,
  rename,
  rm,
  symlink,
  utimes,
} from "node:fs/promises";
import { join } from "node:path";
import type { TarHeader } from "modern-tar";
import { PERMISSIONS } from "./archive-entry.js";
import { reasonOf, refused, unwritable } from "./archive-error.js";
import { staysInside } from "./link-target.js";

type Details = Pick<TarHeader, "mode" | "uid" | "gid" | "mtime">;

/**
 * Writes below a folder and nowhere else. A place is a list of names from the folder on; every folder on the way is looked
 * at and must be a real one. A file or link is made under a name of its own and then renamed, which follows no link, keeps
 * the old file until the new one is whole, and never replaces a folder.
 */
export class SafeFolder {
  readonly #root: string;
  readonly #owners: boolean;
  /** Folders that are known to be real. They stay so: nothing here removes or replaces a folder. */
  readonly #real: Set<string>;
  /** What folders get at the end, as until then they must be writable, and their times change. */
  readonly #folders: { readonly path: string; readonly details: Details }[] = [];

  constructor(root: string, owners: boolean) {
    this.#root = root;
    this.#owners = owners;
    this.#real = new Set([root]);
  }

  async directory(place: readonly string[], details: Details): Promise<void> {
    const path = await this.#realFolder(place, 0o700);
    this.#folders.push({ path, details });
  }

  async file(place: readonly string[], details: Details, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#replace(place, async (temporary) => {
      const handle = await open(temporary, "wx", 0o600);
      try {
        for await (const piece of content) await writeAll(handle, place.join("/"), piece);
        await this.#finishFile(handle, place.join("/"), details);
      } finally {
        await handle.close();
      }
    });
  }

  async symlink(
    place: readonly string[],
    target: string,
    { uid = 0, gid = 0, mtime }: Details,
  ): Promise<void> {
    await this.#replace(place, async (temporary) => {
      await symlink(target, temporary);
      if (this.#owners) await lchown(temporary, uid, gid);
      if (isTime(mtime)) await lutimes(temporary, mtime, mtime);
    });
  }

  /** Makes a hard link to what lies at another place already. */
  async link(place: readonly string[], target: readonly string[]): Promise<void> {
    const name = place.join("/");
    const folder = await this.#existingFolder(target.slice(0, -1), name);
    const path = join(folder, target.at(-1) ?? "");
    const found = await lstat(path).catch(() => undefined);
    // Some systems would follow a link that is linked to, so it is made anew. Its text must be safe at the new place too.
    const text = found?.isSymbolicLink() ? await readlink(path) : undefined;
    if (text === undefined && !found?.isFile()) {
      throw refused(name, `is a hard link to ${JSON.stringify(target.join("/"))}, which is no file there`);
    }
    if (text !== undefined && !staysInside(place, text)) {
      throw refused(name, `is a hard link to a symbolic link, which may lead out of the folder from there`);
    }
    await this.#replace(place, (temporary) =>
      text === undefined ? link(path, temporary) : symlink(text, temporary),
    );
  }

  /** Gives the folders their modes, owners and times. */
  async finish(): Promise<void> {
    for (const { path, details } of this.#folders.reverse()) {
      const { uid = 0, gid = 0, mode = 0o755, mtime } = details;
      try {
        if (this.#owners) await lchown(path, uid, gid);
        await chmod(path, this.#allowed(mode));
        if (isTime(mtime)) await utimes(path, mtime, mtime);
      } catch (error) {
        throw unwritable(path, error);
      }
    }
  }

  async #finishFile(
    handle: FileHandle,
    name: string,
    { uid = 0, gid = 0, mode = 0o644, mtime }: Details,
  ): Promise<void> {
    try {
      // In this order: to change the owner takes away the set-user-ID.
      if (this.#owners) await handle.chown(uid, gid);
      await handle.chmod(this.#allowed(mode));
      if (isTime(mtime)) await handle.utimes(mtime, mtime);
    } catch (error) {
      throw unwritable(name, error);
    }
  }

  /** Without the owner it was meant for, a set-user-ID would lend out the rights of whoever unpacks. */
  #allowed(mode: number): number {
    return mode & (this.#owners ? PERMISSIONS : 0o777);
  }

  /** Puts what `make` makes at a place. */
  async #replace(place: readonly string[], make: (temporary: string) => Promise<void>): Promise<void> {
    const folder = await this.#realFolder(place.slice(0, -1), 0o777);
    const path = join(folder, place.at(-1) ?? "");
    const temporary = join(folder, `.docker-engine-sdk-${randomBytes(8).toString("hex")}`);
    try {
      await make(temporary);
      await rename(temporary, path);
    } catch (error) {
      throw isSystemError(error) ? unwritable(path, error) : error;
    } finally {
      // Also after a success: two names of one file are left as they are by a rename.
      await rm(temporary, { force: true });
    }
  }

  /** The path of a folder that is real and so are all on the way, made where they are missing. */
  async #realFolder(place: readonly string[], mode: number): Promise<string> {
    let path = this.#root;
    for (const [index, part] of place.entries()) {
      path = join(path, part);
      if (this.#real.has(path)) continue;
      try {
        await mkdir(path, { mode: index === place.length - 1 ? mode : 0o777 });
      } catch (error) {
        if (reasonOf(error) !== "EEXIST") throw unwritable(path, error);
        await requireRealFolder(path, place.join("/"));
      }
      this.#real.add(path);
    }
    return path;
  }

  async #existingFolder(place: readonly string[], entry: string): Promise<string> {
    let path = this.#root;
    for (const part of place) {
      path = join(path, part);
      if (!this.#real.has(path)) await requireRealFolder(path, entry);
    }
    return path;
  }
}

async function requireRealFolder(path: string, entry: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw refused(
    entry,
    `needs ${path} as a folder, which is ${found?.isSymbolicLink() ? "a symbolic link" : "none"}`,
  );
}

async function writeAll(handle: FileHandle, name: string, piece: Uint8Array): Promise<void> {
  try {
    for (let rest = piece; rest.length > 0; ) rest = rest.subarray((await handle.write(rest)).bytesWritten);
  } catch (error) {
    throw unwritable(name, error);
  }
}

/** An error of an operation on a path, not one of the archive or of its source. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "path" in error;
}

/** The format can hold times that no `Date` can. */
function isTime(mtime: Date | undefined): mtime is Date {
  return mtime !== undefined && !Number.isNaN(mtime.getTime());
}
