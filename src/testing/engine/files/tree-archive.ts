import { posix } from "node:path";
import type { ArchiveEntry } from "../../../archive/archive-entry.js";
import { readEntries } from "../../../archive/read-entries.js";
import { writeArchive } from "../../../archive/write-archive.js";
import { Refusal } from "../refusal.js";
import type { FileNode } from "./file-node.js";
import type { FileTree } from "./file-tree.js";

/** Packs what is at a path, under its own last name, as `docker cp` gets it. */
export function packTree(tree: FileTree, path: string, node: FileNode): AsyncGenerator<Uint8Array, void> {
  const base = posix.basename(posix.resolve("/", path));
  return writeArchive(entries(tree, path, node, base === "" ? "." : base));
}

async function* entries(
  tree: FileTree,
  path: string,
  node: FileNode,
  name: string,
): AsyncGenerator<ArchiveEntry, void> {
  const common = { name, uid: 0, gid: 0, mtime: node.mtime };
  if (node.kind === "link") yield { ...common, mode: 0o777, type: "symlink", linkname: node.target };
  else if (node.kind === "file") {
    const { content, mode } = node;
    yield { ...common, mode, type: "file", size: content.length, content: once(content) };
  } else {
    yield { ...common, name: `${name}/`, mode: node.mode, type: "directory" };
    for (const inner of node.entries.keys()) {
      const full = posix.join(path, inner);
      // What is mounted there is in the way of what the folder has.
      const found = tree.find(full, false);
      if (found !== undefined) yield* entries(tree, full, found, `${name}/${inner}`);
    }
  }
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array, void> {
  yield content;
}

/** Unpacks an archive into a folder. Rejects where it is none, and where a file would stand for a folder. */
export async function unpackInto(
  tree: FileTree,
  folder: string,
  archive: AsyncIterable<Uint8Array>,
  keepsFolders = false,
): Promise<void> {
  const limits = { maxBytes: 256 * 1024 * 1024, maxEntries: 100_000 };
  for (const { name, type, mode, mtime, linkname = "", content } of await readEntries(archive, limits)) {
    // A name that leads out of the folder ends in it: the paths of a tree begin at its root.
    const path = posix.join(folder, posix.resolve("/", name));
    if (type === "directory") putFolder(tree, path, mode, mtime);
    else {
      tree.makeFolder(posix.dirname(path));
      if (type === "symlink") tree.put(path, { kind: "link", target: linkname, mtime });
      else if (keepsFolders && type === "file" && tree.folder(path) !== undefined)
        throw new Refusal(500, `cannot overwrite directory "${name}" with non-directory "${folder}"`);
      else if (type === "file") tree.put(path, { kind: "file", content, mode, mtime });
    }
  }
}

/** A folder that is there keeps what is in it. */
function putFolder(tree: FileTree, path: string, mode: number, mtime: Date): void {
  tree.makeFolder(path);
  const entries = tree.folder(path)?.entries;
  // The root and what is mounted stay the folders that they are.
  if (entries !== undefined && path !== "/" && !tree.isMount(path))
    tree.put(path, { kind: "folder", entries, mode, mtime });
}
