import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { parseHost } from "../../src/transport/host.js";

const parse = (address: string) => parseHost(address, "DOCKER_HOST");
const tcp = { kind: "tcp", scheme: "tcp", hostname: "localhost", port: undefined, basePath: "" };
const ssh = { kind: "ssh", user: undefined, hostname: "h", port: undefined, remoteSocket: undefined };

describe("parseHost reads", () => {
  it.each([
    ["unix:///var/run/docker.sock", "unix:///var/run/docker.sock", "/var/run/docker.sock"],
    ["/run/docker.sock", "unix:///run/docker.sock", "/run/docker.sock"],
    ["unix:///Users/A B/50%25 @?#.sock", "unix:///Users/A B/50%25 @?#.sock", "/Users/A B/50%25 @?#.sock"],
    [" unix:///a.sock\n", "unix:///a.sock", "/a.sock"],
  ])("the unix socket %j", (text, address, socketPath) => {
    expect(parse(text)).toEqual({ kind: "unix", address, socketPath });
  });

  it.each(["npipe:////./pipe/docker_engine", "npipe://\\\\.\\pipe\\docker_engine"])(
    "the named pipe %j",
    (text) => {
      expect(parse(text)).toEqual({
        kind: "npipe",
        address: "npipe:////./pipe/docker_engine",
        socketPath: "\\\\.\\pipe\\docker_engine",
      });
    },
  );

  it.each([
    ["tcp://10.0.0.5:2376", { hostname: "10.0.0.5", port: 2376 }],
    ["tcp://build-1.example_x", { hostname: "build-1.example_x" }],
    ["TCP://h:1", { hostname: "h", port: 1 }],
    ["tcp://:2375", { port: 2375 }],
    ["10.0.0.5:2375", { hostname: "10.0.0.5", port: 2375 }],
    ["build-1", { hostname: "build-1" }],
    ["tcp://[::1]:65535", { hostname: "::1", port: 65535 }],
    ["tcp://[2001:db8::1]", { hostname: "2001:db8::1" }],
    ["tcp://[fe80::1%25eth0]:2375", { hostname: "fe80::1%eth0", port: 2375 }],
    ["tcp://[fe80::1%eth0]:2375", { hostname: "fe80::1%eth0", port: 2375 }],
    ["tcp://h:1/", { hostname: "h", port: 1 }],
    ["tcp://h:1/a/b%20c//", { hostname: "h", port: 1, basePath: "/a/b%20c" }],
    ["http://h/docker", { scheme: "http", hostname: "h", basePath: "/docker" }],
    ["https://h:8443", { scheme: "https", hostname: "h", port: 8443 }],
  ])("the TCP address %j", (text, parts) => {
    expect(parse(text)).toEqual({ ...tcp, ...parts });
  });

  it.each([
    ["ssh://h", { address: "ssh://h" }],
    ["ssh://h/", { address: "ssh://h" }],
    ["ssh://me@h:2222", { address: "ssh://me@h:2222", user: "me", port: 2222 }],
    ["ssh://me%40corp@h", { address: "ssh://me%40corp@h", user: "me@corp" }],
    ["ssh://me@corp@h", { address: "ssh://me%40corp@h", user: "me@corp" }],
    ["ssh://[::1]:22", { address: "ssh://[::1]:22", hostname: "::1", port: 22 }],
    ["ssh://h/run/a%20b@c.sock", { address: "ssh://h/run/a%20b@c.sock", remoteSocket: "/run/a b@c.sock" }],
  ])("the ssh address %j", (text, parts) => {
    expect(parse(text)).toEqual({ ...ssh, ...parts });
  });
});

describe("parseHost refuses", () => {
  it.each([
    ["", /address is empty/],
    ["  \n", /address is empty/],
    ["fd://", /scheme "fd" is not known/],
    ["ftp://h", /scheme "ftp" is not known/],
    ["://h", /no scheme/],
    ["unix://", /absolute/],
    ["unix://docker.sock", /absolute/],
    ["unix:///a\0b", /control character/],
    ["unix:/var/run/docker.sock", /port/],
    ["./docker.sock", /host name/],
    ["npipe://", /named pipe/],
    ["npipe://docker_engine", /named pipe/],
    ["npipe:////./mailslot/x", /named pipe/],
    ["tcp://", /host name is missing/],
    ["tcp:///path", /host name is missing/],
    ["tcp://a b:1", /host name has characters/],
    ["tcp://-h:1", /host name has characters/],
    ["tcp://h\r\nX: y:1", /control character/],
    ["tcp://h:", /port/],
    ["tcp://h:0", /port/],
    ["tcp://h:65536", /port/],
    ["tcp://h:+1", /port/],
    ["tcp://h:1e3", /port/],
    ["tcp://::1:2375", /brackets/],
    ["tcp://[::1", /port|brackets/],
    ["tcp://[::g]:1", /IPv6/],
    ["tcp://[fe80::1%a b]:1", /IPv6/],
    ["tcp://h:1?x=1", /query/],
    ["tcp://h:1/#x", /fragment/],
    ["tcp://h:1/a b", /percent-encoded/],
    ["tcp://h:1/a%zz", /percent-encoded/],
    ["tcp://h:1/../b", /"\.\."/],
    ["tcp://h:1/a/%2E%2e", /"\.\."/],
    ["tcp://h:1//a", /empty segments/],
    ["ssh://", /host name is missing/],
    ["ssh://me@", /host name is missing/],
    ["ssh://me:x@h", /password in an ssh address/],
    ["ssh://@h", /user before the @ is missing/],
    ["ssh://-oProxyCommand=x@h", /user has characters/],
    ["ssh://%2doX@h", /user has characters/],
    ["ssh://me%20x@h", /user has characters/],
    ["ssh://$(x)@h", /user has characters/],
    ["ssh://-oProxyCommand=x", /host name has characters/],
    ["ssh://[-oX]", /IPv6/],
    ["ssh://a%2db", /host name has characters/],
    ["ssh://h/a%0ab", /control character/],
    ["ssh://h/a%ff", /hexadecimal/],
    ["ssh://h/a?x", /query/],
  ])("%j", (text, problem) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError);
    expect(() => parse(text)).toThrow(problem);
  });

  it("naming where the address stands and what is accepted", () => {
    expect(() => parseHost("ftp://h", 'option "host"')).toThrow(
      /^option "host": .* Accepted are unix:\/\/\/.*npipe:.*tcp:.*https:.*ssh:/,
    );
  });

  it.each([
    "tcp://root:s3cret@h:1",
    "tcp://root:s3cret/x@h:1",
    "https://s3cret@h",
    "http://h:1/s3cret@x",
    "root:s3cret@h:1",
    "ssh://me:s3cret@h",
    "ssh://me%3As3cret@h",
    "ssh://me:s3cret/x@h",
    "tcp://h:s3cret",
    "ftp://root:s3cret@h",
    "tcp://h:1?token=s3cret",
    "unix://s3cret",
    "npipe://s3cret",
  ])("%j without repeating the secret", (text) => {
    let message = "";
    try {
      parse(text);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidArgumentError);
      message = String(error);
    }
    expect(message).toMatch(/DOCKER_HOST: /);
    expect(message).not.toContain("s3cret");
  });
});
