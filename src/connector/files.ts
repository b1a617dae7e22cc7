import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DockerError, InvalidArgumentError } from "../errors.js";

/** Takes what is too big for a result: archives, images, long logs. */
export interface FileSink {
  /** Writes the content to its end and tells what has been written. `name` has no folder in it. */
  save(name: string, content: AsyncIterable<Uint8Array>, details: FileDetails): Promise<SavedFile>;
}

export interface FileDetails {
  readonly mediaType: string;
  /** Where the user wants it, which may be a folder. Not every sink has a place of the user's. */
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
 * Saves to a folder, which is made where it is missing, for this user only; or where the user wants it. Default: a folder of its
 * own in the temporary one. A file is there when it is whole, and not before.
 */
export function folderSink(folder = join(tmpdir(), "docker-engine-sdk-files")): FileSink {
  return {
    async save(name, content, { mediaType, path: wanted, signal }) {
      if (wanted === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
      const random = randomBytes(4).toString("hex");
      const path = wanted
        ? await placeFor(wanted, safeName(name))
        : join(folder, `${random}-${safeName(name)}`);
      const partial = join(dirname(path), `.${random}.part`);
      const target = await open(partial, "wx", 0o600).catch((error: unknown) => {
        throw notWritten(path, error);
      });
      try {
        const written = await writeAll(target, content, signal).finally(() => target.close());
        await rename(partial, path).catch((error: unknown) => {
          throw notWritten(path, error);
        });
        return { name: safeName(name), path, ...written, mediaType };
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
  };
}

/** A path of this machine; in a folder that is there the file has its own name. */
async function placeFor(wanted: string, name: string): Promise<string> {
  const found = await stat(wanted).catch(() => undefined); // what is not there is made, or its folder is named then
  return found?.isDirectory() ? join(resolve(wanted), name) : resolve(wanted);
}

async function writeAll(
  target: FileHandle,
  content: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Pick<SavedFile, "size" | "sha256">> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of content) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
    await target.writeFile(chunk);
  }
  return { size, sha256: hash.digest("hex") };
}

function notWritten(path: string, cause: unknown): DockerError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "it broke";
  return new DockerError(`The file ${JSON.stringify(path)} could not be written: ${reason}.`, {
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
    const reason = error instanceof Error && "code" in error ? String(error.code) : "it broke";
    throw new DockerError(`The file ${JSON.stringify(name)} could not be read: ${reason}.`, {
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
