import { fortisoarManifest } from "./fortisoar.js";
import { jsonSchemaManifest } from "./json-schema.js";
import type { ManifestOptions } from "./manifest-options.js";
import { splunkManifest } from "./splunk.js";
import { xsoarYaml } from "./xsoar.js";

/** A manifest as the text of its file. */
export function manifestText(kind: ManifestKind, options: ManifestOptions = {}): string {
  if (kind === "xsoar") return xsoarYaml(options);
  const manifests = { splunk: splunkManifest, fortisoar: fortisoarManifest, jsonschema: jsonSchemaManifest };
  return `${JSON.stringify(manifests[kind](options), null, 2)}\n`;
}

/** The kinds of manifests there are. */
export const manifestKinds = ["splunk", "fortisoar", "xsoar", "jsonschema"] as const;

export type ManifestKind = (typeof manifestKinds)[number];
