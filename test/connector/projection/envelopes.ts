import type { Envelope } from "../../../src/connector/envelope.js";

/** An envelope as the connector gives it, with what a test is about. */
export function envelope(action: string, details: Partial<Envelope> = {}): Envelope {
  const data = details.data ?? [];
  return {
    action,
    status: "success",
    message: "It is done.",
    parameters: {},
    data,
    summary: { total: data.length },
    counts: { total: 1, successful: 1 },
    files: [],
    meta: { apiVersion: "1.51", attempts: 1, durationMs: 3, warnings: [], truncated: false },
    ...details,
  };
}

export function failure(action: string, message: string, httpStatus?: number): Envelope {
  return envelope(action, {
    status: "failed",
    message,
    summary: {},
    counts: { total: 1, successful: 0 },
    error: {
      category: "not_found",
      message,
      action,
      retryable: false,
      ...(httpStatus !== undefined && { httpStatus, endpoint: "GET /containers/web/json" }),
    },
  });
}
