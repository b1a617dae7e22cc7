import type { ByteSource } from "../streams/byte-source.js";

/** A source as a standard stream, pulled only as it is read. */
export function webStream(source: ByteSource): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunks = await source.read();
        for (const chunk of chunks ?? []) controller.enqueue(chunk);
        if (chunks === null) controller.close();
      },
      cancel: () => source.cancel(),
    },
    { highWaterMark: 0 },
  );
}
