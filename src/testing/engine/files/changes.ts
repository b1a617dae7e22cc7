import { posix } from "node:path";
import type { FileNode, Folder } from "./file-node.js";

export interface Change {
  readonly Path: string;
  /** 0 changed, 1 added, 2 deleted. */
  readonly Kind: 0 | 1 | 2;
}

/** How a container's files differ from its image's. A folder in which something differs is changed itself. */
export function changesBetween(image: Folder, own: Folder, folder = "/"): Change[] {
  const names = [...new Set([...image.entries.keys(), ...own.entries.keys()])].sort();
  return names.flatMap((name) =>
    changesAt(image.entries.get(name), own.entries.get(name), posix.join(folder, name)),
  );
}

function changesAt(before: FileNode | undefined, after: FileNode | undefined, path: string): Change[] {
  if (after === undefined) return [{ Path: path, Kind: 2 }];
  if (before === undefined) return [{ Path: path, Kind: 1 }, ...added(after, path)];
  if (before.kind === "folder" && after.kind === "folder") {
    const inside = changesBetween(before, after, path);
    return inside.length === 0 ? [] : [{ Path: path, Kind: 0 }, ...inside];
  }
  return before === after ? [] : [{ Path: path, Kind: 0 }];
}

function added(node: FileNode, path: string): Change[] {
  if (node.kind !== "folder") return [];
  return [...node.entries].flatMap(([name, inner]) => {
    const full = posix.join(path, name);
    return [{ Path: full, Kind: 1 } as const, ...added(inner, full)];
  });
}
