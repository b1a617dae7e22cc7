import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { readContext, readContextTls } from "../../src/transport/context.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
});
afterEach(() => home.remove());

const read = (name: string) => readContext(name, "DOCKER_CONTEXT", join(home.path, ".docker"));
const readTls = async (name: string) => readContextTls(await read(name));

describe("readContext", () => {
  it("finds a context in the folder that the CLI gives it", async () => {
    // Seen in a store that the docker CLI wrote for the name "tls".
    const id = "b7e651cbb43ba0ca3498759c8c3596c3a11a199004cd9e5a198d50d4585ec8c5";
    const file = join(home.path, ".docker/contexts/meta", id, "meta.json");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      '{"Name":"tls","Metadata":{},"Endpoints":{"docker":{"Host":"tcp://127.0.0.1:23028","SkipTLSVerify":false}}}',
    );
    expect(await read("tls")).toEqual({
      source: 'context "tls" (DOCKER_CONTEXT)',
      host: "tcp://127.0.0.1:23028",
      skipTlsVerify: false,
      tlsDirectory: join(home.path, ".docker/contexts/tls", id, "docker"),
    });
  });

  it("leaves the host open where the context names none", async () => {
    await home.context("prod", { SkipTLSVerify: false });
    expect((await read("prod")).host).toBeUndefined();
  });

  it("stays inside the store whatever the name is", async () => {
    await expect(read("../../secret")).rejects.toThrow(/contexts\/meta\/[0-9a-f]{64}\/meta\.json/);
  });
});

describe("readContext refuses, naming the context and where it was named and looked for,", () => {
  it("one that does not exist", async () => {
    const error = await read("prod").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(String(error)).toMatch(/context "prod" \(DOCKER_CONTEXT\) does not exist/);
    expect(String(error)).toContain(join(home.path, ".docker", "contexts", "meta"));
  });

  it.each([
    ["broken JSON", "{", /broken.*meta\.json/],
    ["no object", "[]", /broken.*meta\.json/],
    ["nothing", "", /no "Endpoints\.docker"/],
    ["no endpoints", '{"Name":"prod"}', /no "Endpoints\.docker"/],
    ["another kind of endpoint", '{"Endpoints":{"kubernetes":{"Host":"x"}}}', /no "Endpoints\.docker"/],
    ["a list of endpoints", '{"Endpoints":[]}', /no "Endpoints\.docker"/],
    ["a host that is no string", '{"Endpoints":{"docker":{"Host":1}}}', /"Host".*must be a string/],
    [
      "a SkipTLSVerify that is text",
      '{"Endpoints":{"docker":{"SkipTLSVerify":"false"}}}',
      /must be true or false/,
    ],
  ])("one that holds %s", async (_, text, problem) => {
    await home.context("prod", text);
    await expect(read("prod")).rejects.toThrow(problem);
    await expect(read("prod")).rejects.toThrow(/context "prod" \(DOCKER_CONTEXT\)/);
    await expect(read("prod")).rejects.toBeInstanceOf(InvalidArgumentError);
  });

  it("one whose file cannot be read", async () => {
    const file = await home.context("prod", {});
    await rm(file);
    await mkdir(file);
    await expect(read("prod")).rejects.toThrow(/cannot be read.*EISDIR/);
  });

  it("any, for a user without a home", async () => {
    await expect(readContext("prod", "DOCKER_CONTEXT", undefined)).rejects.toThrow(/no home.*DOCKER_CONFIG/);
  });
});

describe("readContextTls", () => {
  beforeEach(() => home.context("prod", { Host: "tcp://h:1" }));

  it("finds no TLS where the context has no folder for it", async () => {
    expect(await readTls("prod")).toBeUndefined();
  });

  it("names the authority and the client certificate", async () => {
    const folder = await home.contextTls("prod", "ca.pem", "cert.pem", "key.pem", ".DS_Store");
    expect(await readTls("prod")).toEqual({
      ca: { file: join(folder, "ca.pem") },
      cert: { file: join(folder, "cert.pem") },
      key: { file: join(folder, "key.pem") },
    });
  });

  it("takes the authority alone", async () => {
    const folder = await home.contextTls("prod", "ca.pem");
    expect(await readTls("prod")).toEqual({ ca: { file: join(folder, "ca.pem") } });
  });

  it("takes half a pair for none", async () => {
    await home.contextTls("prod", "cert.pem");
    expect(await readTls("prod")).toEqual({});
  });

  it("takes an empty folder for TLS with the public authorities", async () => {
    await home.contextTls("prod");
    expect(await readTls("prod")).toEqual({});
  });

  it("honours SkipTLSVerify with and without files", async () => {
    await home.context("prod", { Host: "tcp://h:1", SkipTLSVerify: true });
    expect(await readTls("prod")).toEqual({ rejectUnauthorized: false });
    const folder = await home.contextTls("prod", "ca.pem");
    expect(await readTls("prod")).toEqual({
      ca: { file: join(folder, "ca.pem") },
      rejectUnauthorized: false,
    });
  });

  it("refuses files that cannot be read", async () => {
    const folder = await home.contextTls("prod");
    await symlink("ca.pem", join(folder, "ca.pem"));
    await expect(readTls("prod")).rejects.toThrow(/ca\.pem cannot be read \(ELOOP\)/);
  });
});
