/** What a file tree is made of. Files and links are never changed but replaced: copies of a tree share them. */
export type FileNode = PlainFile | Folder | Link;

export interface PlainFile {
  readonly kind: "file";
  readonly content: Buffer;
  readonly mode: number;
  readonly mtime: Date;
}

export interface Folder {
  readonly kind: "folder";
  readonly entries: Map<string, FileNode>;
  readonly mode: number;
  readonly mtime: Date;
}

export interface Link {
  readonly kind: "link";
  readonly target: string;
  readonly mtime: Date;
}

export function newFolder(mode = 0o755, mtime = new Date()): Folder {
  return { kind: "folder", entries: new Map(), mode, mtime };
}

export function newFile(content: Buffer | string, mode = 0o644, mtime = new Date()): PlainFile {
  return { kind: "file", content: Buffer.from(content), mode, mtime };
}

/** A copy of a folder that can be changed without changing the folder. */
export function copyFolder({ entries, ...folder }: Folder): Folder {
  const copies = [...entries].map(
    ([name, node]) => [name, node.kind === "folder" ? copyFolder(node) : node] as const,
  );
  return { ...folder, entries: new Map(copies) };
}
