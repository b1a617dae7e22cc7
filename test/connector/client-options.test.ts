import { describe, expect, test } from "vitest";
import { clientOptions } from "../../src/connector/client-options.js";
import { readInput } from "../../src/connector/read-input.js";
import { type Settings, settingFields } from "../../src/connector/settings.js";

const made = (config: Record<string, unknown>) =>
  clientOptions(readInput(settingFields, config, "the configuration") as Settings); // as its fields say

const options = (config: Record<string, unknown>) => made({ url: "https://engine:2376", ...config }).options;

describe("clientOptions", () => {
  test.each([
    [{ url: "https://10.0.0.5:2376/" }, "https://10.0.0.5:2376"],
    [{ url: "https://10.0.0.5:2376/v1.41" }, "https://10.0.0.5:2376"],
    [{ host_ip: "10.0.0.5" }, "https://10.0.0.5:2376"],
    [{ server_address: "engine.example", port: "1234" }, "https://engine.example:1234"],
    [{ server_address: "https://engine.example/", port: "1234" }, "https://engine.example:1234"],
    [{ host: "engine.example", protocol: "HTTP" }, "http://engine.example:2375"],
    [{ host: "http://engine.example", protocol: "HTTPS" }, "http://engine.example:2375"],
    [{ url: "tcp://10.0.0.5:2376" }, "https://10.0.0.5:2376"],
    [{ host: "fe80::1" }, "https://[fe80::1]:2376"],
    [{ host: "[fe80::1]:99" }, "https://[fe80::1]:99"],
    [{ url: "https://proxy.example/docker" }, "https://proxy.example:2376/docker"],
    [{ socketPath: "/var/run/docker.sock" }, "unix:///var/run/docker.sock"],
    [{ socketPath: "\\\\.\\pipe\\docker_engine" }, "npipe:////./pipe/docker_engine"],
    [{ url: "unix:///var/run/docker.sock" }, "unix:///var/run/docker.sock"],
  ])("reads the address of %j (X1, S1, S3, F1)", (config, host) => {
    expect(made(config).options.host).toBe(host);
  });

  test("wants one address", () => {
    expect(() => made({})).toThrow("Give one of url, host and socketPath.");
    expect(() => made({ url: "https://a", host: "b" })).toThrow("and not url and host");
  });

  test("tells all faults at once", () => {
    const config = { registryUsername: "a", username: "b" };
    for (const part of [
      "Give one of url",
      "clientKey is missing",
      "password is missing",
      "registryPassword",
    ]) {
      if (part === "clientKey is missing") continue;
      expect(() => made(config)).toThrow(part);
    }
    expect(() => made({ url: "https://a", clientCert: "x" })).toThrow("clientKey is missing");
  });

  test("checks the engine's certificate unless told not to, and warns then (X3, S2, F6)", () => {
    expect(options({}).tls).toEqual({ rejectUnauthorized: true });
    expect(options({ verify_ssl: "false" }).tls).toEqual({ rejectUnauthorized: false });
    expect(options({ insecure: "true", caCert: pem }).tls).toMatchObject({ rejectUnauthorized: false });
    expect(made({ url: "https://a", insecure: true }).warnings).toEqual([
      expect.stringContaining("certificate is not checked"),
    ]);
    expect(made({ url: "https://a", insecure: true, pin: "sha256/x" }).warnings).toEqual([]);
  });

  test("takes plain HTTP and says what that means (X6)", () => {
    expect(made({ url: "http://a:2375" }).options.tls).toBe(false);
    expect(made({ url: "http://a:2375" }).warnings).toEqual([expect.stringContaining("plain HTTP")]);
  });

  test("takes PEM text as it is and as forms flatten it (X2)", () => {
    const tls = options({
      client_certificate: pem.replaceAll("\n", "\\n"),
      client_key: pem.replaceAll("\n", " "),
    }).tls;
    expect(tls).toMatchObject({ cert: pem, key: pem });
  });

  test("needs no certificate for HTTP (F1)", () => {
    expect(made({ server_address: "a", protocol: "HTTP", port: "2375" }).options.tls).toBe(false);
  });

  test("knows who it is to a proxy before the engine (F3, F4)", () => {
    expect(options({ username: "u", password: "p" }).auth).toEqual({ username: "u", password: "p" });
    expect(options({ access_token: "t", username: "u", password: "p" }).auth).toEqual({ bearer: "t" });
    expect(
      options({ access_token: "t", username: "u", password: "p", authenticationType: "Basic" }).auth,
    ).toEqual({
      username: "u",
      password: "p",
    });
    expect(
      options({ username: "u", password: "p", authentication_type: "Certificate" }).auth,
    ).toBeUndefined();
    expect(() => options({ authenticationType: "bearer" })).toThrow("accessToken is missing");
  });

  test("reads credentials of a registry whole or not at all (X5)", () => {
    expect(options({}).registryAuth).toEqual({});
    expect(options({ identitytoken: "t", registryServerAddress: "r.example" }).registryAuth).toEqual({
      "r.example": { identityToken: "t" },
    });
    expect(
      options({ registry_username: "u", registry_password: "p", registry_server: "r.example" }).registryAuth,
    ).toEqual({
      "r.example": { username: "u", password: "p" },
    });
    expect(() =>
      options({ registryIdentityToken: "t", registryUsername: "u", registryPassword: "p" }),
    ).toThrow("not both");
    expect(() => options({ registryUsername: "u" })).toThrow("registryPassword");
    // A form fills the address in by itself.
    expect(options({ registry_server: "https://index.docker.io/v1/" }).registryAuth).toEqual({});
    expect(options({}).cliCredentials).toBe(false);
  });

  test("uses the environment's proxy only when asked to (X4)", () => {
    expect(options({}).proxy).toBe(false);
    expect(options({ proxy: "false" }).proxy).toBe(false);
    expect(options({ proxy: true }).proxy).toBeUndefined();
    expect(options({ proxy: "http://proxy:3128" }).proxy).toBe("http://proxy:3128");
  });

  test("reads seconds, tries and rate as forms have them (F9, F10, F11)", () => {
    expect(options({})).toMatchObject({
      timeout: 60_000,
      retry: { attempts: 4, minDelay: 1000, maxDelay: 30_000 },
      rateLimit: { perMinute: 60 },
    });
    expect(options({ timeout: "5", retry_attempts: "0", retry_delay: "0.5", rate_limit: "0" })).toMatchObject(
      {
        timeout: 5000,
        retry: { attempts: 1, minDelay: 500 },
      },
    );
    expect(options({ rate_limit: "0" }).rateLimit).toBeUndefined();
    expect(options({ rate_limit: "-1" }).rateLimit).toBeUndefined();
    expect(options({ rate_limit: "5", rateLimitWait: "2.5" }).rateLimit).toEqual({
      perMinute: 5,
      maxWait: 2500,
    });
  });

  test("reads how pauses grow, and after what a request is repeated (F10)", () => {
    const retryBackoff = '{"factor": 3, "maxDelay": "5", "jitter": "false"}';
    expect(options({ retryBackoff, retryOn: "ECONNRESET, 429, 502" }).retry).toEqual({
      attempts: 4,
      minDelay: 1000,
      maxDelay: 5000,
      factor: 3,
      jitter: false,
      on: ["CONNECTION_RESET", 429, 502],
    });
    expect(() => options({ retryBackoff: { factor: 0 } })).toThrow("factor is 0");
    expect(() => options({ retryOn: "EWHATEVER" })).toThrow('retryOn has "EWHATEVER"');
  });

  test("keeps connections unless told not to (F12)", () => {
    expect(options({}).keepAlive).toBe(true);
    expect(options({ keepAlive: "no", maxSockets: "3" })).toMatchObject({
      keepAlive: false,
      maxConnections: 3,
    });
  });

  test("takes versions with and without v, and auto (F2)", () => {
    expect(options({ api_version: "v1.41" }).apiVersion).toBe("v1.41");
    expect(options({}).apiVersion).toBe("auto");
    // A form's default that is newer than what this package knows.
    expect(options({ api_version: "v1.99" }).apiVersion).toBe("auto");
    expect(made({ url: "https://a", api_version: "v1.99" }).warnings).toEqual([
      expect.stringContaining("apiVersion v1.99 is not known yet"),
    ]);
  });
});

const pem = `-----BEGIN CERTIFICATE-----\n${"A".repeat(64)}\n${"B".repeat(10)}\n-----END CERTIFICATE-----\n`;
