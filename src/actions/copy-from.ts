import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, posix, resolve } from "node:path";
import { archiveError, reasonOf, unreadable, unwritable } from "../archive/archive-error.js";
import { type Extracted, type ExtractOptions, extractArchive } from "../archive/extract-archive.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError } from "../errors.js";
import { type PathStat, pathStat } from "../resources/path-stat.js";
import { ByteStream } from "../streams/byte-stream.js";
import { asksForContent, isFolder, isLink } from "./copied-path.js";

export interface CopyFromOptions extends Pick<ExtractOptions, "owners" | "maxBytes" | "maxEntries"> {
  /** Where the path itself is a symbolic link, copies what it leads to, under the name of the link. */
  readonly followLink?: boolean;
  /**
   * What to do with a symbolic link that leads out of what is copied, or cannot be shown not to: every absolute one. By
   * default `"skip"`, and the result names it. `"keep"` makes it, and who reads it later reads a file of this machine.
   */
  readonly outsideLinks?: ExtractOptions["outsideLinks"];
  /** What to do with devices and pipes. By default `"skip"`. */
  readonly specialFiles?: ExtractOptions["specialFiles"];
}

export interface CopiedFrom extends Extracted {
  /** Where the copy lies: the absolute path of the file or folder. */
  readonly path: string;
}

/**
 * Copies a file or folder out of a container, which need not run. A file, and a folder where there was none, appear under
 * their names when they are whole, and not before: an error or abort leaves nothing of them. A folder that was there keeps
 * what was copied into it, each file whole.
 */
export async function copyFrom<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  path: string,
  target: string,
  { followLink = false, outsideLinks = "skip", specialFiles = "skip", ...limits }: CopyFromOptions = {},
  call?: CallOptions,
): Promise<CopiedFrom> {
  const source = followLink ? await linkTarget(client, container, path, call) : path;
  const options = { path: source } as Options<V, "ContainerArchive">; // the same in every version
  const answer = await client.open("ContainerArchive", { path: { id: container }, options }, call);
  const archive = new ByteStream(async () => answer.source);
  try {
    const found = pathStat(answer.headers);
    const place = await placeFor(target, path, isFolder(found));
    const extract = { outsideLinks, specialFiles, ...limits };
    const done = isFolder(found)
      ? await extractFolder(archive, place, extract)
      : await extractFile(archive, place, extract);
    if (isLink(found) && done.skipped.length > 0) throw leadsOut(path, found);
    return { path: place, ...done };
  } finally {
    // What is refused before it is read must not stay open.
    answer.source.cancel();
  }
}

async function linkTarget<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  path: string,
  call: CallOptions | undefined,
): Promise<string> {
  const options = { path } as Options<V, "ContainerArchiveInfo">; // the same in every version
  const headers = await client.head("ContainerArchiveInfo", { path: { id: container }, options }, call);
  return pathStat(headers).linkTarget || path;
}

/** Where the copy will lie, as `docker cp` has it. */
async function placeFor(target: string, path: string, isDirectory: boolean): Promise<string> {
  const found = await infoOf(target, stat);
  if (found?.isDirectory()) {
    const name = posix.basename(posix.join("/", path));
    if (asksForContent(path) || name === "") return resolve(target);
    const place = join(resolve(target), name);
    // Only what the caller has named may be a link to a folder.
    const there = isDirectory ? await infoOf(place, lstat) : undefined;
    if (there !== undefined && !there.isDirectory()) throw notFolder(path, place);
    return place;
  }
  if (found !== undefined) {
    if (isDirectory) throw notFolder(path, target);
    return realpath(target);
  }
  if (!isDirectory && /[/\\]$/.test(target)) {
    throw new InvalidArgumentError(
      `There is no folder ${target}. Make it first, or leave out the slash at the end to give the file that name.`,
    );
  }
  return resolve(target);
}

async function infoOf(path: string, ask: (path: string) => Promise<Stats>): Promise<Stats | undefined> {
  try {
    return await ask(path);
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return undefined;
    throw unreadable(path, error);
  }
}

function notFolder(path: string, place: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${path} in the container is a folder, and ${place} is there and is none. Give a folder or a path where nothing is.`,
  );
}

/** The archive has the one file, whatever its name there. To leave out a pipe would leave nothing. */
function extractFile(archive: ByteStream, place: string, options: ExtractOptions): Promise<Extracted> {
  const only = { ...options, specialFiles: "refuse" as const, rename: () => basename(place) };
  return extractArchive(archive, dirname(place), only);
}

async function extractFolder(
  archive: ByteStream,
  place: string,
  options: ExtractOptions,
): Promise<Extracted> {
  const inFolder = { ...options, rename: withoutFolder };
  if ((await infoOf(place, stat)) !== undefined) return extractArchive(archive, place, inFolder);
  const temporary = join(dirname(place), `.docker-engine-sdk-${randomBytes(8).toString("hex")}`);
  const done = await extractArchive(archive, temporary, inFolder);
  try {
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw unwritable(place, error);
  }
  return done;
}

/** The first part of a name is the folder that was asked for: its name, `.` for its content, or nothing for the root. */
function withoutFolder(name: string): string {
  const slash = name.indexOf("/");
  return (slash === -1 ? "" : name.slice(slash + 1)) || ".";
}

function leadsOut(path: string, { linkTarget }: PathStat): Error {
  return archiveError(
    "UNSAFE_ARCHIVE",
    `${path} in the container is a symbolic link to ${linkTarget}, which may lie outside the target. Copy what it leads to with followLink, or the link with outsideLinks: "keep".`,
  );
}
