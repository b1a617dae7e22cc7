import type { Action } from "../action.js";
import { catalogue } from "../catalogue.js";
import type { Field, Fields } from "../field.js";
import { answersList } from "../projection/answer.js";
import { formInputs } from "./form-input.js";
import { type FortisoarField, fortisoarField } from "./fortisoar-field.js";
import { about, defaultVersion, type ManifestOptions } from "./manifest-options.js";
import { settingForm } from "./setting-form.js";

/** The info.json of a FortiSOAR connector. Members of your own go over it: `{ ...fortisoarManifest(), publisher: "Example" }`. */
export function fortisoarManifest({
  actions = catalogue,
  version = defaultVersion,
}: ManifestOptions = {}): FortisoarManifest {
  return {
    name: "docker-engine",
    version,
    label: "Docker Engine",
    description: about,
    publisher: "docker-engine-sdk",
    cs_approved: false,
    cs_compatible: true,
    help_online: "",
    icon_small_name: "small.png",
    icon_large_name: "large.png",
    category: "Container Services",
    configuration: { fields: configuration() },
    // Its test is a call of its own, which is no operation.
    operations: actions.filter(({ name }) => name !== "test_connectivity").map(operation),
  };
}

export interface FortisoarManifest {
  readonly name: string;
  readonly version: string;
  readonly label: string;
  readonly description: string;
  readonly publisher: string;
  readonly cs_approved: boolean;
  readonly cs_compatible: boolean;
  readonly help_online: string;
  readonly icon_small_name: string;
  readonly icon_large_name: string;
  readonly category: string;
  readonly configuration: { readonly fields: readonly FortisoarField[] };
  readonly operations: readonly FortisoarOperation[];
}

export interface FortisoarOperation {
  readonly operation: string;
  readonly title: string;
  readonly description: string;
  readonly category: "investigation" | "remediation" | "miscellaneous";
  readonly annotation: string;
  readonly parameters: readonly FortisoarField[];
  readonly output_schema: unknown;
  readonly enabled: true;
}

function configuration(): FortisoarField[] {
  return settingForm("fortisoar").map(({ required, ...input }) => {
    const common = fortisoarField({ ...input, field: { ...input.field, required } });
    // Its forms keep certificates and keys as uploaded files.
    return ["clientCert", "clientKey", "caCert"].includes(input.own) ? { ...common, type: "file" } : common;
  });
}

function operation(action: Action): FortisoarOperation {
  const { name, title, description, effect, platforms } = action;
  const operation = platforms.fortisoar?.operation ?? name;
  return {
    operation,
    title,
    description,
    category: effect.readOnly ? "investigation" : effect.destructive ? "remediation" : "miscellaneous",
    annotation: operation,
    parameters: formInputs("fortisoar", action.input).map(fortisoarField),
    output_schema: outputSchema(action),
    enabled: true,
  };
}

/** An example without its values. */
function outputSchema({ name, output }: Action): unknown {
  const { statusCode, ...members } = output;
  const item = emptyOf(members);
  if (statusCode !== undefined) return { result: "", message: "", status_code: "", ...item };
  return answersList(name) ? [item] : item;
}

function emptyOf(output: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(output).map(([name, field]) => [name, emptyValue(field)]));
}

function emptyValue({ kind }: Field): unknown {
  if (["list", "objects", "rows"].includes(kind)) return [];
  return kind === "object" ? {} : "";
}
