/** A frame as a server sends it: not masked. `first` is its first byte, in place of a whole frame of that opcode. */
export function serverFrame(
  opcode: number,
  payload: string | Uint8Array = "",
  first = 0x80 | opcode,
): Buffer {
  const data = Buffer.from(payload);
  const size = data.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = size < 126 ? size : size < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, data]);
}

export function closeFrame(code?: number, reason = ""): Buffer {
  if (code === undefined) return serverFrame(8);
  return serverFrame(8, Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]));
}

/** The whole frames that a client has sent, unmasked. */
export function clientFrames(bytes: Buffer): ClientFrame[] {
  const frames: ClientFrame[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [first = 0, second = 0] = bytes.subarray(at);
    if ((second & 0x80) === 0) throw new Error("a frame without a mask");
    const size = second & 0x7f;
    const extended = size < 126 ? 0 : size === 126 ? 2 : 8;
    const length =
      extended === 0
        ? size
        : extended === 2
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    const start = at + 2 + extended + 4;
    if (start + length > bytes.length) return frames;
    const mask = bytes.subarray(start - 4, start);
    const payload = Buffer.from(bytes.subarray(start, start + length));
    payload.forEach((byte, index) => {
      payload[index] = byte ^ (mask[index % 4] ?? 0);
    });
    frames.push({ first, mask, payload });
    at = start + length;
  }
  return frames;
}

export interface ClientFrame {
  readonly first: number;
  readonly mask: Buffer;
  readonly payload: Buffer;
}
