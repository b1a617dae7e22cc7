import { expect } from "vitest";
import type { Envelope, EnvelopeError } from "../../../src/connector/envelope.js";

/** Holds the envelope of a failure against what every one of them says, and against what this one says. */
export function expectFailure(
  envelope: Envelope,
  { message, ...error }: Partial<Omit<EnvelopeError, "message">> & { readonly message?: string | RegExp },
): void {
  expect(envelope).toMatchObject({
    status: "failed",
    data: [],
    summary: {},
    counts: { total: 1, successful: 0 },
    files: [],
    error: { action: envelope.action, message: envelope.message, ...error },
  });
  if (typeof message === "string") expect(envelope.message).toBe(message);
  else if (message) expect(envelope.message).toMatch(message);
  // What a playbook shows: no stack, no page, nothing that went missing on the way.
  expect(envelope.message).not.toBe("");
  expect(envelope.message).not.toMatch(/undefined|\[object|<\/?\w+>|\n\s+at |^\w*Error:/);
  expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
}
