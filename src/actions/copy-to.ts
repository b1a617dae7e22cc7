import { basename, posix, resolve } from "node:path";
import type { PutContainerArchiveOptions, TarSource } from "../../generated/schema.js";
import { type Files, packFiles } from "../archive/pack-files.js";
import { type PackOptions, packDirectory, packPath } from "../archive/pack-path.js";
import { findPath } from "../archive/walk-directory.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError, NotFoundError } from "../errors.js";
import { Containers } from "../resources/containers.js";
import { asksForContent, isFolder } from "./copied-path.js";

export interface CopyToOptions extends PackOptions {
  /** Gives everything to the user that the container runs as, whatever `owner` says. */
  readonly copyUIDGID?: boolean;
}

/**
 * Copies a file or folder of this machine, or files given as values, into a container, which need not run. Everything is
 * read as it is sent. After an error the container keeps what has arrived.
 */
export async function copyTo<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  source: string | Files,
  target: string,
  { copyUIDGID, ...pack }: CopyToOptions = {},
  call?: CallOptions,
): Promise<void> {
  const containers = new Containers(client);
  const find = (path: string) => findTarget(containers, container, path, call);
  const { path, archive } =
    typeof source === "string"
      ? await packDisk(source, target, pack, find)
      : await packValues(source, target, find);
  const options: PutContainerArchiveOptions = { path, noOverwriteDirNonDir: true, copyUIDGID };
  await containers.putArchive(
    container,
    archive,
    options as Options<V, "PutContainerArchive">, // the same names in every version
    call,
  );
}

/** What to send and the folder to unpack it in. */
interface Packed {
  readonly path: string;
  readonly archive: TarSource;
}

async function packDisk(source: string, target: string, pack: PackOptions, find: Find): Promise<Packed> {
  const isDirectory = (await findPath(source, pack)).isDirectory();
  const found = await find(target);
  // A file for a folder that is not there: the engine says so, or that there is no such container.
  const needsFolder = !isDirectory && target.endsWith("/");
  if (found.kind === "folder" || needsFolder) {
    const name = basename(resolve(source));
    const content = isDirectory && (asksForContent(source, LOCAL_SEPARATORS) || name === "");
    const archive = content ? packDirectory(source, pack) : packPath(source, name, pack);
    return { path: found.path, archive };
  }
  if (isDirectory && found.kind === "file") {
    throw new InvalidArgumentError(
      `${source} is a folder, and ${target} in the container is a file. Give a folder or a path where nothing is.`,
    );
  }
  const place = posix.normalize(found.path);
  return { path: posix.dirname(place), archive: packPath(source, posix.basename(place), pack) };
}

const LOCAL_SEPARATORS = process.platform === "win32" ? /[/\\]/ : /[/]/;

/** The engine makes folders that an archive implies: so the nearest one that is there gets names that hold the rest. */
async function packValues(files: Files, target: string, find: Find): Promise<Packed> {
  // Callers without types can pass anything; the archive must not be taken for names of files.
  if (typeof files !== "object" || files === null || isBytes(files)) {
    throw new InvalidArgumentError(
      'Give the path of a file or folder, or files as { "a/b.txt": text or bytes }. A tar archive is for docker.containers.putArchive.',
    );
  }
  // Names are judged as they were given, before anything is sent.
  const archive = packFiles(files);
  let rest = "";
  for (let at = target; ; ) {
    const found = await find(at);
    if (found.kind === "file") {
      throw new InvalidArgumentError(`${at} in the container is a file, and files can lie in folders only.`);
    }
    const place = posix.normalize(found.path);
    const isTop = place === posix.dirname(place);
    // Where there is not even a root there is no container, and the engine will say so.
    if (found.kind === "folder" || isTop) {
      return { path: found.path, archive: rest === "" ? archive : packFiles(below(rest, files)) };
    }
    rest = `${posix.basename(place)}/${rest}`;
    at = posix.dirname(place);
  }
}

function isBytes(value: object): boolean {
  return Symbol.iterator in value || Symbol.asyncIterator in value;
}

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, value]) => [folder + name, value]));
}

type Find = (path: string) => Promise<FoundTarget>;

interface FoundTarget {
  /** Where a link leads to, else as it was given. */
  readonly path: string;
  readonly kind: "folder" | "file" | "missing";
}

/** Looks at a path in the container. The engine resolves a link to its very end. */
async function findTarget<V extends AnyVersion>(
  containers: Containers<V>,
  id: string,
  target: string,
  call: CallOptions | undefined,
): Promise<FoundTarget> {
  let path = target;
  const stat = (at: string) => {
    const options = { path: at } as Options<V, "ContainerArchiveInfo">; // the same in every version
    return containers.statArchive(id, options, call);
  };
  try {
    let found = await stat(path);
    if (found.linkTarget !== "") {
      path = found.linkTarget;
      found = await stat(path);
    }
    return { path, kind: isFolder(found) ? "folder" : "file" };
  } catch (error) {
    if (error instanceof NotFoundError) return { path, kind: "missing" };
    throw error;
  }
}
