import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Schema, Spec } from "../../../scripts/spec/model.js";
import { answerSchema } from "./answer-schema.js";

/** Where a body is not what the spec says. The value itself is not told: it may be a secret. */
export interface Mismatch {
  /** Its address in the body, items of arrays as `[]`: `[].NetworkSettings.Networks.bridge.Links`. */
  readonly path: string;
  /** `is null instead of an array`, `is missing` … */
  readonly problem: string;
}

/** Holds bodies against the schemas of one version. */
export class Judge {
  readonly #ajv: Ajv;
  readonly #base: string;
  readonly #known = new WeakMap<Schema, ValidateFunction>();

  constructor({ info, definitions }: Spec) {
    // The schemas are made right here: checking them as well would only take time.
    this.#ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateSchema: false });
    this.#base = `v${info.version}`;
    const converted = Object.entries(definitions).map(([name, schema]) => [name, answerSchema(schema)]);
    this.#ajv.addSchema({ $id: this.#base, definitions: Object.fromEntries(converted) });
  }

  mismatches(schema: Schema, body: unknown): Mismatch[] {
    const validate = this.#known.get(schema) ?? this.#ajv.compile(this.#absolute(answerSchema(schema)));
    this.#known.set(schema, validate);
    if (validate(body)) return [];
    const found = (validate.errors ?? [])
      // The branches of an `if` are reported by what is wrong in them.
      .filter(({ keyword }) => keyword !== "if")
      .map(toMismatch);
    return [...new Map(found.map((mismatch) => [JSON.stringify(mismatch), mismatch])).values()];
  }

  /** Inline schemas stand outside of the document whose definitions they refer to. */
  #absolute<T>(value: T): T {
    const text = JSON.stringify(value).replaceAll('"$ref":"#/', `"$ref":"${this.#base}#/`);
    return JSON.parse(text) as T; // the same value with other references
  }
}

function toMismatch({ keyword, instancePath, params, data, schema }: ErrorObject): Mismatch {
  const path = addressOf(instancePath);
  switch (keyword) {
    case "required":
      return {
        path: [path, String(params.missingProperty)].filter(Boolean).join("."),
        problem: "is missing",
      };
    case "type":
      return { path, problem: `is ${kindOf(data)} instead of ${String(params.type)}` };
    case "enum":
      return { path, problem: `is ${kindOf(data)} that is none of ${JSON.stringify(schema)}` };
    default:
      return { path, problem: `does not keep to ${keyword}` };
  }
}

function addressOf(instancePath: string): string {
  const steps = instancePath.split("/").slice(1);
  const names = steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return names.map((name, index) => (/^\d+$/.test(name) ? "[]" : index === 0 ? name : `.${name}`)).join("");
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
