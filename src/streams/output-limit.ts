import { DockerError } from "../errors.js";

/** The error for output that is longer than its reader has said it may be. `option` is the one to raise. */
export function outputLimit(maxBytes: number, option: string): DockerError {
  return new DockerError(
    `The output is longer than ${maxBytes} bytes. Read it as a stream instead, or raise ${option}.`,
    { code: "OUTPUT_LIMIT" },
  );
}
