import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import type { TlsOptions } from "../../src/transport/endpoint.js";
import { type EndpointOptions, resolveEndpoint } from "../../src/transport/resolve-endpoint.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
});
afterEach(() => home.remove());

const resolve = (
  options: EndpointOptions = {},
  environment: NodeJS.ProcessEnv = {},
  machine = home.machine,
) => resolveEndpoint(options, { HOME: home.path, ...environment }, machine);
const configFile = () => join(home.path, ".docker", "config.json");

describe("The engine is the one that is named first by", () => {
  const contexts = ["option", "variable", "current"] as const;
  beforeEach(async () => {
    for (const name of contexts) await home.context(name, { Host: `tcp://${name}.context:1` });
    await home.listen("docker.sock");
  });

  const everything = { DOCKER_HOST: "tcp://variable.host:1", DOCKER_CONTEXT: "variable" };
  const socket = "unix://HOME/docker.sock";
  it.each<[string, EndpointOptions, NodeJS.ProcessEnv, string | undefined, string, string]>([
    [
      "option host",
      { host: "tcp://option.host:1" },
      everything,
      "current",
      "tcp://option.host:1",
      'option "host"',
    ],
    [
      "option context",
      { context: "option" },
      everything,
      "current",
      "tcp://option.context:1",
      'context "option" (option "context")',
    ],
    ["DOCKER_HOST", {}, everything, "current", "tcp://variable.host:1", "DOCKER_HOST"],
    [
      "DOCKER_HOST before a context that does not exist",
      {},
      { ...everything, DOCKER_CONTEXT: "gone" },
      "gone",
      "tcp://variable.host:1",
      "DOCKER_HOST",
    ],
    [
      "DOCKER_CONTEXT",
      {},
      { DOCKER_CONTEXT: "variable" },
      "current",
      "tcp://variable.context:1",
      'context "variable" (DOCKER_CONTEXT)',
    ],
    [
      "the current context",
      {},
      {},
      "current",
      "tcp://current.context:1",
      'context "current" (HOME/.docker/config.json)',
    ],
    ["the default socket", {}, {}, undefined, socket, "default socket"],
    [
      "empty variables, which count as unset",
      {},
      { DOCKER_HOST: "", DOCKER_CONTEXT: "" },
      "current",
      "tcp://current.context:1",
      'context "current" (HOME/.docker/config.json)',
    ],
    [
      "option context default, which still means DOCKER_HOST",
      { context: "default" },
      everything,
      "current",
      "tcp://variable.host:1",
      "DOCKER_HOST",
    ],
    [
      "option context default, which ends the search",
      { context: "default" },
      { DOCKER_CONTEXT: "variable" },
      "current",
      socket,
      "default socket",
    ],
    [
      "DOCKER_CONTEXT default, which ends the search",
      {},
      { DOCKER_CONTEXT: "default" },
      "current",
      socket,
      "default socket",
    ],
    ["current context default", {}, {}, "default", socket, "default socket"],
  ])("%s", async (_, options, environment, currentContext, address, source) => {
    await home.config({ currentContext });
    const endpoint = await resolve(options, environment);
    expect(endpoint.address.replace(home.path, "HOME")).toBe(address);
    expect(endpoint.source.replace(home.path, "HOME")).toBe(source);
  });

  it("a context without a host, which means the default socket", async () => {
    await home.context("open", {});
    expect(await resolve({ context: "open" })).toMatchObject({
      kind: "unix",
      socketPath: home.machine.defaultSocket,
      source: 'context "open" (option "context")',
    });
  });
});

describe("What was looked at before", () => {
  it("is nothing for an option", async () => {
    expect((await resolve({ host: "tcp://h" })).looked).toEqual([]);
  });

  it("is every place in order, each with why not, when nothing was found", async () => {
    await writeFile(join(home.path, "docker.sock"), "");
    const endpoint = await resolve({}, { XDG_RUNTIME_DIR: join(home.path, "xdg") });
    expect(endpoint).toMatchObject({
      kind: "unix",
      address: `unix://${home.path}/docker.sock`,
      socketPath: `${home.path}/docker.sock`,
      source: "default socket",
      headers: {},
    });
    expect(endpoint.looked).toEqual([
      "DOCKER_HOST is not set",
      "DOCKER_CONTEXT is not set",
      `${configFile()} does not exist`,
      `${home.path}/docker.sock is not a socket`,
      `${home.path}/xdg/docker.sock does not exist`,
      `${home.path}/user/docker.sock does not exist`,
      `${home.path}/.docker/run/docker.sock does not exist`,
      `${home.path}/.docker/desktop/docker.sock does not exist`,
    ]);
  });

  it("says which name meant no context", async () => {
    await home.config({ currentContext: "default" });
    expect((await resolve()).looked).toContain(
      `${configFile()} has the current context "default", which means no context`,
    );
    expect((await resolve({ context: "default" })).looked[0]).toMatch(/option "context" is "default"/);
    expect((await resolve({}, { DOCKER_CONTEXT: "default" })).looked[1]).toMatch(
      /DOCKER_CONTEXT is "default"/,
    );
  });

  it("says that the settings name no context", async () => {
    await home.config({});
    expect((await resolve()).looked[2]).toBe(`${configFile()} has no current context`);
  });
});

describe("TLS for a host", () => {
  const all = ["ca.pem", "cert.pem", "key.pem"];
  const host = "tcp://h:1";
  const tlsOf = async (options: EndpointOptions, environment: NodeJS.ProcessEnv = {}) => {
    const endpoint = await resolve(options, environment);
    return endpoint.kind === "tcp" ? endpoint.tls : "no TCP";
  };
  const files = (folder: string, ...names: (keyof TlsOptions)[]) =>
    Object.fromEntries(names.map((name) => [name, { file: join(folder, `${name}.pem`) }]));

  it("is not spoken unasked, not even on port 2376 or with DOCKER_CERT_PATH", async () => {
    const folder = await home.pem("certs", ...all);
    expect(await tlsOf({ host: "tcp://h:2376" }, { DOCKER_CERT_PATH: folder })).toBeUndefined();
  });

  it.each(["1", "0", "false"])("is spoken and verified with DOCKER_TLS_VERIFY=%s", async (value) => {
    const folder = await home.pem("certs", ...all);
    const environment = { DOCKER_TLS_VERIFY: value, DOCKER_CERT_PATH: folder };
    expect(await tlsOf({ host }, environment)).toEqual(files(folder, "ca", "cert", "key"));
    expect(await tlsOf({}, { ...environment, DOCKER_HOST: host })).toEqual(
      files(folder, "ca", "cert", "key"),
    );
  });

  it("is spoken but not verified with DOCKER_TLS alone", async () => {
    const folder = await home.pem("certs", ...all);
    const environment = { DOCKER_TLS: "1", DOCKER_CERT_PATH: folder };
    const expected = files(folder, "ca", "cert", "key");
    expect(await tlsOf({ host }, environment)).toEqual({ ...expected, rejectUnauthorized: false });
    expect(await tlsOf({ host }, { ...environment, DOCKER_TLS_VERIFY: "1" })).toEqual(expected);
  });

  it("is not spoken with empty variables", async () => {
    expect(await tlsOf({ host }, { DOCKER_TLS_VERIFY: "", DOCKER_TLS: "" })).toBeUndefined();
  });

  it("finds its files in the CLI's folder by default", async () => {
    const folder = await home.pem(".docker", "ca.pem");
    expect(await tlsOf({ host }, { DOCKER_TLS_VERIFY: "1" })).toEqual(files(folder, "ca"));
    const other = await home.pem("other", "ca.pem");
    const environment = { DOCKER_TLS_VERIFY: "1", DOCKER_CONFIG: other };
    expect(await tlsOf({ host }, environment)).toEqual(files(other, "ca"));
  });

  it("goes without a client certificate where half of the pair is missing", async () => {
    const folder = await home.pem("certs", "ca.pem", "cert.pem");
    expect(await tlsOf({ host }, { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder })).toEqual(
      files(folder, "ca"),
    );
  });

  it.each(["DOCKER_TLS_VERIFY", "DOCKER_TLS"])("is an error with %s and no ca.pem", async (variable) => {
    const folder = await home.pem("certs", "cert.pem", "key.pem");
    const environment = { [variable]: "1", DOCKER_CERT_PATH: folder };
    await expect(tlsOf({ host }, environment)).rejects.toThrow(InvalidArgumentError);
    await expect(tlsOf({ host }, environment)).rejects.toThrow(
      `${variable} asks for TLS, but there is no ca.pem in ${folder}`,
    );
  });

  it("is an error for a user without a home", async () => {
    await expect(tlsOf({ host }, { HOME: "", DOCKER_TLS_VERIFY: "1" })).rejects.toThrow(/DOCKER_CERT_PATH/);
  });

  it("of the environment is not looked at for sockets and ssh", async () => {
    expect(await tlsOf({ host: "unix:///a.sock" }, { DOCKER_TLS_VERIFY: "1" })).toBe("no TCP");
    expect(await tlsOf({ host: "ssh://h" }, { DOCKER_TLS_VERIFY: "1" })).toBe("no TCP");
  });

  it("of the environment is not used for a context", async () => {
    const folder = await home.pem("certs", ...all);
    await home.context("prod", { Host: host });
    expect(
      await tlsOf({ context: "prod" }, { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder }),
    ).toBeUndefined();
  });

  it("of a context is used for that context", async () => {
    await home.context("prod", { Host: host, SkipTLSVerify: true });
    const folder = await home.contextTls("prod", ...all);
    expect(await tlsOf({ context: "prod" })).toEqual({
      ...files(folder, "ca", "cert", "key"),
      rejectUnauthorized: false,
    });
  });

  it.each<TlsOptions>([{ ca: "PEM" }, { rejectUnauthorized: false }, { pin: "sha256/x" }, {}])(
    "is exactly what option tls says: %j",
    async (tls) => {
      const folder = await home.pem("certs", ...all);
      const environment = { DOCKER_TLS: "1", DOCKER_CERT_PATH: folder };
      expect(await tlsOf({ host, tls }, environment)).toEqual(tls);
      await home.context("prod", { Host: host, SkipTLSVerify: true });
      expect(await tlsOf({ context: "prod", tls })).toEqual(tls);
    },
  );

  it("is off with option tls false, whatever the environment and the context say", async () => {
    const folder = await home.pem("certs", ...all);
    expect(
      await tlsOf({ host, tls: false }, { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder }),
    ).toBeUndefined();
    await home.context("prod", { Host: host, SkipTLSVerify: true });
    expect(await tlsOf({ context: "prod", tls: false })).toBeUndefined();
  });

  it("is spoken with the public authorities for https, or as the environment says", async () => {
    expect(await tlsOf({ host: "https://h" })).toEqual({});
    const folder = await home.pem("certs", "ca.pem");
    const environment = { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder };
    expect(await tlsOf({ host: "https://h" }, environment)).toEqual(files(folder, "ca"));
  });

  it("is refused where http or tls false contradicts it", async () => {
    const folder = await home.pem("certs", "ca.pem");
    const environment = { DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: folder };
    await expect(tlsOf({ host: "http://h" }, environment)).rejects.toThrow(/DOCKER_TLS_VERIFY asks for TLS/);
    await expect(tlsOf({ host: "http://h", tls: {} })).rejects.toThrow(/option "tls" asks for TLS/);
    await expect(tlsOf({ host: "https://h", tls: false })).rejects.toThrow(/option "tls" is false/);
    expect(await tlsOf({ host: "http://h", tls: false }, environment)).toBeUndefined();
    await home.context("prod", { Host: "http://h", SkipTLSVerify: true });
    await expect(tlsOf({ context: "prod" })).rejects.toThrow(/the context "prod" .* asks for TLS/);
  });

  it.each(["unix:///a.sock", "ssh://h"])("is refused as an option for %s", async (address) => {
    await expect(tlsOf({ host: address, tls: { ca: "PEM" } })).rejects.toThrow(InvalidArgumentError);
    await expect(tlsOf({ tls: { ca: "PEM" } }, { DOCKER_HOST: address })).rejects.toThrow(/of DOCKER_HOST/);
  });

  it("asked for without a host means port 2376 of this machine", async () => {
    await home.listen("docker.sock");
    await home.pem(".docker", "ca.pem");
    const expected = { kind: "tcp", address: "tcp://localhost:2376" };
    expect(await resolve({ tls: {} })).toMatchObject({
      ...expected,
      source: 'default address with TLS (option "tls")',
    });
    const environment = { DOCKER_TLS_VERIFY: "1" };
    const source = "default address with TLS (DOCKER_TLS_VERIFY)";
    expect(await resolve({}, environment)).toMatchObject({ ...expected, source });
    expect(await resolve({ tls: false }, environment)).toMatchObject({ kind: "unix" });
  });
});

describe("The endpoint", () => {
  it.each<[string, boolean, string]>([
    ["tcp://h", false, "tcp://h:2375"],
    ["tcp://h", true, "tcp://h:2376"],
    ["tcp://[::1]", false, "tcp://[::1]:2375"],
    ["tcp://h:2375/a/", true, "tcp://h:2375/a"],
    ["http://h", false, "http://h:80"],
    ["https://h", true, "https://h:443"],
  ])("of %s with TLS %s has the address %s", async (host, tls, address) => {
    const endpoint = await resolve({ host, tls: tls && {} });
    expect(endpoint.address).toBe(address);
  });

  it("has all parts of a TCP address", async () => {
    await home.config({ HttpHeaders: { "X-A": "b" } });
    expect(await resolve({ host: "tcp://[::1]:1/a" })).toEqual({
      kind: "tcp",
      address: "tcp://[::1]:1/a",
      source: 'option "host"',
      looked: [],
      headers: { "X-A": "b" },
      hostname: "::1",
      port: 1,
      basePath: "/a",
      tls: undefined,
    });
  });

  it("has all parts of an ssh address", async () => {
    expect(await resolve({ host: "ssh://me@h:22/run/x.sock" })).toEqual({
      kind: "ssh",
      address: "ssh://me@h:22/run/x.sock",
      source: 'option "host"',
      looked: [],
      headers: {},
      user: "me",
      hostname: "h",
      port: 22,
      remoteSocket: "/run/x.sock",
    });
  });

  it("is the named pipe on Windows", async () => {
    const machine = { ...home.machine, platform: "win32" } as const;
    expect(await resolve({}, {}, machine)).toMatchObject({
      kind: "npipe",
      socketPath: "\\\\.\\pipe\\docker_engine",
      source: "default socket",
    });
    await expect(resolve({ host: "npipe:////./pipe/x" })).rejects.toThrow(/Windows only/);
  });

  it("does not show headers and keys when it is printed", async () => {
    await home.config({ HttpHeaders: { "X-Token": "s3cret" } });
    const tls = { ca: "PEM", key: "s3cret", passphrase: "s3cret" };
    const endpoint = await resolve({ host: "tcp://h", tls });
    expect(endpoint).toMatchObject({ headers: { "X-Token": "s3cret" }, tls });
    const shown = inspect(endpoint, { depth: 9 });
    expect(shown).toContain("X-Token");
    expect(shown).toContain("passphrase");
    expect(shown).not.toContain("s3cret");
  });

  it("leaves the caller's objects alone", async () => {
    const tls = Object.freeze({ ca: "PEM" });
    const options = Object.freeze({ host: "tcp://h", tls });
    const endpoint = await resolve(options);
    expect(endpoint.kind === "tcp" && endpoint.tls).not.toBe(tls);
  });
});

describe("resolveEndpoint refuses", () => {
  it.each<[string, unknown, RegExp]>([
    ["host and context together", { host: "tcp://h", context: "default" }, /not both/],
    ["an empty host", { host: "" }, /Option "host"/],
    ["an empty context", { context: " " }, /Option "context"/],
    ["a host that is no text", { host: new URL("tcp://h") }, /Option "host"/],
    ["tls that is no object", { host: "tcp://h", tls: true }, /Option "tls"/],
    ["tls null", { host: "tcp://h", tls: null }, /Option "tls"/],
    ["a bad host", { host: "ftp://h" }, /^option "host": /],
  ])("%s", async (_, options, problem) => {
    // As a caller without types can write it.
    const error = await resolve(options as EndpointOptions).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toMatch(problem);
  });

  it("a bad address, naming the variable or the context it stands in", async () => {
    await expect(resolve({}, { DOCKER_HOST: "ftp://h" })).rejects.toThrow(/^DOCKER_HOST: /);
    await home.context("prod", { Host: "ftp://h" });
    await expect(resolve({}, { DOCKER_CONTEXT: "prod" })).rejects.toThrow(
      /^context "prod" \(DOCKER_CONTEXT\): /,
    );
  });

  it("a context that is gone, whoever names it", async () => {
    await home.config({ currentContext: "gone" });
    await expect(resolve()).rejects.toThrow(`context "gone" (${configFile()}) does not exist`);
    await expect(resolve({}, { DOCKER_CONTEXT: "gone" })).rejects.toThrow(
      /\(DOCKER_CONTEXT\) does not exist/,
    );
    await expect(resolve({ context: "gone" })).rejects.toThrow(/\(option "context"\) does not exist/);
    await rm(configFile());
    expect(await resolve()).toMatchObject({ source: "default socket" });
  });

  it("broken settings even for an explicit host, because its headers would be missing", async () => {
    await home.config("{");
    await expect(resolve({ host: "tcp://h" })).rejects.toThrow(/not valid JSON/);
  });
});

it("resolveEndpoint needs no arguments", async () => {
  const before = { ...process.env };
  process.env.DOCKER_HOST = "tcp://from.process.env:1";
  process.env.DOCKER_CONFIG = home.path;
  delete process.env.DOCKER_TLS_VERIFY;
  delete process.env.DOCKER_TLS;
  try {
    expect(await resolveEndpoint()).toMatchObject({
      address: "tcp://from.process.env:1",
      source: "DOCKER_HOST",
    });
  } finally {
    process.env = before;
  }
});
