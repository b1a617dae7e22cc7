import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { readCliConfig, readCliConfigFile } from "../../src/transport/cli-config.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
});
afterEach(() => home.remove());

const read = (environment: NodeJS.ProcessEnv = { HOME: home.path }, machine = home.machine) =>
  readCliConfig(environment, machine);

describe("readCliConfig", () => {
  it("reads the current context and the headers", async () => {
    const file = await home.config({ currentContext: "prod", HttpHeaders: { "X-Team": "a" }, auths: {} });
    expect(await read()).toEqual({
      directory: join(home.path, ".docker"),
      file,
      currentContext: "prod",
      headers: { "X-Team": "a" },
      absent: undefined,
    });
  });

  it("takes a missing file for one without settings", async () => {
    expect(await read()).toMatchObject({ currentContext: undefined, headers: {}, absent: "does not exist" });
  });

  it.each(["", " \n", "null", "{}", '{"currentContext":"","HttpHeaders":null}'])(
    "takes %j for no settings",
    async (text) => {
      await home.config(text);
      expect(await read()).toMatchObject({ currentContext: undefined, headers: {}, absent: undefined });
    },
  );

  it("takes DOCKER_CONFIG for a folder and prefers it to the home", async () => {
    await home.config({ currentContext: "prod" });
    const environment = { HOME: "/nowhere", DOCKER_CONFIG: join(home.path, ".docker") };
    expect(await read(environment)).toMatchObject({ currentContext: "prod" });
  });

  it("takes an empty DOCKER_CONFIG and an empty HOME for unset", async () => {
    await home.config({ currentContext: "prod" });
    const machine = { ...home.machine, home: home.path };
    expect(await read({ DOCKER_CONFIG: "", HOME: "" }, machine)).toMatchObject({ currentContext: "prod" });
  });

  it("looks below USERPROFILE on Windows", async () => {
    await home.config({ currentContext: "prod" });
    const environment = { HOME: "/nowhere", USERPROFILE: home.path };
    expect(await read(environment, { ...home.machine, platform: "win32" })).toMatchObject({
      currentContext: "prod",
    });
  });

  it("never looks into the working directory of a user without a home", async () => {
    expect(await read({})).toMatchObject({ directory: undefined, absent: expect.stringMatching(/no home/) });
  });

  it.each(["User-Agent", "host", "Content-Length", "Connection", "Upgrade"])(
    "leaves the header %s to the connection",
    async (name) => {
      await home.config({ HttpHeaders: { [name]: "x", "X-A": "b" } });
      expect((await read()).headers).toEqual({ "X-A": "b" });
    },
  );
});

describe("readCliConfig refuses, without the content,", () => {
  it.each([
    ["broken JSON", '{"auths":{"r":{"auth":"s3cret"}},', /not valid JSON/],
    ["a text before it", "s3cret", /not valid JSON/],
    ["a list", '["s3cret"]', /JSON object/],
    ["a context that is no string", '{"currentContext":["s3cret"]}', /"currentContext".*string/],
    ["headers that are no object", '{"HttpHeaders":"s3cret"}', /"HttpHeaders".*object/],
    ["a number as a header", '{"HttpHeaders":{"X-A":1}}', /"X-A".*string/],
    ["a line end in a header", '{"HttpHeaders":{"X-A":"s3cret\\r\\nX-B: c"}}', /"X-A".*line end/],
    ["a line end in a header's name", '{"HttpHeaders":{"X-A\\r\\nX-B":"s3cret"}}', /characters/],
    ["an empty header's name", '{"HttpHeaders":{"":"s3cret"}}', /characters/],
  ])("%s", async (_, text, problem) => {
    const file = await home.config(text);
    const error = await read().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(String(error)).toMatch(problem);
    expect(String(error)).toContain(file);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cret");
  });

  it("a DOCKER_CONFIG that names the file itself", async () => {
    const file = await home.config({});
    await expect(read({ DOCKER_CONFIG: file })).rejects.toThrow(/ENOTDIR.*DOCKER_CONFIG must name a folder/);
  });

  it("a config.json that is a folder", async () => {
    await mkdir(join(home.path, ".docker", "config.json"), { recursive: true });
    await expect(read()).rejects.toThrow(/config\.json cannot be read \(EISDIR\)/);
  });

  it("a config.json that leads to itself", async () => {
    await mkdir(join(home.path, ".docker"));
    await symlink("config.json", join(home.path, ".docker", "config.json"));
    await expect(read()).rejects.toThrow(/ELOOP/);
  });
});

// The superuser may read everything.
describe.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "A config.json that may not be read",
  () => {
    beforeEach(async () => {
      await chmod(await home.config({ currentContext: "prod" }), 0);
    });

    it("counts as absent in the user's own folder", async () => {
      expect(await read()).toMatchObject({ currentContext: undefined, absent: "may not be read (EACCES)" });
    });

    it("is an error in a folder that DOCKER_CONFIG names", async () => {
      await expect(read({ DOCKER_CONFIG: join(home.path, ".docker") })).rejects.toThrow(/EACCES/);
    });
  },
);

it("readCliConfigFile gives the file's other settings too", async () => {
  await home.config({ credsStore: "pass" });
  expect((await readCliConfigFile({ HOME: home.path }, home.machine)).content).toEqual({
    credsStore: "pass",
  });
});
