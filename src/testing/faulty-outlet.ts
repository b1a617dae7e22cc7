import { setImmediate } from "node:timers/promises";
import type { Outlet } from "./wire.js";

/** Sends an answer through the next outlet in pieces, up to the place where it breaks. */
export function faultyOutlet(next: Outlet, { split, at, happen, keepsOpen }: OutletFault): Outlet {
  const sizes = typeof split === "number" ? [split] : (split ?? []);
  const reach = at && reachOf(at, keepsOpen);
  let turn = 0;
  let broken = false;

  const send = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      next(bytes, (error) => (error ? reject(error) : resolve()));
    });

  async function sendAll(bytes: Buffer): Promise<void> {
    for (let start = 0; start < bytes.length; turn++) {
      const size = sizes.length > 0 ? (sizes[turn % sizes.length] ?? 1) : bytes.length;
      await send(bytes.subarray(start, start + size));
      start += size;
      // By itself, as far as the network leaves it so.
      if (sizes.length > 0) await setImmediate();
    }
  }

  return (bytes, done) => {
    // Nothing more is sent, and whoever writes waits until the connection is gone.
    if (broken) return;
    const allowed = reach?.(bytes);
    if (allowed === undefined) {
      sendAll(bytes).then(() => done(), done);
      return;
    }
    broken = true;
    sendAll(bytes.subarray(0, allowed)).then(happen, done);
  };
}

export interface OutletFault {
  /** The sizes of the pieces, in turn. */
  readonly split?: number | readonly number[] | undefined;
  readonly at?: Place | undefined;
  /** Whether the connection outlives the break. An answer that ends at the place is complete then, and the next one must come. */
  readonly keepsOpen: boolean;
  /** Breaks the answer, there. */
  readonly happen: () => void;
}

/** After so many bytes of the answer's head, or after its head and so many bytes of its body. */
export type Place = { readonly head: number } | { readonly body: number };

/** Gives how much of the next bytes comes before the place, once it is in them. */
function reachOf(at: Place, keepsOpen: boolean): (bytes: Buffer) => number | undefined {
  let before = 0;
  let place = "head" in at ? at.head : undefined;
  let head = "";
  return (bytes) => {
    if (place === undefined && "body" in at) {
      head += bytes.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end >= 0) place = end + 4 + at.body;
    }
    const after = before + bytes.length;
    if (place !== undefined && (after > place || (after === place && !keepsOpen))) return place - before;
    before = after;
    return undefined;
  };
}
