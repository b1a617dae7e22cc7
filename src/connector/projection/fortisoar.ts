import type { Envelope } from "../envelope.js";
import { answer } from "./answer.js";

/** What an operation of FortiSOAR returns, or the text of the error that it raises. */
export type FortisoarProjection = { readonly result: unknown } | { readonly error: string };

/** The answer as it is. Where there is none, the sentence stands where playbooks look for it. */
export function forFortisoar(envelope: Envelope): FortisoarProjection {
  const { error, message } = envelope;
  if (error === undefined) {
    return {
      result: answer(envelope, (status, added) => ({
        result: message,
        message,
        ...(status && { status_code: status }),
        ...added,
      })),
    };
  }
  const { httpStatus } = error;
  if (httpStatus === undefined) return { error: message };
  return { error: `${titles[httpStatus] ?? `HTTP ${httpStatus}`}: ${message}` };
}

/** Playbooks branch by these words. */
const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Resource not found",
  409: "Conflict",
  500: "Docker Engine internal error",
  503: "Docker Engine unavailable",
};
