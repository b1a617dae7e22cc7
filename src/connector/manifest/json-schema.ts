import type { Action, Category, Effect } from "../action.js";
import { catalogue } from "../catalogue.js";
import { inputSchema, type JsonSchema, outputSchema, settingsSchema } from "../json-schema.js";
import { defaultVersion, type ManifestOptions } from "./manifest-options.js";

/** The catalogue as data for any other platform: what each action is called, does, takes and gives, in JSON Schema. */
export function jsonSchemaManifest({
  actions = catalogue,
  version = defaultVersion,
}: ManifestOptions = {}): JsonSchemaManifest {
  return {
    name: "docker-engine-sdk",
    version,
    configuration: settingsSchema(),
    actions: actions.map(described),
  };
}

export interface JsonSchemaManifest {
  readonly name: string;
  readonly version: string;
  readonly configuration: JsonSchema;
  readonly actions: readonly JsonSchemaAction[];
}

export interface JsonSchemaAction extends Effect {
  readonly name: string;
  /** Further names that it can be asked for by. */
  readonly aliases: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly category: Category;
  readonly since?: string;
  readonly input: JsonSchema;
  /** Of each item of the data. */
  readonly output: JsonSchema;
}

function described(action: Action): JsonSchemaAction {
  const { name, title, description, category, effect, since, platforms, aliases = [] } = action;
  const { splunk, fortisoar, xsoar } = platforms;
  const theirs = [splunk?.action, splunk?.identifier, fortisoar?.operation, xsoar?.command, ...aliases];
  const others = theirs.filter((other) => other !== undefined && other !== name);
  return {
    name,
    aliases: [...new Set(others)] as readonly string[], // the filter left out what is undefined
    title,
    description,
    category,
    ...effect,
    ...(since !== undefined && { since }),
    input: inputSchema(action),
    output: outputSchema(action),
  };
}
