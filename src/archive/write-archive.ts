import { createTarPacker } from "modern-tar";
import type { ArchiveEntry } from "./archive-entry.js";
import { gatherBytes } from "./gather-bytes.js";

/**
 * Writes entries as a tar archive: one after the other, and none before it is asked for. Who does not read holds the
 * writing back, leaving the loop closes the entry that is being written.
 */
export function writeArchive(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array, void> {
  return gatherBytes(packed(entries));
}

async function* packed(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array, void> {
  const { readable, controller } = createTarPacker();
  const reader = readable.getReader();
  // A failure reaches the reader by the controller.
  const writing = writeEntries(entries, controller).catch((error: unknown) => controller.error(error));
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel().catch(() => undefined);
    await writing;
  }
}

type Controller = ReturnType<typeof createTarPacker>["controller"];

async function writeEntries(entries: AsyncIterable<ArchiveEntry>, controller: Controller): Promise<void> {
  for await (const { content, mtime, size = 0, ...entry } of entries) {
    const writer = controller
      .add({ ...entry, ...extended(entry), size, mtime: representable(mtime) })
      .getWriter();
    // Its rejection says the same as that of the write that waits for it.
    writer.closed.catch(() => undefined);
    for await (const piece of content ?? []) await writer.write(piece);
    await writer.close();
  }
  controller.finalize();
}

/**
 * Says a name in full, where the old header has no place or no alphabet for it. The packer would split a long name of a
 * folder at its last slash, and engines refuse the empty name that is left.
 */
function extended({ name, linkname = "" }: Pick<ArchiveEntry, "name" | "linkname">): {
  pax?: Record<string, string>;
} {
  const pax = {
    ...(fitsOldHeader(name) ? {} : { path: name }),
    ...(fitsOldHeader(linkname) ? {} : { linkpath: linkname }),
  };
  return Object.keys(pax).length > 0 ? { pax } : {};
}

function fitsOldHeader(name: string): boolean {
  return name.length <= 100 && /^[ -~]*$/.test(name);
}

/** The format's number has no sign. */
function representable(mtime: Date): Date {
  return mtime.getTime() >= 0 ? mtime : new Date(0);
}
