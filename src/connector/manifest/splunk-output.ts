import type { Action } from "../action.js";
import type { Field } from "../field.js";
import { answersList, answersStatus } from "../projection/answer.js";
import { checkboxStart, type FormInput } from "./form-input.js";

/** Something that playbooks of Splunk SOAR can read from a result; one with a column stands in its table. */
export interface SplunkOutput {
  readonly data_path: string;
  readonly data_type: "string" | "numeric" | "boolean" | "password";
  readonly contains?: readonly string[];
  readonly example_values?: readonly (string | number)[];
  readonly column_name?: string;
  readonly column_order?: number;
}

export function splunkOutput(action: Action, inputs: readonly FormInput[]): readonly SplunkOutput[] {
  const columns = new Columns();
  const parameters = inputs.map(({ name, field }) => ({
    data_path: `action_result.parameter.${name}`,
    data_type: field.secret ? "password" : parameterType(field),
    ...contains(field),
    ...(field.required && columns.next(name)),
  })) satisfies SplunkOutput[];
  return [
    ...parameters,
    ...dataOutputs(action, columns),
    {
      data_path: "action_result.status",
      data_type: "string",
      example_values: ["success", "failed"],
      ...columns.place("Status"),
    },
    { data_path: "action_result.message", data_type: "string" },
    ...summaryOutputs(action),
    { data_path: "summary.total_objects", data_type: "numeric", example_values: [1] },
    { data_path: "summary.total_objects_successful", data_type: "numeric", example_values: [1] },
  ];
}

/** Where the data stands: under the action's key, if it has one, and there an object, a list of them, or the sentence. */
function dataOutputs({ name, output, platforms }: Action, columns: Columns): SplunkOutput[] {
  const key = platforms.splunk?.dataKey;
  const root = key === undefined ? "action_result.data.*" : `action_result.data.*.${key}`;
  if (key !== undefined && answersStatus(output)) {
    return [{ data_path: root, data_type: "string" }];
  }
  const under = key === "containerStats" ? "action_result.data.*.container" : root;
  const items = Object.entries(output).map(([member, field]) => ({
    data_path: `${under}${key !== undefined && answersList(name) ? ".*" : ""}.${member}`,
    data_type: typeOf(field),
    ...contains(field),
    ...(isShort(field) && columns.next(member)),
  }));
  return under === root ? items : [{ data_path: root, data_type: "string" }, ...items];
}

function summaryOutputs({ platforms }: Action): SplunkOutput[] {
  const key = platforms.splunk?.summaryKey;
  if (key === undefined) return [{ data_path: "action_result.summary", data_type: "string" }];
  const type = key === "export_data" ? "numeric" : "string";
  return [{ data_path: `action_result.summary.${key}`, data_type: type }];
}

function parameterType(field: Field): SplunkOutput["data_type"] {
  return field.kind === "boolean" && checkboxStart(field) === undefined ? "string" : typeOf(field);
}

function typeOf({ kind }: Field): SplunkOutput["data_type"] {
  if (kind === "integer" || kind === "number") return "numeric";
  return kind === "boolean" ? "boolean" : "string";
}

function contains({ entity }: Field): Pick<SplunkOutput, "contains"> {
  return entity === undefined ? {} : { contains: [`docker ${entity} id`] };
}

function isShort({ kind, secret }: Field): boolean {
  return !secret && ["text", "integer", "number", "boolean", "list", "choice", "time"].includes(kind);
}

/** Gives the first few their places in the table, from left to right, and the status the last one. */
class Columns {
  #order = 0;

  next(name: string): Pick<SplunkOutput, "column_name" | "column_order"> {
    return this.#order < 6 ? this.place(name) : {};
  }

  place(name: string): Pick<SplunkOutput, "column_name" | "column_order"> {
    return { column_name: name, column_order: this.#order++ };
  }
}
