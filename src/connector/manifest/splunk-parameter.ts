import type { Field } from "../field.js";
import { checkboxStart } from "./form-input.js";
import { described, formDefault } from "./words.js";

/** A field of a form of Splunk SOAR: a parameter, or a setting of an asset. */
export interface SplunkParameter {
  readonly description: string;
  readonly data_type: "string" | "numeric" | "boolean" | "password";
  readonly required: boolean;
  readonly order: number;
  readonly default?: string | number | boolean;
  readonly value_list?: readonly string[];
  readonly contains?: readonly string[];
  readonly primary?: true;
}

export function splunkParameter(field: Field, order: number): SplunkParameter {
  const { kind, required, secret, default: fallback } = field;
  const common = { description: described(field), required, order };
  if (kind === "boolean") {
    const start = checkboxStart(field);
    return start === undefined
      ? { ...common, data_type: "string", value_list: ["true", "false"] }
      : { ...common, data_type: "boolean", default: start };
  }
  return {
    ...common,
    data_type: secret ? "password" : kind === "integer" || kind === "number" ? "numeric" : "string",
    ...(fallback !== undefined && { default: formDefault(fallback) }),
    ...(kind === "choice" && field.options && { value_list: field.options }),
  };
}
