import type { CallOptions } from "../../client/call-options.js";
import type { ActionContext, Outcome } from "../action.js";
import { counted } from "../counted.js";
import { integer, text } from "../field.js";
import type { SavedFile } from "../files.js";

/** What actions give that save an archive. */
export const savedFields = {
  name: text("Name of the file.", { required: true }),
  path: text("Where it lies.", { required: true }),
  size: integer("Its size in bytes.", { required: true }),
  sha256: text("Its SHA-256 in hexadecimal digits.", { required: true }),
  mediaType: text("What it is: application/x-tar.", { required: true }),
};

/** Saves an archive as it comes. It may take long; where the engine falls silent in it, it is given up. */
export async function saveTar(
  open: (call: CallOptions) => AsyncIterable<Uint8Array>,
  { name, path, what }: { name: string; path: string | undefined; what: string },
  { call, settings, sink }: ActionContext,
): Promise<Outcome<SavedFile>> {
  const limit = (settings.timeout ?? 60) * 1000;
  const archive = open({ ...call, timeout: { headers: limit, idle: limit } });
  const saved = await sink.save(name, archive, { mediaType: "application/x-tar", path, signal: call.signal });
  return {
    data: [saved],
    message: `Saved ${what} to ${saved.path}, ${counted(saved.size, "byte")}.`,
    summary: { size: saved.size },
  };
}
