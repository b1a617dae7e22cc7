import { randomBytes } from "node:crypto";

/** 64 hexadecimal digits, as everything in an engine is called by. */
export function randomId(): string {
  return randomBytes(32).toString("hex");
}

export function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}
