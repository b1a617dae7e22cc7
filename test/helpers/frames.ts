/** One frame of a multiplexed stream. */
export function frame(stream: keyof typeof types | number, payload: string | Uint8Array = ""): Buffer {
  const data = Buffer.from(payload);
  return Buffer.concat([frameHeader(stream, data.length), data]);
}

/** The header of a frame, for frames whose payload is cut or comes later. */
export function frameHeader(stream: keyof typeof types | number, length: number): Buffer {
  const header = Buffer.alloc(8);
  header[0] = typeof stream === "number" ? stream : types[stream];
  header.writeUInt32BE(length, 4);
  return header;
}

const types = { stdin: 0, stdout: 1, stderr: 2, error: 3 };

/** Cuts bytes into pieces of `size`, each in memory of its own as if read by itself. */
export function pieces(bytes: Uint8Array, size: number): Buffer[] {
  const cut: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size)
    cut.push(copy(bytes.subarray(start, start + size)));
  return cut;
}

/** One network read of a chunked answer: each of `payloads` is an HTTP chunk, all are views of one piece of memory. */
export function httpChunks(payloads: readonly Uint8Array[]): Buffer[] {
  const lines = payloads.map((payload) => Buffer.from(`\r\n${payload.length.toString(16)}\r\n`));
  const memory = copy(
    Buffer.concat(payloads.flatMap((payload, index) => [lines[index] ?? payload, payload])),
  );
  let position = 0;
  return payloads.map((payload, index) => {
    const start = position + (lines[index]?.length ?? 0);
    position = start + payload.length;
    return memory.subarray(start, position);
  });
}

/** Never in Node's pool, as what comes from a socket is not. */
function copy(bytes: Uint8Array): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}
