/** What goes wrong with an answer. */
export interface Fault {
  /** What is said in the engine's place, which never hears of the call; the connection stays good. */
  readonly instead?: string;
  /** What the head becomes. */
  readonly head?: (head: string) => string;
  /** Where the answer breaks off … */
  readonly at?: Place;
  /** … and what happens there. */
  readonly by?: "cut" | "reset" | "stall" | "half-close" | Uint8Array;
  /** Every byte is written by itself. */
  readonly drip?: boolean;
  /** Called when the answer breaks off; `isOpen` tells as long as the client has not closed the connection. */
  readonly reached?: (isOpen: () => boolean) => void;
}

/** The first byte of an answer that does not come any more, once it is known from what has come. */
export type Place = (seen: Buffer) => number | undefined;

export const cut = (at: Place): Fault => ({ at, by: "cut" });
/** Needs TCP. */
export const reset = (at: Place): Fault => ({ at, by: "reset" });
/** Nothing comes any more, and the connection stays. */
export const stall = (at: Place): Fault => ({ at, by: "stall" });
/** The engine's side ends, and the connection stays. */
export const halfClose = (at: Place): Fault => ({ at, by: "half-close" });
export const garbage = (at: Place, bytes: string): Fault => ({ at, by: Buffer.from(bytes, "latin1") });
export const drip: Fault = { drip: true };

/** Behind so many bytes of the answer, whatever they are. */
export const byte =
  (count: number): Place =>
  (seen) =>
    within(seen, count);

/** In the middle of the first header's name. */
export const inHeader: Place = (seen) => {
  const line = seen.indexOf("\r\n");
  return line < 0 ? undefined : within(seen, line + 5);
};

/** Behind the head. */
export const behindHead: Place = (seen) => {
  const end = seen.indexOf("\r\n\r\n");
  return end < 0 ? undefined : end + 4;
};

/** Behind so many bytes of the body; the framing of chunks does not count. */
export const inBody =
  (count: number): Place =>
  (seen) => {
    let at = behindHead(seen);
    if (at === undefined) return undefined;
    if (!isChunked(seen)) return within(seen, at + count);
    for (let left = count; ; ) {
      const chunk = chunkAt(seen, at);
      if (chunk === undefined) return undefined;
      if (left <= chunk.size) return within(seen, chunk.start + left);
      left -= chunk.size;
      at = chunk.start + chunk.size + 2;
    }
  };

/** Where the length of the first chunk is expected. Not in answers without chunks. */
export const beforeChunk: Place = (seen) => {
  const start = behindHead(seen);
  return start !== undefined && isChunked(seen) ? start : undefined;
};

/** Behind the first chunk, where the length of the next one is expected. */
export const behindChunk: Place = (seen) => {
  const start = behindHead(seen);
  const first = start === undefined || !isChunked(seen) ? undefined : chunkAt(seen, start);
  return first && within(seen, first.start + first.size + 2);
};

/** A page of a proxy that has lost the engine. */
export function page(status: number, reason: string, headers: Readonly<Record<string, string>> = {}): Fault {
  const body = `<html><head><title>${status} ${reason}</title></head><body><h1>${reason}</h1></body></html>`;
  const lines = Object.entries({
    "Content-Type": "text/html",
    "Content-Length": `${body.length}`,
    ...headers,
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return { instead: `HTTP/1.1 ${status} ${reason}\r\n${head}\r\n${body}` };
}

/** A head with other headers: those of the same name are taken out, and so is one that is a name only. */
export function withHeaders(headers: readonly string[]): Fault {
  const names = new Set(headers.map((header) => header.replace(/:.*/s, "").toLowerCase()));
  return {
    head: (head) => {
      const [status = "", ...lines] = head.trimEnd().split("\r\n");
      const kept = lines.filter((line) => !names.has(line.replace(/:.*/s, "").toLowerCase()));
      return `${[status, ...kept, ...headers.filter((header) => header.includes(":"))].join("\r\n")}\r\n\r\n`;
    },
  };
}

function within(seen: Buffer, at: number): number | undefined {
  return at <= seen.length ? at : undefined;
}

function isChunked(seen: Buffer): boolean {
  return /\r\ntransfer-encoding: chunked\r\n/i.test(seen.toString("latin1", 0, seen.indexOf("\r\n\r\n") + 2));
}

/** The chunk whose length stands at a place; nothing where it has not come, and none is behind the last one. */
function chunkAt(seen: Buffer, at: number): { start: number; size: number } | undefined {
  const end = seen.indexOf("\r\n", at);
  const size = end < 0 ? 0 : Number.parseInt(seen.toString("latin1", at, end), 16);
  return size > 0 ? { start: end + 2, size } : undefined;
}
