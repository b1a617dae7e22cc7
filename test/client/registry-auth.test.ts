import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  type AuthConfig,
  encodeRegistryAuth,
  encodeRegistryConfig,
  isAnonymous,
  parseRegistryAuth,
  parseRegistryCredentials,
  type RegistryAuth,
} from "../../src/client/registry-auth.js";
import { InvalidArgumentError } from "../../src/errors.js";

/** As the engine does it: the alphabet for URLs, and padding required. */
function decode(header: string): unknown {
  expect(header).toMatch(/^(?:[\w-]{4})*(?:[\w-]{2}==|[\w-]{3}=)?$/);
  return JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
}

describe("encodeRegistryAuth", () => {
  // Made with another program: Python's base64.urlsafe_b64encode.
  test.each([
    ["a", "b", "eyJ1c2VybmFtZSI6ImEiLCJwYXNzd29yZCI6ImIifQ=="],
    ["a", "bc", "eyJ1c2VybmFtZSI6ImEiLCJwYXNzd29yZCI6ImJjIn0="],
    ["a", "bcd", "eyJ1c2VybmFtZSI6ImEiLCJwYXNzd29yZCI6ImJjZCJ9"],
    ["user", "~~~???>>>", "eyJ1c2VybmFtZSI6InVzZXIiLCJwYXNzd29yZCI6In5-fj8_Pz4-PiJ9"],
    ["user", "x~~~???>>>", "eyJ1c2VybmFtZSI6InVzZXIiLCJwYXNzd29yZCI6Inh-fn4_Pz8-Pj4ifQ=="],
    ["user", "xy~~~???>>>", "eyJ1c2VybmFtZSI6InVzZXIiLCJwYXNzd29yZCI6Inh5fn5-Pz8_Pj4-In0="],
    ["jürgen", "pä$$wörd€𝄞", "eyJ1c2VybmFtZSI6ImrDvHJnZW4iLCJwYXNzd29yZCI6InDDpCQkd8O2cmTigqzwnYSeIn0="],
    ["a", 'q"\\\n', "eyJ1c2VybmFtZSI6ImEiLCJwYXNzd29yZCI6InFcIlxcXG4ifQ=="],
  ])("says %s and %s as the engine reads it", (username, password, header) => {
    expect(encodeRegistryAuth({ username, password })).toBe(header);
  });

  test("keeps every password whole, whatever its length and characters", () => {
    for (let length = 1; length < 40; length++) {
      for (const character of ["~", "?", ">", "é", "€", "𝄞", " ", "\0"]) {
        const auth: AuthConfig = { username: "u", password: character.repeat(length) };
        expect(decode(encodeRegistryAuth(auth))).toEqual(auth);
      }
    }
  });

  test("is e30= for nobody", () => {
    expect(encodeRegistryAuth()).toBe("e30=");
    expect(encodeRegistryAuth({})).toBe("e30=");
  });

  test("says an identity token", () => {
    const [auth] = parseRegistryAuth({ "ghcr.io": { identityToken: "t0ken" } }).values();
    expect(decode(encodeRegistryAuth(auth))).toEqual({ identitytoken: "t0ken", serveraddress: "ghcr.io" });
  });
});

describe("encodeRegistryConfig", () => {
  test("says the credentials of several registries in the same alphabet", () => {
    const auths = {
      "https://index.docker.io/v1/": { username: "a", password: "~~??>>" },
      "ghcr.io": { identitytoken: "é~?>" },
    };
    const header = encodeRegistryConfig(auths);
    expect(decode(header)).toEqual(auths);
    expect(header).toMatch(/[-_]/);
  });

  test("is e30= for no registry", () => {
    expect(encodeRegistryConfig()).toBe("e30=");
  });
});

describe("parseRegistryAuth", () => {
  test("has nothing without the option", () => {
    expect(parseRegistryAuth(undefined)).toEqual(new Map());
  });

  test("knows each registry by its name in image names", () => {
    const parsed = parseRegistryAuth({
      "https://index.docker.io/v1/": { username: "a", password: "b" },
      "https://Registry.Example:5000/": { identityToken: "t" },
      localhost: { registryToken: "r" },
      "ghcr.io": {},
    });
    expect(Object.fromEntries(parsed)).toEqual({
      "docker.io": { username: "a", password: "b", serveraddress: "https://index.docker.io/v1/" },
      "registry.example:5000": { identitytoken: "t", serveraddress: "registry.example:5000" },
      localhost: { registrytoken: "r", serveraddress: "localhost" },
      "ghcr.io": {},
    });
  });

  test("takes undefined for left out, and {} for nobody", () => {
    const parsed = parseRegistryAuth({ "a.example": undefined as never, "b.example": {} });
    expect([...parsed.keys()]).toEqual(["b.example"]);
    expect(isAnonymous(parsed.get("b.example") ?? { username: "x" })).toBe(true);
  });

  test("does not touch what it was given", () => {
    const registryAuth: RegistryAuth = Object.freeze({
      "ghcr.io": Object.freeze({ username: "a", password: "b" }),
    });
    parseRegistryAuth(registryAuth);
    expect(registryAuth).toEqual({ "ghcr.io": { username: "a", password: "b" } });
  });

  test("hides the secrets from inspect and logs", () => {
    const parsed = parseRegistryAuth({ "ghcr.io": { username: "ada", password: "hunter2" } });
    expect(inspect(parsed, { depth: null, showHidden: true })).not.toContain("hunter2");
    expect(JSON.stringify(parsed.get("ghcr.io"))).toContain("hunter2");
  });

  test.each<[string, unknown, string]>([
    ["half a pair", { username: "ada" }, 'registryAuth["ghcr.io"] has username; give either'],
    ["the other half", { password: "hunter2" }, 'registryAuth["ghcr.io"] has password; give either'],
    [
      "both kinds",
      { username: "ada", password: "hunter2", identityToken: "hunter2" },
      'registryAuth["ghcr.io"] has identityToken and password and username; give either',
    ],
    [
      "two tokens",
      { registryToken: "hunter2", identityToken: "hunter2" },
      "has identityToken and registryToken",
    ],
    [
      "half a pair and a token",
      { password: "hunter2", identityToken: "hunter2" },
      "has identityToken and password",
    ],
    ["an unset variable", { username: "ada", password: undefined }, "has username; give either"],
    ["an empty text", { username: "ada", password: "" }, 'registryAuth["ghcr.io"].password must be a text'],
    [
      "no text",
      { username: "ada", password: ["hunter2"] },
      'registryAuth["ghcr.io"].password must be a text',
    ],
    ["null for a password", { username: "ada", password: null }, ".password must be a text"],
    ["a username with a colon", { username: "ada:hunter2", password: "x" }, ".username has a colon"],
    ["the names on the wire", { identitytoken: "hunter2" }, "a field that is not known here; give either"],
    ["a password as a field", { ada: "hunter2", hunter2: "ada" }, "a field that is not known here"],
    ["a text", "ada:hunter2", 'registryAuth["ghcr.io"] must be an object'],
    ["null", null, 'registryAuth["ghcr.io"] must be an object'],
    ["a list", ["ada", "hunter2"], 'registryAuth["ghcr.io"] must be an object'],
  ])("refuses %s without showing the secret", (_, credentials, problem) => {
    const error = errorOf(() => parseRegistryAuth({ "ghcr.io": credentials as never }));
    expect(error.message).toContain(problem);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("hunter2");
  });

  test.each([
    ["username", 'the key "username"'],
    ["myregistry", 'the key "myregistry"'],
    ["https://myregistry", 'the key "https://myregistry"'],
    ["", 'the key ""'],
    ["*.example.com", 'the key "*.example.com"'],
    ["ftp://ghcr.io", 'the key "ftp://ghcr.io"'],
    ["ada:hunter2@ghcr.io", "a key with an @"],
    ["https://ada:hunter2@ghcr.io/v2/", "a key with an @"],
  ])("refuses the key %j, which no image's name can begin with", (key, shown) => {
    const error = errorOf(() => parseRegistryAuth({ [key]: { username: "a", password: "hunter2" } }));
    expect(error.message).toContain(`registryAuth has ${shown}, which is no registry`);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("hunter2");
  });

  test("refuses two keys for one registry", () => {
    const error = errorOf(() =>
      parseRegistryAuth({ "docker.io": {}, "https://index.docker.io/v1/": { identityToken: "hunter2" } }),
    );
    expect(error.message).toContain("names the registry docker.io more than once");
  });

  test.each([null, "hunter2", [], 3])("refuses %j in place of the whole", (value) => {
    const error = errorOf(() => parseRegistryAuth(value as never));
    expect(error.message).toContain("registryAuth must be an object");
    expect(inspect(error)).not.toContain("hunter2");
  });

  test("cannot be used to reach a prototype", () => {
    const registryAuth = JSON.parse('{"__proto__":{"username":"a","password":"b"}}') as RegistryAuth;
    expect(() => parseRegistryAuth(registryAuth)).toThrow('the key "__proto__"');
  });
});

test("parseRegistryCredentials names where the credentials stand", () => {
  expect(() =>
    parseRegistryCredentials({ username: "a" } as never, "ghcr.io", "registryAuth of the pull"),
  ).toThrow("registryAuth of the pull has username; give either");
});

function errorOf(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return error as InvalidArgumentError; // seen just here
  }
  throw new Error("nothing was thrown");
}
