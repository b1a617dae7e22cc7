import type { OperationFacts } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";
import type { HttpRequest } from "../transport/http.js";

/** A body as it is sent, where there is one. */
export function encodeBody({ body: kind }: OperationFacts, body: unknown): HttpRequest["body"] {
  if (body === undefined) return undefined;
  return kind === "tar" ? tarBody(body) : jsonBody(body);
}

export function jsonBody(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new InvalidArgumentError("The body cannot be written as JSON: it holds a cycle or a bigint.", {
      cause,
    });
  }
}

/** The bytes of an archive, or what gives them, as they are. */
export function tarBody(body: unknown): Uint8Array | AsyncIterable<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body)
    return body as AsyncIterable<Uint8Array>; // what it gives is judged as it comes
  throw new InvalidArgumentError(
    "A tar archive is given as bytes, a stream or an async iterable of bytes; a path is not.",
  );
}
