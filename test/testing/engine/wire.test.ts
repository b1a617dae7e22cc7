import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../../src/errors.js";
import { startTestEngine, type TestEngine } from "../../../src/testing/start-test-engine.js";
import { EngineWire } from "../../engine/conformance/engine-wire.js";

describe.each([
  { apiVersion: "1.41", engineVersion: "20.10.24", invalid: "Invalid", oldest: "1.12" },
  { apiVersion: "1.45", engineVersion: "26.1.5", invalid: "invalid", oldest: "1.24" },
  { apiVersion: "1.51", engineVersion: "28.5.2", invalid: "invalid", oldest: "1.24" },
])("the test engine as $engineVersion", ({ apiVersion, engineVersion, invalid, oldest }) => {
  let engine: TestEngine;
  let wire: EngineWire;
  beforeAll(async () => {
    engine = await startTestEngine({ apiVersion, images: ["alpine:3"] });
    wire = await EngineWire.to(engine);
  });
  afterAll(async () => {
    wire.close();
    await engine.stop();
  });
  const ask = async (method: string, path: string, body?: unknown) => {
    const bytes =
      body === undefined ? undefined : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const answer = await wire.ask({ method, path, body: bytes, contentType: "application/json" });
    return `${answer.status} ${answer.bytes.toString("utf8")}`.trim();
  };
  const told = (message: string) => JSON.stringify({ message });

  test("says what it is", async () => {
    expect(await ask("GET", "/_ping")).toBe("200 OK");
    expect(await ask("HEAD", "/_ping")).toBe("200");
    const version = await ask("GET", "/version");
    expect(version).toContain(
      `"Version":"${engineVersion}","ApiVersion":"${apiVersion}","MinAPIVersion":"${oldest}"`,
    );
  });

  test("refuses API versions that are too new or too old", async () => {
    expect(await ask("GET", "/v1.99/info")).toBe(
      `400 ${told(`client version 1.99 is too new. Maximum supported API version is ${apiVersion}`)}`,
    );
    const old = `client version 1.1 is too old. Minimum supported API version is ${oldest}, please upgrade your client to a newer version`;
    expect(await ask("GET", "/v1.1/info")).toBe(`400 ${apiVersion === "1.45" ? told(old) : old}`);
  });

  test("knows no page that the API does not have", async () => {
    expect(await ask("GET", "/no-such")).toBe(`404 ${told("page not found")}`);
    expect(await ask("PUT", "/containers/json")).toBe(`404 ${told("page not found")}`);
  });

  test("refuses filters and numbers that it cannot read", async () => {
    for (const path of ["/containers/json", "/networks", "/volumes", "/images/json"])
      expect(await ask("GET", `${path}?filters={"bogus":["x"]}`)).toBe(
        `400 ${told(`${invalid} filter 'bogus'`)}`,
      );
    expect(await ask("GET", "/containers/json?filters=xx")).toBe(`400 ${told("invalid filter")}`);
    expect(await ask("GET", "/containers/json?limit=abc")).toBe(
      `500 ${told('strconv.Atoi: parsing "abc": invalid syntax')}`,
    );
  });

  test("refuses bodies that it cannot read", async () => {
    const before = apiVersion === "1.41" ? "" : "invalid JSON: ";
    expect(await ask("POST", "/containers/create")).toBe(
      `400 ${told(`${before}got EOF while reading request body`)}`,
    );
    expect(await ask("POST", "/containers/create", '{"Image":"')).toBe(
      `400 ${told(`${before}unexpected EOF`)}`,
    );
  });

  test("takes names of images with their slashes", async () => {
    expect(await ask("POST", "/images/alpine:3/tag?repo=a/b/c&tag=1")).toBe("201");
    expect(await ask("GET", "/images/a/b/c:1/json")).toMatch(/^200 /);
    expect(await ask("GET", "/images/a%2Fb%2Fc%3A1/history")).toMatch(/^200 /);
  });

  test("says which operations it does not offer, and that it is in no swarm", async () => {
    expect(await ask("POST", "/build")).toBe(
      `501 ${told("The test engine does not offer ImageBuild (POST /build). Use a real engine for what needs it.")}`,
    );
    expect(await ask("GET", "/services")).toMatch(/^503 .*This node is not a swarm manager\./);
    expect(await ask("POST", "/services/create", {})).toMatch(/^503 .*This node is not a swarm manager\./);
  });
});

test("an API version that this package does not know is refused", async () => {
  await expect(startTestEngine({ apiVersion: "1.9" })).rejects.toThrow(InvalidArgumentError);
});
