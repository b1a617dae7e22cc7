import { posix } from "node:path";
import { type FileNode, type Folder, newFile, newFolder, type PlainFile } from "./file-node.js";

/** The files that a container sees: its own, with those of its volumes where they are mounted. */
export class FileTree {
  readonly root: Folder;
  readonly #mounts = new Map<string, Folder>();

  constructor(root: Folder = newFolder()) {
    this.root = root;
  }

  mount(path: string, folder: Folder): void {
    this.makeFolder(path);
    this.#mounts.set(posix.normalize(path), folder);
  }

  isMount(path: string): boolean {
    return this.#mounts.has(path);
  }

  /** What is at a path, links on the way followed, and the last one where it is asked for. */
  find(path: string, followLast = true): FileNode | undefined {
    return this.#walk(path, followLast)?.node;
  }

  /** Where a path leads to in the end. */
  resolve(path: string): string | undefined {
    return this.#walk(path, true)?.path;
  }

  file(path: string): PlainFile | undefined {
    const node = this.find(path);
    return node?.kind === "file" ? node : undefined;
  }

  folder(path: string): Folder | undefined {
    const node = this.find(path);
    return node?.kind === "folder" ? node : undefined;
  }

  /** Puts something at a path whose folder is there; false where it is not. */
  put(path: string, node: FileNode): boolean {
    const full = posix.resolve("/", path);
    const parent = this.folder(posix.dirname(full));
    if (parent === undefined) return false;
    parent.entries.set(posix.basename(full), node);
    return true;
  }

  /** Writes a file, through a link where one is there; false where its folder is missing or it is a folder. */
  write(path: string, content: Buffer | string): boolean {
    const target = this.resolve(path) ?? path;
    const old = this.find(target);
    if (old?.kind === "folder") return false;
    return this.put(target, newFile(content, old?.kind === "file" ? old.mode : 0o644));
  }

  remove(path: string): void {
    const full = posix.resolve("/", path);
    this.folder(posix.dirname(full))?.entries.delete(posix.basename(full));
  }

  /** Makes a folder and those on the way; what is there stays. */
  makeFolder(path: string): void {
    let at = "/";
    for (const name of partsOf(path)) {
      at = posix.join(at, name);
      if (this.find(at) === undefined) this.put(at, newFolder());
    }
  }

  #walk(path: string, followLast: boolean, hops = 0): { node: FileNode; path: string } | undefined {
    let node: FileNode = this.root;
    let at = "/";
    const parts = partsOf(path);
    for (const [index, name] of parts.entries()) {
      if (node.kind !== "folder") return undefined;
      const own: FileNode | undefined = node.entries.get(name);
      const full: string = posix.join(at, name);
      const next: FileNode | undefined = this.#mounts.get(full) ?? own;
      if (next === undefined) return undefined;
      const isLast = index === parts.length - 1;
      if (next.kind === "link" && (!isLast || followLast)) {
        // As many as Linux follows.
        if (hops >= 40) return undefined;
        const rest = parts.slice(index + 1).join("/");
        return this.#walk(posix.join(posix.resolve(at, next.target), rest), followLast, hops + 1);
      }
      node = next;
      at = full;
    }
    return { node, path: at };
  }
}

function partsOf(path: string): string[] {
  return posix
    .resolve("/", path)
    .split("/")
    .filter((part) => part !== "");
}
