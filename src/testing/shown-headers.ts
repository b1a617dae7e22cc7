import type { IncomingHttpHeaders } from "node:http";
import { isSecretVariable } from "../client/secret-names.js";

/** Headers as they may be shown and kept: those that hold credentials without their values. */
export function shownHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecret(name) ? "(hidden)" : String(value)]),
  );
}

function isSecret(name: string): boolean {
  // Cookies, and all that have to do with who asks: `WWW-Authenticate`, `X-Authenticated-User`.
  return /auth|cookie/i.test(name) || isSecretVariable(name);
}
