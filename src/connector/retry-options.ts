import { type ConnectionErrorCode, InvalidArgumentError } from "../errors.js";
import type { RetryOptions } from "../transport/retry.js";
import { boolean, number, type ValuesOf } from "./field.js";
import { readInput } from "./read-input.js";
import type { Settings } from "./settings.js";

/** How a failed request is repeated. Faults of the settings are added to `faults`. */
export function retryOf(settings: Settings, faults: string[]): RetryOptions {
  const { retryAttempts = 3, retryDelay = 1, retryBackoff, retryOn } = settings;
  const { factor, maxDelay = 30, jitter } = backoffOf(retryBackoff, faults);
  return {
    attempts: retryAttempts + 1,
    minDelay: retryDelay * 1000,
    maxDelay: maxDelay * 1000,
    ...(factor !== undefined && { factor }),
    ...(jitter !== undefined && { jitter }),
    ...(retryOn && { on: retryOn.map((name) => reasonOf(name, faults)) }),
  };
}

const backoffFields = {
  factor: number("How much longer each pause is.", { min: 1 }),
  maxDelay: number("The longest pause in seconds."),
  jitter: boolean("Whether pauses vary."),
};

function backoffOf(raw: object | undefined, faults: string[]): ValuesOf<typeof backoffFields> {
  try {
    return readInput(backoffFields, raw, "retryBackoff") as ValuesOf<typeof backoffFields>; // as its fields say
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    faults.push(error.message);
    return {};
  }
}

/** A status, one of our codes, or what Node calls the same. */
function reasonOf(name: string, faults: string[]): number | ConnectionErrorCode {
  if (/^[1-5]\d\d$/.test(name)) return Number(name);
  const code = codes[name.toUpperCase()];
  if (code === undefined) {
    faults.push(
      `retryOn has ${JSON.stringify(name)}: give statuses, or any of ${Object.keys(codes).join(", ")}.`,
    );
  }
  return code ?? 0;
}

const codes: Readonly<Record<string, ConnectionErrorCode>> = {
  ECONNREFUSED: "CONNECTION_REFUSED",
  ECONNRESET: "CONNECTION_RESET",
  EPIPE: "CONNECTION_RESET",
  ENOTFOUND: "HOST_NOT_FOUND",
  EAI_AGAIN: "HOST_NOT_FOUND",
  EHOSTUNREACH: "HOST_UNREACHABLE",
  ETIMEDOUT: "HOST_UNREACHABLE",
  CONNECTION_REFUSED: "CONNECTION_REFUSED",
  CONNECTION_RESET: "CONNECTION_RESET",
  HOST_NOT_FOUND: "HOST_NOT_FOUND",
  HOST_UNREACHABLE: "HOST_UNREACHABLE",
  CONNECTION_FAILED: "CONNECTION_FAILED",
};
