import { DockerError, InvalidArgumentError } from "../../errors.js";
import { TooLong } from "./bounded-lines.js";

/** A request or, without an id, a notification of JSON-RPC 2.0. */
export interface RpcMessage {
  readonly id: string | number | undefined;
  readonly method: string;
  readonly params: unknown;
}

/** What a broken message is answered with. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** Whose answer it is, where that could be read. */
    readonly id: string | number | null = null,
  ) {
    super(message);
  }
}

/** @throws RpcError without the line, which can hold secrets */
export function readMessage(line: string | TooLong): RpcMessage {
  if (line instanceof TooLong) throw new RpcError(-32600, "The line is too long.");
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RpcError(-32700, "The line is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RpcError(-32600, "The message is no object. Batches are not taken: send one message a line.");
  }
  const { jsonrpc, id, method, params } = value as Readonly<Record<string, unknown>>; // any member can be missing
  const isId = typeof id === "string" || typeof id === "number";
  if (jsonrpc !== "2.0" || typeof method !== "string" || !(id === undefined || isId)) {
    throw new RpcError(
      -32600,
      'The message is no request: it needs "jsonrpc": "2.0", a method, and an id that is a text or a number.',
      isId ? id : null,
    );
  }
  return { id: isId ? id : undefined, method, params };
}

/** The error member of an answer. */
export function errorOf(error: unknown): { code: number; message: string } {
  if (error instanceof RpcError) return { code: error.code, message: error.message };
  const code =
    error instanceof InvalidArgumentError ? -32602 : error instanceof DockerError ? -32000 : -32603;
  return { code, message: error instanceof Error ? error.message : String(error) };
}
