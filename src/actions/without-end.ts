import { Writable } from "node:stream";

/**
 * A way to the input of a TTY whose end stays here: when the input of a TTY ends, engines cut its output too. What fails or
 * closes on one side does so on the other.
 */
export function withoutEnd(stdin: Writable): Writable {
  const way = new Writable({
    write(chunk: Buffer, _, done) {
      stdin.write(chunk, done);
    },
    destroy(error, done) {
      if (error) stdin.destroy(error);
      done(error);
    },
  });
  // The reader of the output learns of it.
  way.on("error", () => undefined);
  stdin.once("close", () => way.destroy());
  return way;
}
