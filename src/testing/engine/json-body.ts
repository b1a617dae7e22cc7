import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** The JSON body of a request. `T` names what may be there: all of it is optional to those who read it. */
export async function jsonBody<T extends object>({ world, exchange }: Call): Promise<Partial<T>> {
  const text = (await exchange.bytes()).toString("utf8");
  const prefix = world.version.era === 20 ? "" : "invalid JSON: ";
  if (text.trim() === "") throw new Refusal(400, `${prefix}got EOF while reading request body`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Partial<T>; // its fields are checked where it matters
  } catch {
    throw new Refusal(400, `${prefix}${isCut(text) ? "unexpected EOF" : "invalid character in the body"}`);
  }
  throw new Refusal(400, `${prefix}json: cannot unmarshal the body into an object`);
}

/** Where the body may be missing. */
export async function optionalBody<T extends object>(call: Call): Promise<Partial<T>> {
  const bytes = await call.exchange.bytes();
  return bytes.length === 0 ? {} : await jsonBody(call);
}

function isCut(text: string): boolean {
  const opened = text.replace(/[^{[]/g, "").length;
  return opened > text.replace(/[^}\]]/g, "").length;
}

/** Refuses a value of another kind with the sentence of Go's reader. */
export function checkKind(
  body: object,
  field: string,
  kinds: readonly ("string" | "object" | "array" | "boolean" | "number")[],
  goType: string,
): void {
  const value = (body as Readonly<Record<string, unknown>>)[field]; // read as what it is, right below
  if (value === undefined || value === null) return;
  const kind = Array.isArray(value) ? "array" : typeof value;
  if ((kinds as readonly string[]).includes(kind)) return;
  const told = kind === "boolean" ? "bool" : kind;
  throw new Refusal(
    400,
    `invalid JSON: json: cannot unmarshal ${told} into Go struct field .${field} of type ${goType}`,
  );
}
