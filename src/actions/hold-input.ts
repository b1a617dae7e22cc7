import { Readable } from "node:stream";
import type { Input } from "./send-input.js";

/**
 * Holds a Node stream until it is read: what breaks it before, such as a file that is not there, is told by the read and must
 * not end the process. Gives what closes it, whether it was read or not.
 */
export function holdInput(input: Input | undefined): () => void {
  if (!(input instanceof Readable)) return () => undefined;
  input.on("error", () => undefined);
  return () => void input.destroy();
}
