import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Recording } from "../../src/testing/recording.js";

/** A place for a recording, gone with the test. */
export async function recordingFile() {
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  const file = join(folder, "recording.json");
  const text = () => readFile(file, "utf8");
  return {
    file,
    text,
    recording: async () => JSON.parse(await text()) as Recording,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
