import { describe, expect, test } from "vitest";
import type { Spec } from "../../../scripts/spec/model.js";
import { atLeast, minor, versionsIn } from "../../../scripts/spec/versions.js";

const specs = ["1.9", "1.40", "1.41", "1.42"].map(
  (version): Spec => ({ info: { version }, definitions: {}, paths: {} }),
);

describe("API versions", () => {
  test("are compared as numbers and not as text", () => {
    expect(atLeast("1.40", "1.9")).toBe(true);
    expect(atLeast("1.9", "1.40")).toBe(false);
    expect(atLeast("1.40", "1.40")).toBe(true);
    expect(minor("1.43")).toBe(43);
  });

  test("refuse what is none", () => {
    for (const text of ["1", "2.1", "v1.40", "1.40.1", ""])
      expect(() => minor(text)).toThrow("no API version");
  });

  test("are taken by an inclusive range, by one version, or all", () => {
    const versions = (range: string | undefined) => versionsIn(specs, range).map(({ info }) => info.version);
    expect(versions("1.40..1.41")).toEqual(["1.40", "1.41"]);
    expect(versions("1.42")).toEqual(["1.42"]);
    expect(versions(undefined)).toEqual(["1.9", "1.40", "1.41", "1.42"]);
  });

  test("refuse a range without any of them", () => {
    expect(() => versionsIn(specs, "1.50..1.51")).toThrow("there is no version in 1.50..1.51");
  });
});
