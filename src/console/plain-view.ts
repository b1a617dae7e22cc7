import type { Writable } from "node:stream";
import type { ProgressView } from "./progress-view.js";

/** Writes a line for each change, as a log has it. */
export function plainView(output: Writable): ProgressView {
  return {
    changed(lines) {
      if (lines.length > 0 && output.writable) output.write(`${lines.join("\n")}\n`);
    },
    end() {},
  };
}
