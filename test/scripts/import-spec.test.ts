import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { copyOf, type Sandbox } from "./sandbox.js";

const script = "scripts/import-spec.ts";
const official = `swagger: "2.0"
info: { title: Docker Engine API, version: "1.43", description: "Some prose." }
definitions:
  Port:
    type: "object"
    description: "An open port"
    properties:
      IP: { type: "string", description: "Host IP" }
paths: {}
`;

describe("importing an official document", () => {
  let sandbox: Sandbox;

  beforeEach(() => {
    sandbox = copyOf(script, "scripts/spec", "spec/SOURCE.yaml", "spec/v1.43.yaml");
  });

  afterEach(() => sandbox.remove());

  test("is refused when its bytes are not the pinned ones, and changes nothing", {
    timeout: 60_000,
  }, async () => {
    const before = [read("spec/v1.43.yaml"), read("spec/SOURCE.yaml")];
    const { code, stderr } = await sandbox.run(script, give(official));
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/v1\.43\) has sha256 [0-9a-f]{64}, but spec\/SOURCE\.yaml pins [0-9a-f]{64}/);
    expect(stderr).toContain("--pin TAG");
    expect([read("spec/v1.43.yaml"), read("spec/SOURCE.yaml")]).toEqual(before);
  });

  test("is refused for a version that nothing pins", { timeout: 60_000 }, async () => {
    const { code, stderr } = await sandbox.run(script, give(official.replace("1.43", "1.99")));
    expect(code).not.toBe(0);
    expect(stderr).toContain("spec/SOURCE.yaml pins nothing");
    expect(existsSync(join(sandbox.folder, "spec/v1.99.yaml"))).toBe(false);
  });

  test("on purpose pins it, tells what changed and writes the facts without the prose", {
    timeout: 60_000,
  }, async () => {
    const file = give(official);
    const { code, stdout } = await sandbox.run(script, "--pin", "v99.0.0", file);
    expect(code).toBe(0);
    expect(stdout).toContain("v1.43: facts changed");
    expect(stdout).toContain("- definitions.PortBinding.properties.HostIp.type: ");
    expect(parse(read("spec/v1.43.yaml"))).toEqual({
      swagger: "2.0",
      info: { version: "1.43" },
      definitions: { Port: { type: "object", properties: { IP: { type: "string" } } } },
      paths: {},
    });
    const sources = parse(read("spec/SOURCE.yaml"));
    expect(sources["v1.43"]).toMatchObject({ tag: "v99.0.0", path: "docs/api/v1.43.yaml" });
    expect(Object.keys(sources)).toEqual([...Object.keys(sources)].sort());
    // Now it is the pinned one.
    const again = await sandbox.run(script, file);
    expect(again).toMatchObject({ code: 0, stdout: "v1.43: no change\n" });
  });

  test("is refused when it has a key that nobody has judged", { timeout: 60_000 }, async () => {
    const before = [read("spec/v1.43.yaml"), read("spec/SOURCE.yaml")];
    const { code, stderr } = await sandbox.run(
      script,
      "--pin",
      "v99.0.0",
      give(official.replace("An open port", 'An open port"\n    x-novel: "1')),
    );
    expect(code).not.toBe(0);
    expect(stderr).toContain("Port: x-novel");
    expect([read("spec/v1.43.yaml"), read("spec/SOURCE.yaml")]).toEqual(before);
  });

  function give(text: string): string {
    writeFileSync(join(sandbox.folder, "official.yaml"), text);
    return join(sandbox.folder, "official.yaml");
  }

  function read(name: string): string {
    return readFileSync(join(sandbox.folder, name), "utf8");
  }
});
