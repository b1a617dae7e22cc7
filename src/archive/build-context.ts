import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import type { ArchiveEntry } from "./archive-entry.js";
import { reasonOf } from "./archive-error.js";
import { type Dockerignore, parseDockerignore } from "./dockerignore.js";
import { type Files, fileEntries } from "./pack-files.js";
import { directoryEntries } from "./pack-path.js";
import type { PathFilter } from "./walk-directory.js";
import { writeArchive } from "./write-archive.js";

/** What the engine needs for a build. */
export interface BuildContext {
  /** The name of the Dockerfile in the archive: the engine's `dockerfile` parameter. */
  readonly dockerfile: string;
  /** The archive. It can be read once. */
  readonly archive: AsyncGenerator<Uint8Array, void>;
}

export interface ContextOptions {
  /**
   * Whether the builder removes what `.dockerignore` names from the archive. The classic builder does, so that the
   * Dockerfile can be sent and still be left out; BuildKit does not, and `COPY . .` copies whatever is sent. By default true.
   */
  readonly builderIgnores?: boolean;
}

/**
 * Makes the build context of a folder, as the CLI does: what `.dockerignore` leaves out is not sent, except the Dockerfile
 * and `.dockerignore` itself, which the engine needs and removes; everything belongs to root. `dockerfile` is relative to
 * the folder. One that lies outside is sent under a name of its own. A `<Dockerfile>.dockerignore` beside the Dockerfile
 * wins over the folder's `.dockerignore`.
 */
export async function directoryContext(
  directory: string,
  { dockerfile, builderIgnores = true }: ContextOptions & { dockerfile?: string } = {},
): Promise<BuildContext> {
  const root = await contextRoot(directory);
  const found = await findDockerfile(root, dockerfile);
  const inside = nameInside(root, found);
  const ignoreText = await textOf(resolve(root, IGNORE_FILE));
  const ownIgnore = `${found}${IGNORE_FILE}`;
  const ownText = await textOf(ownIgnore);
  const ignore =
    ownText === undefined
      ? parseDockerignore(ignoreText ?? "", resolve(root, IGNORE_FILE))
      : parseDockerignore(ownText, ownIgnore);

  if (inside !== undefined) {
    const filter = ignoreFilter(ignore, builderIgnores ? [inside, IGNORE_FILE] : [inside]);
    return { dockerfile: inside, archive: writeArchive(directoryEntries(root, { filter, owner: ROOT })) };
  }
  const added = addedDockerfile(await readFile(found), ignoreText, builderIgnores);
  const kept = ignoreFilter(ignore, []);
  const filter: PathFilter = (name, kind) => !Object.hasOwn(added.files, name) && kept(name, kind);
  const entries = joined(directoryEntries(root, { filter, owner: ROOT }), fileEntries(added.files));
  return { dockerfile: added.name, archive: writeArchive(entries) };
}

/**
 * Makes a build context of the text of a Dockerfile and of files by their names. All the files are sent; the Dockerfile is
 * none of them, and `COPY . .` does not copy it where the builder can leave it out.
 */
export function textContext(
  dockerfile: string,
  files: Files = {},
  { builderIgnores = true }: ContextOptions = {},
): BuildContext {
  const ignoreFile = builderIgnores ? files[IGNORE_FILE] : undefined;
  if (ignoreFile !== undefined && typeof ignoreFile !== "string") {
    throw new InvalidArgumentError(`The content of ${IGNORE_FILE} must be a text.`);
  }
  const added = addedDockerfile(Buffer.from(dockerfile), ignoreFile, builderIgnores);
  return { dockerfile: added.name, archive: writeArchive(fileEntries({ ...files, ...added.files })) };
}

/** Takes what a `.dockerignore` does not leave out, and in any case the files named. */
export function ignoreFilter(ignore: Dockerignore, kept: readonly string[]): PathFilter {
  return (name, { isDirectory }) => {
    if (kept.includes(name) || !ignore.ignores(name)) return true;
    if (!isDirectory) return false;
    const holdsKept = kept.some((path) => path.startsWith(`${name}/`));
    return holdsKept || ignore.mayKeepBelow(name) ? "contents" : false;
  };
}

const IGNORE_FILE = ".dockerignore";
const ROOT = { uid: 0, gid: 0 };

/**
 * A Dockerfile that is not among the files of the context. Its name is made of its content, so that the same build sends
 * the same bytes. The engine takes `.dockerignore` as the list of what to remove once it has read the Dockerfile.
 */
function addedDockerfile(
  content: Uint8Array,
  ignoreText: string | undefined,
  builderIgnores: boolean,
): { name: string; files: Files } {
  const name = `.dockerfile.${createHash("sha256").update(content).digest("hex").slice(0, 20)}`;
  const file = { [name]: { content, mode: 0o600 } };
  if (!builderIgnores) return { name, files: file };
  const ignore = `${ignoreText ?? IGNORE_FILE}\n${name}\n`;
  return { name, files: { ...file, [IGNORE_FILE]: { content: ignore, mode: 0o600 } } };
}

async function* joined(...parts: readonly AsyncIterable<ArchiveEntry>[]): AsyncGenerator<ArchiveEntry, void> {
  for (const part of parts) yield* part;
}

async function contextRoot(directory: string): Promise<string> {
  try {
    const root = await realpath(directory);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    throw new InvalidArgumentError(
      `The build context ${directory} cannot be read (${reasonOf(error)}). Give a folder that exists.`,
      { cause: error },
    );
  }
  throw new InvalidArgumentError(
    `The build context ${directory} is not a folder. Give the folder that holds the files.`,
  );
}

async function findDockerfile(root: string, given: string | undefined): Promise<string> {
  const file = resolve(root, given ?? "Dockerfile");
  try {
    return await regularFile(file);
  } catch (error) {
    // The CLI takes the lower-case name as well when none is given.
    const other =
      given === undefined ? await regularFile(resolve(root, "dockerfile")).catch(() => undefined) : undefined;
    if (other !== undefined) return other;
    if (error instanceof InvalidArgumentError) throw error;
    throw new InvalidArgumentError(
      `The Dockerfile ${file} cannot be read (${reasonOf(error)}). Name the right one in the option dockerfile; it is relative to the build context.`,
      { cause: error },
    );
  }
}

/** Follows links, as the engine could not follow one that leads out of the context. */
async function regularFile(file: string): Promise<string> {
  const found = await realpath(file);
  if ((await stat(found)).isFile()) return found;
  throw new InvalidArgumentError(`The Dockerfile ${file} is not a file. Name one in the option dockerfile.`);
}

/** The name in the archive, with slashes; undefined for a file outside. */
function nameInside(root: string, file: string): string | undefined {
  const name = relative(root, file);
  if (name === ".." || name.startsWith(`..${sep}`) || isAbsolute(name)) return undefined;
  return name.split(sep).join("/");
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return undefined;
    throw new InvalidArgumentError(
      `${basename(file)} in ${dirname(file)} cannot be read (${reasonOf(error)}).`,
      {
        cause: error,
      },
    );
  }
}
