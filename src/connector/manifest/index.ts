/** The catalogue in the form that each platform installs. */

export { type FortisoarManifest, type FortisoarOperation, fortisoarManifest } from "./fortisoar.js";
export type { FortisoarField, FortisoarType } from "./fortisoar-field.js";
export { type JsonSchemaAction, type JsonSchemaManifest, jsonSchemaManifest } from "./json-schema.js";
export type { ManifestOptions } from "./manifest-options.js";
export { type ManifestKind, manifestKinds, manifestText } from "./manifest-text.js";
export { type SplunkAction, type SplunkManifest, splunkManifest } from "./splunk.js";
export type { SplunkOutput } from "./splunk-output.js";
export type { SplunkParameter } from "./splunk-parameter.js";
export {
  type XsoarArgument,
  type XsoarCommand,
  type XsoarManifest,
  type XsoarOptions,
  type XsoarOutput,
  xsoarManifest,
  xsoarYaml,
} from "./xsoar.js";
export type { XsoarSetting } from "./xsoar-configuration.js";
