import { describe, expect, test } from "vitest";
import type { OperationFacts } from "../../generated/operations.js";
import { checkBody, checkSpan } from "../../src/client/availability.js";
import { UnsupportedVersionError } from "../../src/errors.js";

const facts: OperationFacts = {
  method: "POST",
  path: "/containers/create",
  answer: "json",
  fields: {
    "Healthcheck.StartInterval": { since: 44 },
    "HostConfig.KernelMemory": { until: 41 },
    "HostConfig.Mounts[].BindOptions.CreateMountpoint": { since: 42 },
    "NetworkingConfig.EndpointsConfig{}.DNSNames": { since: 44 },
  },
};

const check = (body: unknown, minor: number) => checkBody("ContainerCreate", facts, body, minor);

describe("checkSpan", () => {
  test.each([
    [{}, 40],
    [{ since: 42 }, 42],
    [{ until: 42 }, 42],
    [{ since: 41, until: 43 }, 42],
  ])("lets %j pass in v1.%i", (span, minor) => {
    expect(() => checkSpan(span, minor, "it")).not.toThrow();
  });

  test("says since when something is there, and which version is spoken", () => {
    expect(() => checkSpan({ since: 42 }, 41, "VolumeUpdate")).toThrow(UnsupportedVersionError);
    expect(() => checkSpan({ since: 42 }, 41, "VolumeUpdate")).toThrow(
      "VolumeUpdate needs API v1.42 or newer, but this client speaks v1.41",
    );
  });

  test("says until when something was there", () => {
    expect(() => checkSpan({ until: 44 }, 45, "filter is-automated")).toThrow(
      "filter is-automated went away after API v1.44, but this client speaks v1.45",
    );
  });
});

describe("checkBody", () => {
  test("refuses a field that the version does not have yet, by its path", () => {
    expect(() => check({ Healthcheck: { StartInterval: 5 } }, 43)).toThrow(UnsupportedVersionError);
    expect(() => check({ Healthcheck: { StartInterval: 5 } }, 43)).toThrow(
      "field Healthcheck.StartInterval of ContainerCreate needs API v1.44",
    );
    expect(() => check({ Healthcheck: { StartInterval: 5 } }, 44)).not.toThrow();
  });

  test("refuses a field that the version has no more", () => {
    expect(() => check({ HostConfig: { KernelMemory: 1 } }, 42)).toThrow("went away after API v1.41");
    expect(() => check({ HostConfig: { KernelMemory: 1 } }, 41)).not.toThrow();
  });

  test("looks into every entry of a list", () => {
    const Mounts = [{ Type: "bind" }, { BindOptions: { CreateMountpoint: true } }];
    expect(() => check({ HostConfig: { Mounts } }, 41)).toThrow(
      "HostConfig.Mounts[].BindOptions.CreateMountpoint",
    );
    expect(() => check({ HostConfig: { Mounts: Mounts.slice(0, 1) } }, 41)).not.toThrow();
  });

  test("looks into every value of a map", () => {
    const EndpointsConfig = { a: {}, b: { DNSNames: ["x"] } };
    expect(() => check({ NetworkingConfig: { EndpointsConfig } }, 43)).toThrow(UnsupportedVersionError);
    expect(() => check({ NetworkingConfig: { EndpointsConfig: { a: {} } } }, 43)).not.toThrow();
  });

  test.each([undefined, null, 0, "", false, [], {}])("lets %j pass, which asks for nothing", (value) => {
    expect(() => check({ Healthcheck: { StartInterval: value } }, 43)).not.toThrow();
  });

  test.each([undefined, null, "text", 5, [], { Healthcheck: null }, { HostConfig: { Mounts: null } }])(
    "finds nothing in %j",
    (body) => {
      expect(() => check(body, 40)).not.toThrow();
    },
  );

  test("takes nothing from a prototype for a field", () => {
    const body = { Healthcheck: Object.create({ StartInterval: 5 }) as unknown };
    expect(() => check(body, 43)).not.toThrow();
  });

  test("does not show the field's value", () => {
    expect(() => check({ Healthcheck: { StartInterval: "hunter2" } }, 43)).not.toThrow(/hunter2/);
  });
});
