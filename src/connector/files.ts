import { createHash, randomBytes } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, type FileHandle, link, lstat, mkdir, open, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { DockerError, InvalidArgumentError } from "../errors.js";

/** Takes what is too big for a result: archives, images, long logs. */
export interface FileSink {
  /** Writes the content to its end and tells what has been written. `name` has no folder in it. */
  save(name: string, content: AsyncIterable<Uint8Array>, details: FileDetails): Promise<SavedFile>;
}

export interface FileDetails {
  readonly mediaType: string;
  /** Where the user wants it within the sink's place, which may be a folder. Not every sink has a place of the user's. */
  readonly path?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SavedFile {
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** Gives what an action takes in: a file the platform hands over, by its name. */
export interface FileSource {
  open(name: string): AsyncIterable<Uint8Array>;
}

/**
 * Saves to a folder, which is made where it is missing, for this user only. Default: a folder of its own in the temporary one.
 * A path that is wanted lies within the folder. A file is there when it is whole, and not before; what is there is never replaced.
 */
export function folderSink(folder?: string): FileSink {
  const base = resolve(folder ?? join(tmpdir(), "docker-engine-sdk-files"));
  return {
    async save(name, content, { mediaType, path: wanted, signal }) {
      const root = await made(base, { known: folder === undefined });
      const random = randomBytes(4).toString("hex");
      const place = wanted
        ? await placeFor(wanted, safeName(name), { base, root })
        : join(root, `${random}-${safeName(name)}`);
      const path = join(base, relative(root, place));
      const partial = join(dirname(place), `.${random}.part`);
      const target = await writing(path, open(partial, "wx", 0o600));
      try {
        const written = await writeAll(target, path, content, signal).finally(() =>
          writing(path, target.close()),
        );
        await writing(path, putInPlace(partial, place));
        return { name: safeName(name), path, ...written, mediaType };
      } finally {
        await rm(partial, { force: true });
      }
    },
  };
}

/** The folder's real path. A folder whose name is known to all users could have been put there by another one. */
async function made(base: string, { known }: { known: boolean }): Promise<string> {
  await writing(base, mkdir(base, { recursive: true, mode: 0o700 }));
  if (known && process.platform !== "win32") {
    const found = await writing(base, lstat(base));
    if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0) {
      throw new DockerError(
        `The folder ${JSON.stringify(base)} is not this user's alone: remove it, or name another folder for files.`,
        { code: "FILE_NOT_WRITTEN" },
      );
    }
  }
  return writing(base, realpath(base));
}

/** Folders on the way are made; in a folder that is there the file has its own name. */
async function placeFor(wanted: string, name: string, { base, root }: Roots): Promise<string> {
  const way = within(base, resolve(base, wanted)) ?? within(root, resolve(root, wanted));
  if (way === undefined) throw leadsOut(wanted, base);
  const steps = way.split(sep).filter((step) => step !== "");
  const last = /[/\\]$/.test(wanted) ? undefined : steps.pop();
  let parent = root;
  for (const step of steps) parent = await entered(join(parent, step), wanted, { base, root });
  if (last === undefined) return free(join(parent, name), base, root);
  const place = join(parent, last);
  const found = await stat(place).catch(() => undefined); // what is not there is made
  if (!found?.isDirectory()) return free(place, base, root);
  return free(join(await entered(place, wanted, { base, root }), name), base, root);
}

interface Roots {
  /** The folder as it was named. */
  readonly base: string;
  /** Its real path. */
  readonly root: string;
}

/** The real path of a folder, looked at before anything is made in it: a link may lead out. */
async function entered(folder: string, wanted: string, { base, root }: Roots): Promise<string> {
  const making = mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  await writing(folder, making);
  const real = await writing(folder, realpath(folder));
  if (within(root, real) === undefined) throw leadsOut(wanted, base);
  return real;
}

function within(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

function leadsOut(wanted: string, base: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `the path ${JSON.stringify(wanted)} leads out of the folder for files, ${JSON.stringify(base)}: give a name or a path within it.`,
  );
}

/** Told before a long transfer, not after it. */
async function free(place: string, base: string, root: string): Promise<string> {
  const found = await lstat(place).catch(() => undefined); // what else is wrong with it, opening it tells
  if (found) throw isThere(join(base, relative(root, place)));
  return place;
}

function isThere(path: string): DockerError {
  const message = `The file ${JSON.stringify(path)} is there already and is not replaced: give another name.`;
  return new DockerError(message, { code: "FILE_NOT_WRITTEN" });
}

async function writeAll(
  target: FileHandle,
  path: string,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Pick<SavedFile, "size" | "sha256">> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of content) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
    await writing(path, target.writeFile(chunk));
  }
  return { size, sha256: hash.digest("hex") };
}

/** Renaming would replace what has come meanwhile; a link does not. Some file systems have no links. */
async function putInPlace(partial: string, place: string): Promise<void> {
  await link(partial, place).catch((error: unknown) => {
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(codeOf(error))) throw error;
    return copyFile(partial, place, constants.COPYFILE_EXCL);
  });
}

async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw codeOf(error) === "EEXIST" ? isThere(path) : notWritten(path, error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "it broke";
}

function notWritten(path: string, cause: unknown): DockerError {
  return new DockerError(`The file ${JSON.stringify(path)} could not be written: ${codeOf(cause)}.`, {
    code: "FILE_NOT_WRITTEN",
    cause,
  });
}

/** Opens the files that were handed over: paths of this machine, or contents. */
export function givenFiles(files: Readonly<Record<string, string | Uint8Array>>): FileSource {
  return {
    open(name) {
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      if (file === undefined) {
        const names = Object.keys(files);
        throw new InvalidArgumentError(
          `no file ${JSON.stringify(name)} was handed over; ${names.length === 0 ? "there are none" : `there are: ${names.join(", ")}`}.`,
        );
      }
      return typeof file === "string" ? fromDisk(name, file) : once(file);
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* fromDisk(name: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (error) {
    throw new DockerError(`The file ${JSON.stringify(name)} could not be read: ${codeOf(error)}.`, {
      code: "FILE_NOT_READ",
      cause: error,
    });
  }
}

/** A name that is one file in one folder on every system. */
export function safeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^[._-]+/, "");
  return safe.slice(0, 100) || "file";
}
