import { describe, expect, test } from "vitest";
import {
  isRegistryHost,
  looksLikeRegistry,
  registryOf,
  serverAddressOf,
} from "../../src/client/registry-name.js";

describe("registryOf", () => {
  test.each([
    "docker.io",
    "index.docker.io",
    "registry-1.docker.io",
    "https://index.docker.io/v1/",
    "https://index.docker.io/v1",
    "http://docker.io",
    "https://registry-1.docker.io/v2/",
    "docker.io/",
    "DOCKER.IO",
    "HTTPS://Index.Docker.io/v1/",
  ])("takes %s for Docker Hub", (address) => {
    expect(registryOf(address)).toBe("docker.io");
  });

  test.each([
    ["ghcr.io", "ghcr.io"],
    ["https://ghcr.io", "ghcr.io"],
    ["http://Registry.Example:5000/v2/", "registry.example:5000"],
    ["registry.example:5000/team", "registry.example:5000"],
    ["localhost:5000", "localhost:5000"],
    ["127.0.0.1", "127.0.0.1"],
    ["[::1]:5000", "[::1]:5000"],
    ["https://[FD00::1]", "[fd00::1]"],
  ])("takes %s for %s", (address, registry) => {
    expect(registryOf(address)).toBe(registry);
  });

  test.each([
    "",
    "/",
    "https://",
    "ftp://ghcr.io",
    "user:hunter2@ghcr.io",
    "https://user@ghcr.io",
    "ghcr.io?x",
    "ghcr.io ",
    "a_b.example",
    "*.example.com",
    "-a.example",
    "a..example",
    "host:port",
    "ghcr.io\n",
  ])("takes %j for none", (address) => {
    expect(registryOf(address)).toBeUndefined();
  });

  test.each(["https://index.docker.io/v1/access-token", "https://index.docker.io/v1/refresh-token"])(
    "keeps the further token %s apart from Docker Hub's credentials",
    (address) => {
      expect(registryOf(address)).toBeUndefined();
    },
  );
});

describe("serverAddressOf", () => {
  test("gives Docker Hub the address it has had since its first version", () => {
    expect(serverAddressOf("docker.io")).toBe("https://index.docker.io/v1/");
  });

  test("gives every other registry its host", () => {
    expect(serverAddressOf("registry.example:5000")).toBe("registry.example:5000");
  });
});

describe("looksLikeRegistry", () => {
  test.each(["a.b", "a:1", "localhost", "Host", "[::1]:5000"])("tells %s from a folder", (host) => {
    expect(looksLikeRegistry(host)).toBe(true);
  });

  test.each(["library", "team-a", "localhosts", "a_b"])("takes %s for a folder", (host) => {
    expect(looksLikeRegistry(host)).toBe(false);
  });
});

test("a host may be long without taking long to judge", () => {
  const started = performance.now();
  expect(isRegistryHost(`${"a".repeat(100_000)}-`)).toBe(false);
  expect(isRegistryHost(`${"a-".repeat(50_000)}.`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1_000);
});
