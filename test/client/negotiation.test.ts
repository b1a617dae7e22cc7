import { describe, expect, test, vi } from "vitest";
import { engineRange } from "../../src/client/engine-range.js";
import { Negotiation, wantedVersion } from "../../src/client/negotiation.js";
import {
  BadRequestError,
  InvalidArgumentError,
  ProtocolError,
  UnsupportedVersionError,
} from "../../src/errors.js";

function asking(newest: number, oldest = 12) {
  return vi.fn(async () => ({ engine: "version 20.10.24", oldest, newest }));
}

const pinnedTo = (version: string) => ({ version, source: "apiVersion" });

const refusal = new BadRequestError("client version 1.44 is too new. Maximum supported API version is 1.41", {
  status: 400,
  method: "GET",
  path: "/v1.44/info",
});

describe("Negotiation", () => {
  test("asks once for many calls at a time, and never again", async () => {
    const ask = asking(43);
    const negotiation = new Negotiation(undefined, ask);
    expect(negotiation.known).toBeUndefined();
    expect(await Promise.all(Array.from({ length: 50 }, () => negotiation.minor()))).toEqual(
      Array(50).fill(43),
    );
    expect(await negotiation.minor()).toBe(43);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(negotiation.known).toBe(43);
  });

  test("does not remember a failure", async () => {
    const ask = asking(43).mockRejectedValueOnce(new Error("no engine"));
    const negotiation = new Negotiation(undefined, ask);
    const first = await Promise.allSettled([negotiation.minor(), negotiation.minor()]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await negotiation.minor()).toBe(43);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test("takes its own newest version with an engine that is newer", async () => {
    expect(await new Negotiation(undefined, asking(99, 44)).minor()).toBe(51);
  });

  test("names both ranges to an engine that is too old", async () => {
    const failure = new Negotiation(undefined, asking(39)).minor();
    await expect(failure).rejects.toThrow(UnsupportedVersionError);
    await expect(failure).rejects.toThrow(
      "This client speaks API v1.40 to v1.51; the engine (version 20.10.24) takes v1.12 to v1.39. Update the engine.",
    );
  });

  test("names both ranges to an engine that is too new", async () => {
    await expect(new Negotiation(undefined, asking(70, 60)).minor()).rejects.toThrow(
      "This client speaks API v1.40 to v1.51; the engine (version 20.10.24) takes v1.60 to v1.70. Update this package.",
    );
  });

  test.each(["1.43", "v1.43"])("asks nobody when it is set to %s", async (version) => {
    const ask = asking(51);
    expect(await new Negotiation(pinnedTo(version), ask).minor()).toBe(43);
    expect(ask).not.toHaveBeenCalled();
  });

  test.each(["", "1", "1.x", "43", "1.43.0", " 1.43", "latest", "2.0", "1.43\n", "1.99999999999"])(
    "refuses to be set to %j",
    (version) => {
      expect(() => new Negotiation(pinnedTo(version), asking(51))).toThrow(InvalidArgumentError);
      expect(() => new Negotiation(pinnedTo(version), asking(51))).toThrow(
        `apiVersion is ${JSON.stringify(version)}; give an API version such as "1.43".`,
      );
    },
  );

  test.each([1.43 as never, null as never])("refuses to be set to %s, which is no text", (version) => {
    expect(() => new Negotiation({ version, source: "apiVersion" }, asking(51))).toThrow(
      InvalidArgumentError,
    );
  });

  test.each(["1.39", "1.52"])("refuses to be set to %s, which this package does not speak", (version) => {
    expect(() => new Negotiation(pinnedTo(version), asking(51))).toThrow(
      "this package speaks v1.40 to v1.51",
    );
  });

  test("says what the engine takes when it refuses the version that was set", async () => {
    const error = await new Negotiation(pinnedTo("1.44"), asking(41)).refused(refusal);
    expect(error).toBeInstanceOf(UnsupportedVersionError);
    expect(error.message).toBe(
      "This client is set to API v1.44; the engine (version 20.10.24) takes v1.12 to v1.41, this package speaks v1.40 to v1.51. Choose a version that both have, or leave the choice to the client.",
    );
    expect(error.cause).toBe(refusal);
  });

  test("agrees anew after an engine has taken an agreement back", async () => {
    const ask = asking(44);
    const negotiation = new Negotiation(undefined, ask);
    await negotiation.minor();
    ask.mockResolvedValue({ engine: "version 20.10.24", oldest: 12, newest: 41 });
    const error = await negotiation.refused(refusal);
    expect(error.message).toContain("takes API v1.12 to v1.41 now, and no more the v1.44 that was agreed on");
    expect(await negotiation.minor()).toBe(41);
  });

  test("keeps the refusal where the engine says no more", async () => {
    const ask = asking(41).mockRejectedValue(new Error("gone"));
    const error = await new Negotiation(pinnedTo("1.44"), ask).refused(refusal);
    expect(error).toBeInstanceOf(UnsupportedVersionError);
    expect(error.message).toContain(refusal.message);
    expect(error.cause).toBe(refusal);
  });
});

describe("wantedVersion", () => {
  test("takes the option before DOCKER_API_VERSION, and `auto` for none", () => {
    const environment = { DOCKER_API_VERSION: "1.41" };
    expect(wantedVersion("1.43", environment)).toEqual({ version: "1.43", source: "apiVersion" });
    expect(wantedVersion("auto", environment)).toBeUndefined();
    expect(wantedVersion(undefined, environment)).toEqual({ version: "1.41", source: "DOCKER_API_VERSION" });
    expect(wantedVersion(undefined, {})).toBeUndefined();
    expect(wantedVersion(undefined, { DOCKER_API_VERSION: "" })).toBeUndefined();
  });

  test("does not take an empty option for none", () => {
    expect(wantedVersion("", {})).toEqual({ version: "", source: "apiVersion" });
  });

  test("lets a bad DOCKER_API_VERSION be named", () => {
    const wanted = wantedVersion(undefined, { DOCKER_API_VERSION: "newest" });
    expect(() => new Negotiation(wanted, asking(51))).toThrow('DOCKER_API_VERSION is "newest"');
  });
});

describe("engineRange", () => {
  test("reads what an engine says", () => {
    expect(engineRange({ ApiVersion: "1.51", MinAPIVersion: "1.24", Version: "28.5.2" })).toEqual({
      engine: "version 28.5.2",
      oldest: 24,
      newest: 51,
    });
  });

  test.each([undefined, ""])("takes an engine whose oldest version is %j to take all", (MinAPIVersion) => {
    expect(engineRange({ ApiVersion: "1.41", MinAPIVersion })).toEqual({
      engine: "of unknown version",
      oldest: 0,
      newest: 41,
    });
  });

  test.each([
    null,
    undefined,
    {},
    [],
    "OK",
    { ApiVersion: 1.41 },
    { ApiVersion: "2.0" },
    { ApiVersion: "1.41", MinAPIVersion: "x" },
  ])("doubts that %j is the answer of an engine", (answer) => {
    expect(() => engineRange(answer)).toThrow(ProtocolError);
    expect(() => engineRange(answer)).toThrow("is this a Docker engine?");
  });
});
