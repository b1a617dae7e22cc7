import type { OperationFacts } from "../../generated/operations.js";
import { ProtocolError } from "../errors.js";
import type { HttpAnswer } from "../transport/http.js";

/** What a success says: parsed JSON, or text; undefined where it says nothing, or says it as a stream. */
export function answerData({ answer: kind }: OperationFacts, answer: HttpAnswer): unknown {
  if (answer.bytes.length === 0) return undefined;
  return kind === "json" ? answerJson(answer) : asText(answer.bytes);
}

/** @throws ProtocolError for what is no JSON */
export function answerJson({ bytes, headers }: HttpAnswer): unknown {
  try {
    return JSON.parse(asText(bytes));
  } catch {
    // The parser's error quotes the text, which may be a secret's data: it is no cause.
    const { "content-type": type = "not given", "content-encoding": coding } = headers;
    const encoded = coding === undefined ? "" : `, encoded as ${coding}, which nobody asked for`;
    throw new ProtocolError(
      `The engine answered with ${bytes.length} bytes that are no JSON (content type ${type}${encoded}).`,
    );
  }
}

/** A Buffer's own decoder is the fast one, for a ping as for large lists. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
