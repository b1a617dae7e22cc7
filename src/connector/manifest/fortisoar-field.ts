import type { Field } from "../field.js";
import { checkboxStart, type FormInput } from "./form-input.js";
import { described, formDefault, label } from "./words.js";

/** A field of a form of FortiSOAR. */
export interface FortisoarField {
  readonly title: string;
  readonly name: string;
  readonly type: FortisoarType;
  readonly description: string;
  readonly tooltip: string;
  readonly required: boolean;
  readonly visible: true;
  readonly editable: true;
  readonly value?: string | number | boolean;
  readonly options?: readonly string[];
}

export type FortisoarType =
  | "text"
  | "password"
  | "integer"
  | "checkbox"
  | "select"
  | "multiselect"
  | "datetime"
  | "json"
  | "file";

export function fortisoarField({ own, name, field }: FormInput): FortisoarField {
  const { kind, required, default: fallback, options } = field;
  const description = described(field);
  const common = {
    title: label(own),
    name,
    description,
    tooltip: description,
    required,
    visible: true,
    editable: true,
  } as const;
  if (kind === "boolean") {
    const start = checkboxStart(field);
    return start === undefined
      ? { ...common, type: "select", options: ["true", "false"] }
      : { ...common, type: "checkbox", value: start };
  }
  return {
    ...common,
    type: field.secret ? "password" : types[kind],
    ...(fallback !== undefined && { value: formDefault(fallback) }),
    ...(options && { options }),
  };
}

/** Lists and commands are typed in as text: a form for JSON refuses anything else. */
const types: Readonly<Record<Exclude<Field["kind"], "boolean">, FortisoarType>> = {
  text: "text",
  integer: "integer",
  // It has no kind of field for fractions that every version knows.
  number: "text",
  list: "text",
  command: "text",
  object: "json",
  objects: "json",
  rows: "json",
  filters: "json",
  time: "datetime",
  choice: "select",
  choices: "multiselect",
  file: "text",
};
