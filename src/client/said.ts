import type { OperationFacts, OperationId } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";
import type { HttpAnswer, Upgrade } from "../transport/http.js";
import type { CallKind } from "./call-options.js";

/** What a call says, of whatever operation and version. */
export interface Said {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly options?: unknown;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly kind?: CallKind;
  readonly upgrade?: Upgrade | undefined;
  /** Whether the options have the SDK's names or those on the wire. */
  readonly naming?: "public" | "wire";
}

export interface Answered {
  readonly data: unknown;
  readonly answer: HttpAnswer;
}

/** Whether its answer is read as it arrives. */
export function isStream({ answer }: OperationFacts): boolean {
  return !["json", "empty", "text", "headers"].includes(answer);
}

/** @throws InvalidArgumentError for what is no object */
export function asOptions(options: unknown, operation: OperationId): Readonly<Record<string, unknown>> {
  if (options === undefined || options === null) return {};
  if (typeof options === "object" && !Array.isArray(options)) return options as Record<string, unknown>; // seen just here
  throw new InvalidArgumentError(`the options of ${operation} must be an object, not ${typeof options}.`);
}

export function contentType(
  { body: kind }: OperationFacts,
  body: unknown,
): Record<string, string> | undefined {
  if (body === undefined) return undefined;
  return { "content-type": kind === "tar" ? "application/x-tar" : "application/json" };
}
