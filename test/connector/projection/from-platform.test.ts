import { describe, expect, test } from "vitest";
import { fromPlatform } from "../../../src/connector/projection/from-platform.js";

describe("what a platform's module sends", () => {
  test("loses settings that are the platform's own, and keeps ours in any spelling", () => {
    const config = {
      server_address: "10.0.0.5",
      "Verify-TLS": false,
      config_id: "7",
      name: "prod",
      default: true,
    };
    const request = { config, action: "get_info", params: {} };
    expect(fromPlatform("fortisoar", request)).toEqual({
      ...request,
      config: { server_address: "10.0.0.5", "Verify-TLS": false },
    });
  });

  test("has stored credentials as settings of their own (X2, X5)", () => {
    const config = {
      url: "https://10.0.0.5:2376",
      client_key: { identifier: "", password: "", credentials: { sshkey: "PEM", user: "" } },
      "Registry Username": { identifier: "bob", password: "secret", credentials: {} },
      credentials: { identifier: "proxy-user", password: "proxy-secret" },
    };
    expect(fromPlatform("xsoar", { config, action: "x", params: {} }).config).toEqual({
      url: "https://10.0.0.5:2376",
      clientKey: "PEM",
      registryUsername: "bob",
      registryPassword: "secret",
      username: "proxy-user",
      password: "proxy-secret",
    });
  });

  test("takes a key also from the password of a credential, and as plain text", () => {
    const stored = { config: { client_key: { password: "PEM" } }, action: "x", params: {} };
    expect(fromPlatform("xsoar", stored).config).toEqual({ clientKey: "PEM" });
    const plain = { config: { client_key: "PEM" }, action: "x", params: {} };
    expect(fromPlatform("xsoar", plain).config).toEqual({ client_key: "PEM" });
  });

  test("loses the record of where an action was started from, which Splunk puts among its parameters", () => {
    const params = { id: "web", context: { guid: "1", artifact_id: 0, parent_action_run: [] } };
    expect(fromPlatform("splunk", { config: {}, action: "stop_a_container", params }).params).toEqual({
      id: "web",
    });
    const text = { config: {}, action: "build_image", params: { context: "vault-id" } };
    expect(fromPlatform("splunk", text).params).toEqual({ context: "vault-id" });
    const other = { config: {}, action: "run_script", params: { context: { a: 1 } } };
    expect(fromPlatform("fortisoar", other).params).toEqual({ context: { a: 1 } });
  });

  test("has an action by a name that is known: new ones are commands with a first word of the platform's kind", () => {
    const action = (name: string) => fromPlatform("xsoar", { config: {}, action: name, params: {} }).action;
    expect(action("docker-container-list")).toBe("docker-container-list");
    expect(action("docker-exec-container")).toBe("exec-container");
    expect(action("docker-nothing")).toBe("nothing");
  });

  test("keeps whatever else the request holds, and what is no object at all", () => {
    const request = { config: "x", action: "ping", params: null, files: { a: "/b" }, dryRun: true };
    expect(fromPlatform("splunk", request)).toEqual(request);
  });
});
