import { describe, expect, expectTypeOf, test } from "vitest";
import { isPlatform, type Platform, platforms } from "../../../src/connector/projection/platform.js";
import { project } from "../../../src/connector/projection/project.js";
import type { SplunkProjection } from "../../../src/connector/projection/splunk.js";
import { envelope } from "./envelopes.js";

describe("a projection", () => {
  test.each<[Platform, unknown]>([
    ["splunk", { status: "success", data: [{ Os: "linux" }] }],
    ["fortisoar", { result: { Os: "linux" } }],
    ["xsoar", { results: { outputs_prefix: "Docker.SystemVersion", outputs: { Os: "linux" } } }],
  ])("is the platform's own: %s", (platform, projection) => {
    const got = project(platform, envelope("get_version", { data: [{ Os: "linux" }] }));
    expect(got).toMatchObject(projection as object);
    expect(JSON.parse(JSON.stringify(got))).toEqual(got);
    expectTypeOf(project("splunk", envelope("ping"))).toEqualTypeOf<SplunkProjection>();
  });

  test("is there for these platforms and no other", () => {
    expect(platforms.every(isPlatform)).toBe(true);
    for (const other of ["", "Splunk", "toString", undefined, null, 1]) expect(isPlatform(other)).toBe(false);
  });
});
