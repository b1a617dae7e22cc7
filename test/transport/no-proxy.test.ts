import { describe, expect, it } from "vitest";
import { bypassesProxy } from "../../src/transport/no-proxy.js";

describe("NO_PROXY", () => {
  it.each([
    ["*", "engine.example"],
    ["engine.example", "engine.example"],
    ["ENGINE.example", "engine.EXAMPLE"],
    ["example", "engine.example"],
    [".example", "engine.example"],
    ["*.example", "engine.example"],
    ["other, engine.example ,more", "engine.example"],
    ["other engine.example", "engine.example"],
    ["engine.example:2376", "engine.example"],
    ["engine.example", "engine.example."],
    ["10.0.0.5", "10.0.0.5"],
    ["10.0.0.5:2376", "10.0.0.5"],
    ["10.0.0.0/8", "10.200.3.4"],
    ["fd00::/8", "fd12::1"],
    ["fd12:0::1", "fd12::1"],
    ["[fd12::1]:2376", "fd12::1"],
    ["10.0.0.0/8", "::ffff:10.1.2.3"],
  ])("%j lets %j be reached directly", (noProxy, hostname) => {
    expect(bypassesProxy({ hostname, port: 2376 }, noProxy)).toBe(true);
  });

  it.each([
    [undefined, "engine.example"],
    ["", "engine.example"],
    [" , ", "engine.example"],
    ["engine.example:2375", "engine.example"],
    ["gine.example", "engine.example"],
    [".engine.example", "engine.example"],
    ["*.engine.example", "engine.example"],
    ["engine.example.org", "engine.example"],
    ["10.0.0.5:2375", "10.0.0.5"],
    ["10.0.0.0/99", "10.0.0.5"],
    ["10.0.0.0/", "10.0.0.5"],
    ["10.0.0.0/8", "11.0.0.5"],
    ["0.0.5", "10.0.0.5"],
    ["10.0.0.0/8", "10.example"],
  ])("%j leaves %j to the proxy", (noProxy, hostname) => {
    expect(bypassesProxy({ hostname, port: 2376 }, noProxy)).toBe(false);
  });

  it.each(["localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "::1"])("is not needed for %s", (hostname) => {
    expect(bypassesProxy({ hostname, port: 2376 }, undefined)).toBe(true);
  });
});
