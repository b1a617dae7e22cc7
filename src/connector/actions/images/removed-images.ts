import { counted } from "../../counted.js";

/** How many names, and how many images with their layers, are gone: as numbers and in words. */
export function removedImages(items: readonly Removed[]): { summary: Removals; words: string } {
  const untagged = items.filter(({ Untagged }) => Untagged !== undefined).length;
  const deleted = items.filter(({ Deleted }) => Deleted !== undefined).length;
  const words = `${counted(untagged, "name")}, ${deleted} image${deleted === 1 ? "" : "s"} and layers`;
  return { summary: { untagged, deleted }, words };
}

interface Removed {
  readonly Untagged?: unknown;
  readonly Deleted?: unknown;
}

type Removals = { readonly untagged: number; readonly deleted: number };
