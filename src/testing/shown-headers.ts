import type { IncomingHttpHeaders } from "node:http";

/** Headers as they may be shown and kept: those that hold credentials without their values. */
export function shownHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecret(name) ? "(hidden)" : String(value)]),
  );
}

function isSecret(name: string): boolean {
  return /auth|cookie|token|secret|password|credential|api-?key|x-registry/i.test(name);
}
