import { describe, expect, test } from "vitest";
import { describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";

const answer = { Id: "c1", Warnings: [] };
const sent = "POST /containers/create";

describeActions("container creation", [
  {
    case: "fields at the top are lifted to where the API has them (S-2.2-8)",
    name: "create container",
    parameters: {
      name: "web",
      request_body: JSON.stringify({
        Image: "app:1",
        Cmd: ["sleep", "10"],
        PortBindings: { "80/tcp": [{ HostPort: "8080" }] },
        RestartPolicy: { Name: "always" },
        ExposedPorts: { "80/tcp": {} },
      }),
    },
    sent: "POST /containers/create?name=web",
    body: {
      Image: "app:1",
      Cmd: ["sleep", "10"],
      ExposedPorts: { "80/tcp": {} },
      HostConfig: {
        PortBindings: { "80/tcp": [{ HostPort: "8080" }] },
        RestartPolicy: { Name: "always" },
      },
    },
    answer,
    message: "Successfully created container web with the id c1.",
  },
  {
    case: "networks at the top are lifted too, and names in any case (X-2.1-6)",
    name: "create_a_container",
    parameters: {
      request_body: {
        image: "app:1",
        restartPolicy: { Name: "no" },
        EndpointsConfig: { front: { Aliases: ["web"] } },
        hostconfig: { Memory: 1 },
      },
      additional_fields: { HostConfig: { Memory: 2, NanoCpus: 3 }, NetworkingConfig: null },
    },
    sent,
    body: {
      image: "app:1",
      Image: "app:1",
      HostConfig: { RestartPolicy: { Name: "no" }, Memory: 2, NanoCpus: 3 },
      NetworkingConfig: { EndpointsConfig: { front: { Aliases: ["web"] } } },
    },
    answer,
    message: "Successfully created container c1.",
  },
  {
    case: "single fields of the host's side are within it, numbers as such (X-2.1-5, X-2.1-6)",
    name: "docker-container-create",
    parameters: {
      name: "",
      containerconfig_image: "app:1",
      containerconfig_hostname: "h",
      containerconfig_stoptimeout: "5",
      containerconfig_labels: '{"a": "b"}',
      containerconfig_exposedports: '{"80/tcp": {}}',
      containerconfig_volumes: '{"/data": {}}',
      containerconfig_env: "A=1, B=2",
      containerconfig_tty: "False",
      hostconfig_portbindings: '{"80/tcp": [{"HostPort": "8080"}]}',
      hostconfig_sysctls: '{"net.ipv4.ip_forward": "1"}',
      hostconfig_tmpfs: '{"/tmp": "rw"}',
      hostconfig_shmsize: "67108864",
      hostconfig_oomscoreadj: "-5",
      hostconfig_capdrop: "ALL, NET_RAW",
      hostconfig_autoremove: "true",
      hostconfig_consolesize: "24,80",
      networkingconfig_endpointsconfig: '{"front": {}}',
    },
    sent,
    body: {
      Image: "app:1",
      Hostname: "h",
      StopTimeout: 5,
      Labels: { a: "b" },
      ExposedPorts: { "80/tcp": {} },
      Volumes: { "/data": {} },
      Env: ["A=1", "B=2"],
      Tty: false,
      HostConfig: {
        PortBindings: { "80/tcp": [{ HostPort: "8080" }] },
        Sysctls: { "net.ipv4.ip_forward": "1" },
        Tmpfs: { "/tmp": "rw" },
        ShmSize: 67_108_864,
        OomScoreAdj: -5,
        CapDrop: ["ALL", "NET_RAW"],
        AutoRemove: true,
        ConsoleSize: [24, 80],
      },
      NetworkingConfig: { EndpointsConfig: { front: {} } },
    },
    answer,
  },
  {
    case: "names whose case differs from the form's (X-2.1-4)",
    name: "docker-container-create",
    parameters: {
      containerconfig_image: "app:1",
      containerconfig_healthcheck_Test: "CMD, curl, -f, http://x",
      containerconfig_healthcheck_interval: "1000000000",
      hostconfig_logconfig_type: "local",
      hostconfig_logconfig_Config: '{"max-size": "1m"}',
      hostconfig_restartpolicy_name: "on-failure",
      hostconfig_restartpolicy_MaximumRetryCount: "0",
    },
    sent,
    body: {
      Image: "app:1",
      Healthcheck: { Test: ["CMD", "curl", "-f", "http://x"], Interval: 1_000_000_000 },
      HostConfig: {
        LogConfig: { Type: "local", Config: { "max-size": "1m" } },
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 0 },
      },
    },
    answer,
  },
  {
    case: "words of a command, and the host's side of the form (F-2.3-4, F-2.3-7, F18)",
    name: "create_container",
    parameters: {
      image: "app:1",
      Cmd: "sh -c 'ls -la /'",
      Hostname: "h",
      HostConfig:
        '{"Memory": 1, "RestartPolicy": {"Name": "no", "MaximumRetryCount": 2}, "Binds": ["/a:/b"]}',
      hostconfig_restartpolicy_name: "on-failure",
      hostconfig_binds: "/c:/d",
      additional_fields:
        '{"Domainname": "d", "Hostname": "other", "HostConfig": {"Memory": 5, "Init": true}}',
    },
    sent,
    body: {
      Image: "app:1",
      Cmd: ["sh", "-c", "ls -la /"],
      Hostname: "h",
      Domainname: "d",
      HostConfig: {
        Memory: 1,
        Init: true,
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
        Binds: ["/c:/d"],
      },
    },
    answer,
  },
  {
    case: "no command where none is given (F-2.3-4)",
    name: "create_container",
    parameters: { image: "app:1", Cmd: "", containerconfig_entrypoint: '[""]', hostconfig_maskedpaths: "[]" },
    sent,
    body: { Image: "app:1", Entrypoint: [""], HostConfig: { MaskedPaths: [] } },
    answer,
  },
]);

describe("create_container", () => {
  test("leaves the caller's objects as they are", async () => {
    await using fake = await fakeConnector({ "POST /containers/create": (call) => call.json(201, answer) });
    const host_config = { RestartPolicy: { Name: "no" } };
    const request_body = { HostConfig: { LogConfig: { Type: "local" } }, Healthcheck: { Retries: 1 } };
    await fake.connector.execute("create_container", {
      image: "app:1",
      host_config,
      request_body,
      hostconfig_restartpolicy_name: "always",
      hostconfig_logconfig_type: "none",
      healthcheck_retries: 2,
    });
    expect(host_config).toEqual({ RestartPolicy: { Name: "no" } });
    expect(request_body).toEqual({
      HostConfig: { LogConfig: { Type: "local" } },
      Healthcheck: { Retries: 1 },
    });
  });

  test.each([
    [{ request_body: "{}" }, "image is missing"],
    [{ image: "a", request_body: { HostConfig: "text" } }, "HostConfig is not an object"],
    [{ image: "a", hostconfig_consolesize: "wide" }, "such as 24,80"],
    [{ image: "a", host_config: { LogConfig: "x" }, hostconfig_logconfig_type: "local" }, "LogConfig"],
  ])("refuses %j before anything is sent (F15)", async (parameters, message) => {
    await using fake = await fakeConnector();
    const { error } = await fake.connector.execute("create_container" as string, parameters);
    expect(error).toMatchObject({ category: "validation", message: expect.stringContaining(message) });
    expect(fake.calls).toEqual([]);
  });

  test.each([{ env: '["=hunter2"]' }, { request_body: { Env: ["=hunter2"] } }])(
    "never shows the value of a variable",
    async (parameters) => {
      await using fake = await fakeConnector();
      const envelope = await fake.connector.execute("create_container" as string, {
        image: "a",
        ...parameters,
      });
      expect(envelope.status).toBe("failed");
      expect(JSON.stringify(envelope)).not.toContain("hunter2");
    },
  );

  test("refuses what the engine would silently ignore", async () => {
    await using fake = await fakeConnector({}, { api: "1.40" });
    const platform = await fake.connector.execute("create_container", {
      image: "a",
      platform: "linux/arm64",
    });
    expect(platform.error?.category).toBe("unsupported_version");
    const host = await fake.connector.execute("create_container", {
      image: "a",
      request_body: '{"CgroupnsMode": "host"}',
    });
    expect(host.error?.category).toBe("unsupported_version");
  });
});
