import type { Field } from "../field.js";
import type { XsoarOutput } from "./xsoar.js";

/** The type of an output. Objects and lists have none of their own. */
export function xsoarType({ kind }: Field): XsoarOutput["type"] {
  switch (kind) {
    case "text":
    case "choice":
    case "command":
      return "String";
    case "integer":
    case "number":
      return "Number";
    case "boolean":
      return "Boolean";
    case "time":
      return "Date";
    default:
      return "Unknown";
  }
}
