import { describe, expect, test } from "vitest";
import { type ActionCase, describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";
import { config, node, secret, service, swarm, task } from "./swarm-answers.js";

const cases: ActionCase[] = [
  {
    name: "docker-swarm-inspect",
    parameters: {},
    sent: "GET /swarm",
    answer: swarm,
    data: [{ ...swarm, DefaultAddrPool: [] }],
    message: "Read swarm abc.",
  },
  {
    name: "docker-swarm-init",
    case: "a name that is written in two ways, numbers and objects as text (X-2.1-4, X-2.1-5, X11)",
    parameters: {
      advertiseaddr: "10.0.0.5",
      datapathport: "4790",
      defaultaddrpool: "10.10.0.0/16,10.20.0.0/16",
      subnetsize: "26",
      forcenewcluster: "false",
      spec_name: "default",
      spec_encryptionconfig: '{"AutoLockManagers": true}',
      spec_Orchestration: '{"TaskHistoryRetentionLimit": 3}',
      spec_Labels: "",
    },
    sent: "POST /swarm/init",
    body: {
      ListenAddr: "0.0.0.0:2377",
      AdvertiseAddr: "10.0.0.5",
      DataPathPort: 4790,
      DefaultAddrPool: ["10.10.0.0/16", "10.20.0.0/16"],
      SubnetSize: 26,
      ForceNewCluster: false,
      Spec: {
        Name: "default",
        EncryptionConfig: { AutoLockManagers: true },
        Orchestration: { TaskHistoryRetentionLimit: 3 },
      },
    },
    answer: "n1",
    data: [{ NodeID: "n1" }],
    message: "Started a swarm with this engine as its manager n1.",
  },
  {
    name: "docker-swarm-join",
    parameters: {
      listenaddr: "127.0.0.1:2377",
      remoteaddrs: "10.0.0.5:2377, 10.0.0.6",
      jointoken: "SWMTKN-1-w",
    },
    sent: "POST /swarm/join",
    body: {
      ListenAddr: "127.0.0.1:2377",
      RemoteAddrs: ["10.0.0.5:2377", "10.0.0.6"],
      JoinToken: "SWMTKN-1-w",
    },
    status: 200,
    message: "This engine has joined the swarm.",
  },
  {
    name: "docker-swarm-leave",
    parameters: { force: "yes" },
    sent: "POST /swarm/leave?force=true",
    status: 200,
    message: "This engine has left its swarm.",
  },
  {
    name: "docker-swarm-unlock",
    parameters: { unlockkey: "SWMKEY-1-x" },
    sent: "POST /swarm/unlock",
    body: { UnlockKey: "SWMKEY-1-x" },
    status: 200,
    message: "Successfully unlocked the swarm manager.",
  },
  {
    name: "docker-swarm-unlockkey",
    parameters: {},
    sent: "GET /swarm/unlockkey",
    answer: { UnlockKey: "SWMKEY-1-x" },
    message: "Read the unlock key.",
  },
  {
    name: "docker-swarm-unlockkey",
    case: "without a key",
    parameters: {},
    sent: "GET /swarm/unlockkey",
    answer: { UnlockKey: "" },
    message: "Managers of this swarm do not lock: there is no key.",
  },
  {
    name: "docker-node-list",
    case: "filters as key=value",
    parameters: { filters: "role=worker,node.label=zone" },
    sent: 'GET /nodes?filters={"role":["worker"],"node.label":["zone"]}',
    answer: [node, { ...node, Status: { State: "down" } }],
    message: "Found 2 nodes, 1 of them ready.",
  },
  {
    name: "docker-node-inspect",
    case: "an id that is none stays in its place",
    parameters: { id: "a/b c" },
    sent: "GET /nodes/a%2Fb%20c",
    answer: node,
    message: "Node a/b c is ready.",
  },
  {
    name: "docker-node-delete",
    parameters: { id: "n1", force: "true" },
    sent: "DELETE /nodes/n1?force=true",
    status: 200,
    message: "Successfully removed node n1.",
  },
  {
    name: "docker-service-list",
    parameters: { filters: '{"label": "team=a"}', status: "True" },
    sent: 'GET /services?filters={"label":["team=a"]}&status=true',
    answer: [{ ...service, ServiceStatus: { RunningTasks: 3, DesiredTasks: 3 } }],
    message: "Found 1 service.",
  },
  {
    name: "docker-service-list",
    case: "an engine that cannot count",
    parameters: { filters: "", status: "" },
    sent: "GET /services",
    answer: [],
    api: "1.40",
    message: "Found 0 services.",
  },
  {
    name: "docker-service-inspect",
    case: "a name that another connector wrote wrongly on the wire (X-2.1-3)",
    parameters: { id: "web", insert_defaults: "true" },
    sent: "GET /services/web?insertDefaults=true",
    answer: { ...service, UpdateStatus: null },
    data: [{ ...service, UpdateStatus: {} }],
    message: "Read service web.",
  },
  {
    name: "docker-service-create",
    case: "objects and numbers as text (X-2.1-5)",
    parameters: {
      servicespec_name: "web",
      servicespec_labels: '{"team": "a"}',
      servicespec_tasktemplate_containerspec: '{"Image": "web:1", "Args": ["sleep", "10"]}',
      servicespec_tasktemplate_restartpolicy: '{"Condition": "none"}',
      servicespec_tasktemplate_forceupdate: "0",
      servicespec_tasktemplate_runtime: "Container",
      servicespec_tasktemplate_networks: '[{"Target": "net"}]',
      servicespec_mode_replicated: '{"Replicas": 0}',
      servicespec_updateconfig_parallelism: "0",
      servicespec_updateconfig_maxfailureratio: "0.5",
      servicespec_updateconfig_order: "Start First",
      servicespec_rollbackconfig_failureaction: "continue",
      servicespec_endpointspec_mode: "dnsrr",
      servicespec_endpointspec_ports: '{"TargetPort": 80, "PublishMode": "host"}',
    },
    sent: "POST /services/create",
    body: {
      Name: "web",
      Labels: { team: "a" },
      TaskTemplate: {
        ContainerSpec: { Image: "web:1", Args: ["sleep", "10"] },
        RestartPolicy: { Condition: "none" },
        ForceUpdate: 0,
        Runtime: "container",
        Networks: [{ Target: "net" }],
      },
      Mode: { Replicated: { Replicas: 0 } },
      UpdateConfig: { Parallelism: 0, MaxFailureRatio: 0.5, Order: "start-first" },
      RollbackConfig: { FailureAction: "continue" },
      EndpointSpec: { Mode: "dnsrr", Ports: [{ TargetPort: 80, PublishMode: "host" }] },
    },
    status: 201,
    answer: { ID: "s1", Warnings: null },
    data: [{ ID: "s1", Warnings: [] }],
    message: "Successfully created service web.",
  },
  {
    name: "docker-service-delete",
    parameters: { id: "web" },
    sent: "DELETE /services/web",
    status: 200,
    message: "Successfully removed service web.",
  },
  {
    name: "docker-task-list",
    parameters: { filters: '{"service": ["web"], "desired-state": "running"}' },
    sent: 'GET /tasks?filters={"service":["web"],"desired-state":["running"]}',
    answer: [task],
    message: "Found 1 task, 1 of them running.",
  },
  {
    name: "docker-task-inspect",
    parameters: { id: "t1" },
    sent: "GET /tasks/t1",
    answer: { ...task, Volumes: null },
    data: [{ ...task, Volumes: [] }],
    message: "Task t1 is running.",
  },
  {
    name: "docker-secret-list",
    case: "filters as a set, as older clients write it",
    parameters: { filters: { name: { key: true, other: false } } },
    sent: 'GET /secrets?filters={"name":["key"]}',
    answer: [secret],
    message: "Found 1 secret.",
  },
  {
    name: "docker-secret-inspect",
    parameters: { id: "key" },
    sent: "GET /secrets/key",
    answer: secret,
    message: "Read secret key.",
  },
  {
    name: "docker-secret-create",
    case: "drivers in two ways of writing (X-2.1-4)",
    parameters: {
      secretspec_name: "key",
      secretspec_labels: '{"team": "a"}',
      secretspec_data: "aHVu\ndGVyMg==",
      secretspec_driver_Name: "vault",
      secretspec_driver_options: '{"path": "/a"}',
      secretspec_templating_name: "golang",
    },
    sent: "POST /secrets/create",
    body: {
      Name: "key",
      Labels: { team: "a" },
      Data: "aHVudGVyMg==",
      Driver: { Name: "vault", Options: { path: "/a" } },
      Templating: { Name: "golang" },
    },
    status: 201,
    answer: { ID: "x1" },
    message: "Successfully created secret key.",
  },
  {
    name: "create_secret",
    case: "a value as it is",
    parameters: { name: "key", plain_data: " hunter2 é" },
    sent: "POST /secrets/create",
    body: { Name: "key", Data: Buffer.from(" hunter2 é").toString("base64") },
    status: 201,
    answer: { ID: "x1" },
  },
  {
    name: "docker-secret-delete",
    parameters: { id: "key" },
    sent: "DELETE /secrets/key",
    message: "Successfully removed secret key.",
  },
  {
    name: "docker-config-list",
    parameters: {},
    sent: "GET /configs",
    answer: [config],
    message: "Found 1 config.",
  },
  {
    name: "docker-config-inspect",
    parameters: { id: "conf" },
    sent: "GET /configs/conf",
    answer: config,
    message: "Read config conf.",
  },
  {
    name: "docker-config-create",
    parameters: {
      configspec_name: "conf",
      configspec_data: "aGVsbG8=",
      configspec_templating_Name: "golang",
    },
    sent: "POST /configs/create",
    body: { Name: "conf", Data: "aGVsbG8=", Templating: { Name: "golang" } },
    status: 201,
    answer: { ID: "c1" },
    message: "Successfully created config conf.",
  },
];

describeActions("swarm", cases);

describe("secrets and configs", () => {
  test("refuse text that is no base64, without showing it", async () => {
    await using fake = await fakeConnector();
    for (const data of ["hunter2", "hunter2é", "aGVsbG8"]) {
      const envelope = await fake.connector.execute("create_secret", { name: "key", data });
      expect(envelope.error?.category).toBe("validation");
      expect(envelope.message).toMatch(/not base64.*plain_data/);
      expect(JSON.stringify(envelope)).not.toContain(data);
    }
    expect(fake.calls).toEqual([]);
  });

  test.each(["create_secret", "create_config"])("%s takes data in one way, not two", async (name) => {
    await using fake = await fakeConnector();
    const { error } = await fake.connector.execute(name, {
      name: "a",
      data: "aGVsbG8=",
      plain_data: "hello",
    });
    expect(error).toMatchObject({ category: "validation", message: expect.stringMatching(/not both/) });
  });

  test("keep what is secret out of what is told of them", async () => {
    await using fake = await fakeConnector({
      "POST /secrets/create": (call) => call.json(201, { ID: "x1" }),
    });
    for (const parameters of [{ data: "aHVudGVyMg==" }, { plain_data: "hunter2" }]) {
      const envelope = await fake.connector.execute("create_secret", { name: "key", ...parameters });
      expect(envelope.status).toBe("success");
      expect(JSON.stringify(envelope)).not.toMatch(/hunter2|aHVudGVyMg/);
    }
    for (const [name, parameters] of [
      ["create_secret", { name: "key", plain_data: "hidden" }],
      ["swarm_join", { join_token: "SWMTKN-hidden" }],
      ["swarm_unlock", { unlock_key: "SWMKEY-hidden" }],
    ] as const) {
      expect(JSON.stringify(await fake.connector.execute(name, parameters))).not.toMatch(/hidden|aGlkZGVu/);
      expect(JSON.stringify(await fake.connector.execute(name, parameters, { dryRun: true }))).not.toMatch(
        /hidden|aGlkZGVu/,
      );
    }
  });
});

describe("a service", () => {
  const credentials = {
    registryUsername: "robot",
    registryPassword: "hunter2",
    registryServerAddress: "registry.example",
  };

  test.each([
    ["registry.example/web:1", true],
    ["elsewhere.example/web:1", false],
  ])("of %s goes with the credentials for its registry and no other's (X5)", async (Image, goes) => {
    await using fake = await fakeConnector(
      { "POST /services/create": (call) => call.json(201, { ID: "s1" }) },
      { config: credentials },
    );
    const envelope = await fake.connector.execute("create_service", {
      name: "web",
      task_template_containerspec: { Image },
    });
    expect(envelope.data).toEqual([{ ID: "s1", Warnings: [] }]);
    const header = fake.calls[0]?.headers["x-registry-auth"];
    const sent =
      header === undefined ? undefined : JSON.parse(Buffer.from(String(header), "base64url").toString());
    expect(sent).toEqual(
      goes ? expect.objectContaining({ username: "robot", password: "hunter2" }) : undefined,
    );
    expect(JSON.stringify(envelope)).not.toContain("hunter2");
  });

  test("says the engine's warnings", async () => {
    await using fake = await fakeConnector({
      "POST /services/create": (call) => call.json(201, { ID: "s1", Warnings: ["unpinned"] }),
    });
    const { meta } = await fake.connector.execute("create_service", { name: "web" });
    expect(meta.warnings).toEqual(["unpinned"]);
  });
});

test("an engine in no swarm is a failure that waiting does not mend (X-2.1-1)", async () => {
  const message = "This node is not a swarm manager.";
  await using fake = await fakeConnector({ "GET /nodes": (call) => call.json(503, { message }) });
  expect(await fake.connector.execute("docker-node-list", {})).toMatchObject({
    status: "failed",
    message,
    error: { category: "unavailable", retryable: false },
  });
});

test("what has an identity says so, for platforms that keep results apart by it (X8)", async () => {
  await using fake = await fakeConnector({
    "GET /nodes": (call) => call.json(200, [node]),
    "GET /services/{id}": (call) => call.json(200, service),
    "GET /tasks/{id}": (call) => call.json(200, task),
  });
  const contextOf = async (name: string) => (await fake.connector.execute(name, { id: "a" })).context;
  expect((await fake.connector.execute("list_nodes")).context).toEqual({
    prefix: "Docker.Node",
    keyField: "ID",
  });
  expect(await contextOf("inspect_service")).toEqual({ prefix: "Docker.Service", keyField: "ID" });
  expect(await contextOf("inspect_task")).toEqual({ prefix: "Docker.Task", keyField: "ID" });
});
