import type { Action } from "../action.js";
import { catalogue } from "../catalogue.js";
import type { Field } from "../field.js";
import { formInputs } from "./form-input.js";
import { about, defaultVersion, type ManifestOptions } from "./manifest-options.js";
import { settingForm } from "./setting-form.js";
import { type SplunkOutput, splunkOutput } from "./splunk-output.js";
import { type SplunkParameter, splunkParameter } from "./splunk-parameter.js";

/**
 * The JSON of a Splunk SOAR app. Its id is that of no other app: one that is installed already stays beside it. Members of your
 * own, such as another id or a logo, go over it: `{ ...splunkManifest(), publisher: "Example" }`.
 */
export function splunkManifest({
  actions = catalogue,
  version = defaultVersion,
}: ManifestOptions = {}): SplunkManifest {
  return {
    appid: "0d3c5f0e-6d0b-4b6e-9a53-6f1f4f0a7c21",
    name: "Docker Engine",
    description: about,
    type: "virtualization",
    product_vendor: "Docker",
    product_name: "Docker Engine",
    product_version_regex: ".*",
    publisher: "docker-engine-sdk",
    license: "Apache-2.0",
    app_version: version,
    package_name: "phantom_docker_engine",
    main_module: "splunk_connector.py",
    python_version: "3",
    min_phantom_version: "5.0.0",
    logo: "logo.svg",
    logo_dark: "logo_dark.svg",
    configuration: configuration(),
    actions: actions.map(splunkAction),
  };
}

export interface SplunkManifest {
  readonly appid: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly product_vendor: string;
  readonly product_name: string;
  readonly product_version_regex: string;
  readonly publisher: string;
  readonly license: string;
  readonly app_version: string;
  readonly package_name: string;
  readonly main_module: string;
  readonly python_version: string;
  readonly min_phantom_version: string;
  readonly logo: string;
  readonly logo_dark: string;
  readonly configuration: Readonly<Record<string, SplunkParameter>>;
  readonly actions: readonly SplunkAction[];
}

export interface SplunkAction {
  readonly action: string;
  readonly identifier: string;
  readonly description: string;
  readonly type: "test" | "investigate" | "generic";
  readonly read_only: boolean;
  readonly parameters: Readonly<Record<string, SplunkParameter>>;
  readonly output: readonly SplunkOutput[];
  readonly render?: { readonly type: "table" };
  readonly versions: "EQ(*)";
}

function configuration(): Record<string, SplunkParameter> {
  return Object.fromEntries(
    settingForm("splunk").map(({ name, field, required }, order) => [
      name,
      { ...splunkParameter(field, order), required },
    ]),
  );
}

function splunkAction(action: Action): SplunkAction {
  const { name, description, effect, platforms } = action;
  const known = platforms.splunk;
  const type = known?.type ?? (effect.readOnly ? "investigate" : "generic");
  // The test of an asset has no form and no table.
  const isTest = type === "test";
  const inputs = isTest ? [] : formInputs("splunk", action.input);
  return {
    action: known?.action ?? name.replaceAll("_", " "),
    identifier: known?.identifier ?? name,
    description,
    type,
    read_only: effect.readOnly,
    parameters: Object.fromEntries(
      inputs.map(({ name, field }, order) => [
        name,
        { ...splunkParameter(field, order), ...contextual(field) },
      ]),
    ),
    output: isTest ? [] : splunkOutput(action, inputs),
    ...(!isTest && { render: { type: "table" } }),
    versions: "EQ(*)",
  };
}

/** What leads from a value in a result to the actions that take one. */
function contextual({ entity, required }: Field): Pick<SplunkParameter, "contains" | "primary"> {
  if (entity === undefined) return {};
  return { contains: [`docker ${entity} id`], ...(required && { primary: true }) };
}
