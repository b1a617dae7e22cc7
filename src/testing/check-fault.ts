import { type OutgoingHttpHeaders, validateHeaderName, validateHeaderValue } from "node:http";
import { InvalidArgumentError } from "../errors.js";
import type { FaultOptions } from "./faults.js";
import { checkedOperation } from "./operation-of.js";

/** @throws InvalidArgumentError for a fault that says nothing, or what cannot be done: such a one would never be seen */
export function checkFault(fault: FaultOptions): void {
  const { operation, path, times, after, delay, status, headers, split } = fault;
  if (operation !== undefined) checkedOperation(operation);
  if (path !== undefined && (!path.startsWith("/") || /^\/v\d/.test(path))) {
    throw new InvalidArgumentError(
      `The path of a fault is "${path}"; give one without the version, such as "/containers/{id}/start".`,
    );
  }
  const breaks = (["cut", "reset", "stall"] as const).filter((name) => fault[name] !== undefined);
  if (breaks.length > 1)
    throw new InvalidArgumentError("A fault can be one of cut, reset and stall, not two.");
  if (breaks.length === 0 && [delay, status, split].every((value) => value === undefined)) {
    throw new InvalidArgumentError(
      "A fault without an effect: give one of status, delay, cut, reset, stall and split.",
    );
  }
  checkNumber("times", times, { whole: true, to: Number.MAX_SAFE_INTEGER });
  checkNumber("after", after, { whole: true, to: Number.MAX_SAFE_INTEGER });
  // A timer of Node knows no more.
  checkNumber("delay", delay, { whole: false, to: 2 ** 31 - 1 });
  // Below 200 no answer is over.
  checkNumber("status", status, { whole: true, from: 200, to: 599 });
  for (const name of breaks) checkPlace(name, fault[name]);
  for (const [name, value] of Object.entries(headers ?? {})) checkHeader(name, value);
  const sizes = typeof split === "number" ? [split] : split;
  if (sizes?.length === 0 || sizes?.some((size) => !(Number.isSafeInteger(size) && size > 0))) {
    throw new InvalidArgumentError("The sizes of split must be whole numbers above 0.");
  }
}

function checkNumber(
  name: string,
  value: number | undefined,
  { whole, from = 0, to }: { whole: boolean; from?: number; to: number },
): void {
  if (value === undefined) return;
  const isKind = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isKind && value >= from && value <= to) return;
  const range = to === Number.MAX_SAFE_INTEGER ? `from ${from} on` : `from ${from} to ${to}`;
  throw new InvalidArgumentError(
    `${name} of a fault is ${String(value)}; give a ${whole ? "whole number" : "number"} ${range}.`,
  );
}

function checkPlace(name: "cut" | "reset" | "stall", place: FaultOptions["cut"]): void {
  if (place === true) return;
  // From code without types it may be anything.
  const { head, body, ...others } = Object(place) as Record<string, unknown>;
  const bytes = head ?? body;
  const isOne = (head === undefined) !== (body === undefined) && Object.keys(others).length === 0;
  if (isOne && Number.isSafeInteger(bytes) && Number(bytes) >= 0) return;
  throw new InvalidArgumentError(
    `${name} of a fault must be true, { head } or { body }, with a whole number of bytes from 0 on.`,
  );
}

function checkHeader(name: string, value: OutgoingHttpHeaders[string]): void {
  try {
    validateHeaderName(name);
    for (const item of [value].flat()) {
      if (item !== undefined) validateHeaderValue(name, String(item));
    }
  } catch {
    // The value is not shown: it may be a secret.
    throw new InvalidArgumentError(
      `The header ${JSON.stringify(name)} of a fault has characters that a header may not have, such as a space in its name or a line end.`,
    );
  }
}
