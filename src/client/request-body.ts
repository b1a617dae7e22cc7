import { InvalidArgumentError } from "../errors.js";

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
export function tarBody(body: unknown): unknown {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) return body;
  throw new InvalidArgumentError(
    "A tar archive is given as bytes, a stream or an async iterable of bytes; a path is not.",
  );
}
