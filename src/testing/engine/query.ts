import { type Moment, parseMoment } from "./moment.js";
import { Refusal } from "./refusal.js";

/** What an engine takes for no. Everything else is a yes. */
export function flag(query: URLSearchParams, name: string, otherwise = false): boolean {
  const value = query.get(name)?.trim().toLowerCase();
  return value === undefined ? otherwise : !["", "0", "no", "false", "none"].includes(value);
}

/** A whole number; 500 for anything else, as engines answer. */
export function integer(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === "") return undefined;
  if (!/^[+-]?\d+$/.test(value)) {
    throw new Refusal(500, `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
  }
  return Number(value);
}

export function moment(query: URLSearchParams, name: string): Moment | undefined {
  const value = query.get(name);
  if (value === null || value === "" || value === "0") return undefined;
  const parsed = parseMoment(value);
  if (parsed !== undefined) return parsed;
  throw new Refusal(500, `strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`);
}
