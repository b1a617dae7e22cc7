import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { catalogue } from "../../../src/connector/catalogue.js";
import { fortisoarManifest } from "../../../src/connector/manifest/fortisoar.js";
import { jsonSchemaManifest } from "../../../src/connector/manifest/json-schema.js";
import { manifestKinds, manifestText } from "../../../src/connector/manifest/manifest-text.js";
import { splunkManifest } from "../../../src/connector/manifest/splunk.js";
import { xsoarManifest } from "../../../src/connector/manifest/xsoar.js";

describe("the text of a manifest", () => {
  test("is a file that holds the manifest, for each kind", () => {
    const manifests = {
      splunk: splunkManifest(),
      fortisoar: fortisoarManifest(),
      xsoar: xsoarManifest(),
      jsonschema: jsonSchemaManifest(),
    };
    for (const kind of manifestKinds) {
      const text = manifestText(kind);
      expect(parse(text)).toEqual(JSON.parse(JSON.stringify(manifests[kind])));
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  test("can be that of a part of the catalogue", () => {
    const actions = catalogue.filter(({ name }) => name === "list_containers");
    expect(JSON.parse(manifestText("splunk", { actions, version: "2.0.0" }))).toMatchObject({
      app_version: "2.0.0",
      actions: [{ identifier: "list_container" }],
    });
    expect(parse(manifestText("xsoar", { actions })).script.commands).toHaveLength(1);
  });
});
