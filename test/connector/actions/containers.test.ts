import { describe, expect, test } from "vitest";
import { describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";

const summary = { Id: "c1", Names: ["/web"], State: "running", Labels: { a: "b" }, Ports: [], Mounts: [] };

describeActions("containers", [
  {
    case: "texts for what is none (X11, X-2.1-12)",
    name: "list_containers",
    parameters: {
      all: "true",
      limit: "2",
      size: "false",
      filters: '{"status": "running", "label": ["a=b"]}',
    },
    sent: 'GET /containers/json?all=true&limit=2&size=false&filters={"status":["running"],"label":["a=b"]}',
    answer: [summary, { ...summary, Id: "c2", State: "exited" }],
    message: "Found 2 containers.",
  },
  {
    case: "a container without names (S-2.2-3)",
    name: "list container",
    parameters: { all: "", limit: "0", size: "True", filters: "" },
    sent: "GET /containers/json?all=false&limit=0&size=true",
    answer: [{ ...summary, Names: null, Labels: null, Ports: null, Mounts: null }],
    data: [{ ...summary, Names: [], Labels: {}, Ports: [], Mounts: [] }],
    message: "Found 1 container.",
  },
  {
    case: "the whole document and not only the host's side (S-2.2-5)",
    name: "inspect_a_container",
    parameters: { id: "web", size: "true" },
    sent: "GET /containers/web/json?size=true",
    answer: {
      Id: "c1",
      State: { Status: "running", ExitCode: 0, Health: { Status: "healthy" } },
      ExecIDs: null,
    },
    data: [
      { Id: "c1", State: { Status: "running", ExitCode: 0, Health: { Status: "healthy" } }, ExecIDs: [] },
    ],
    message: "Container web is running and healthy.",
  },
  {
    case: "with no more than its id",
    name: "docker-container-start",
    parameters: { id: "web" },
    sent: "POST /containers/web/start",
    message: "Successfully started container web.",
  },
  {
    case: "keys for which engines have no use are taken and not sent",
    name: "start container",
    parameters: { id: "web", detachkeys: "ctrl-p,ctrl-q" },
    sent: "POST /containers/web/start",
    message: "Successfully started container web.",
  },
  {
    case: "0 seconds and a signal are sent (F-2.3-1, S-2.2-7)",
    name: "stop_container",
    parameters: { id: "web", t: "0", signal: "SIGINT" },
    sent: "POST /containers/web/stop?signal=SIGINT&t=0",
    message: "Successfully stopped container web.",
  },
  {
    case: "a stop without a force at the end",
    name: "docker-container-stop",
    parameters: { id: "web", t: "-1" },
    sent: "POST /containers/web/stop?t=-1",
  },
  {
    name: "restart_a_container",
    parameters: { id: "web", delay: "5" },
    sent: "POST /containers/web/restart?t=5",
    message: "Successfully restarted container web.",
  },
  {
    name: "kill_container",
    parameters: { id: "web" },
    sent: "POST /containers/web/kill?signal=SIGKILL",
    message: "Successfully sent SIGKILL to container web.",
  },
  {
    name: "pause_container",
    parameters: { id: "web" },
    sent: "POST /containers/web/pause",
    message: "Successfully paused container web.",
  },
  {
    name: "unpause_container",
    parameters: { id: "web" },
    sent: "POST /containers/web/unpause",
    message: "Successfully unpaused container web.",
  },
  {
    name: "rename_container",
    parameters: { id: "web", name: "web old" },
    sent: "POST /containers/web/rename?name=web old",
    message: "Successfully renamed container web to web old.",
  },
  {
    case: "an id goes encoded into the path and plain into the sentence (F-2.3-14, S-2.2-9, S-2.2-11)",
    name: "pause_container",
    parameters: { id: "a/b c" },
    sent: "POST /containers/a%2Fb%20c/pause",
    message: "Successfully paused container a/b c.",
  },
  {
    name: "resize_container",
    parameters: { id: "web", h: "24", w: "80" },
    sent: "POST /containers/web/resize?h=24&w=80",
    status: 200,
    message: "Successfully resized the terminal of container web to 24 rows and 80 columns.",
  },
  {
    case: "volumes, link and force are sent, signal and time are not (F-2.3-7)",
    name: "remove_container",
    parameters: { id: "web", v: "true", force: "true", link: "false", signal: "SIGTERM", t: "10" },
    sent: "DELETE /containers/web?v=true&force=true&link=false",
    message: "Successfully removed container web.",
  },
  {
    name: "prune_containers",
    parameters: { filters: '{"until": "10m", "label": "a=b"}' },
    sent: 'POST /containers/prune?filters={"until":["10m"],"label":["a=b"]}',
    answer: { ContainersDeleted: ["c1"], SpaceReclaimed: 12 },
    message: "Removed 1 container and freed 12 bytes.",
  },
  {
    case: "nothing to remove",
    name: "delete stopped containers",
    parameters: { filters: "" },
    sent: "POST /containers/prune",
    answer: { ContainersDeleted: null, SpaceReclaimed: 0 },
    data: [{ ContainersDeleted: [], SpaceReclaimed: 0 }],
    message: "Removed 0 containers and freed 0 bytes.",
  },
  {
    name: "container_top",
    parameters: { id: "web", ps_args: "aux" },
    sent: "GET /containers/web/top?ps_args=aux",
    answer: { Titles: ["PID", "CMD"], Processes: [["1", "sleep 10"]] },
    message: "Found 1 process in container web.",
  },
  {
    case: "each kind as a number and as a word (S-2.2-6)",
    name: "get container filesystem changes",
    parameters: { id: "web" },
    sent: "GET /containers/web/changes",
    answer: [
      { Path: "/a", Kind: 0 },
      { Path: "/a/b", Kind: 1 },
      { Path: "/c", Kind: 2 },
    ],
    data: [
      { Path: "/a", Kind: 0, KindName: "modified" },
      { Path: "/a/b", Kind: 1, KindName: "added" },
      { Path: "/c", Kind: 2, KindName: "deleted" },
    ],
    message: "Found 3 changes in the files of container web: 1 modified, 1 added, 1 deleted.",
  },
  {
    case: "an unchanged container, of which engines say null (S-2.2-6)",
    name: "container_changes",
    parameters: { id: "web" },
    sent: "GET /containers/web/changes",
    answer: null,
    data: [],
    message: "Found 0 changes in the files of container web: 0 modified, 0 added, 0 deleted.",
  },
  {
    case: "the label of a form, and a sentence about it (F19, F-2.3-17)",
    name: "wait_container",
    parameters: { id: "web", condition: "Not Running" },
    sent: "POST /containers/web/wait?condition=not-running",
    answer: { StatusCode: 3, Error: null },
    data: [{ StatusCode: 3 }],
    message: "Container web ended with exit code 3.",
  },
  {
    case: "a wait that went wrong",
    name: "docker-container-wait",
    parameters: { id: "web", condition: "removed" },
    sent: "POST /containers/web/wait?condition=removed",
    answer: { StatusCode: 0, Error: { Message: "it is gone" } },
    message: "The wait for container web went wrong: it is gone",
  },
  {
    case: "one sample, asked for as such (F-2.3-1, F-2.3-3)",
    name: "container_stats",
    parameters: { id: "web", stream: "false", oneshot: "true" },
    sent: "GET /containers/web/stats?stream=false&one-shot=true",
    answer: { id: "c1", read: "2026-01-01T00:00:00Z" },
    message: "Read 1 sample of what container web uses.",
  },
  {
    case: "an engine that knows nothing of one-shot",
    name: "docker-container-stats",
    parameters: { id: "web" },
    sent: "GET /containers/web/stats?stream=false",
    answer: { id: "c1", read: "2026-01-01T00:00:00Z" },
    api: "1.40",
  },
  {
    case: "without an empty changes, tag or body, and with its pause (S-2.2-4, X-2.1-8)",
    name: "snapshot_of_a_container",
    parameters: { container: "web", repo: "app", tag: "", changes: "", pause: "", request_body: "{}" },
    sent: "POST /commit?container=web&repo=app&pause=true",
    answer: { Id: "sha256:1" },
    message: "Successfully committed container web as app, with the id sha256:1.",
  },
  {
    case: "changes, a pause that is not wanted and fields of the configuration (F-2.3-1, F-2.3-16)",
    name: "docker-image-commit",
    parameters: {
      container: "web",
      tag: "2",
      repo: "app",
      pause: "false",
      changes: '\nCMD ["sh"]\nENV A=b\n ',
      containerconfig_labels: '{"a": "b"}',
      containerconfig_stoptimeout: "-1",
      containerconfig_cmd: "sh -c 'echo a b'",
      containerconfig_healthcheck_test: "curl -f http://x || exit 1",
    },
    sent: 'POST /commit?container=web&repo=app&tag=2&pause=false&changes=CMD ["sh"]\nENV A=b',
    body: {
      Labels: { a: "b" },
      StopTimeout: -1,
      Cmd: ["sh", "-c", "echo a b"],
      Healthcheck: { Test: ["CMD-SHELL", "curl -f http://x || exit 1"] },
    },
    answer: { Id: "sha256:1" },
    message: "Successfully committed container web as app:2, with the id sha256:1.",
  },
  {
    case: "the policy in its place, numbers as such, and no limit that nobody gave (X-2.1-7, X-2.1-5)",
    name: "docker-container-update",
    parameters: {
      id: "web",
      restartpolicy_name: "on-failure",
      restartpolicy_maximumretrycount: "3",
      resources_cpushares: "512",
      resources_memory: "",
      resources_pidslimit: "-1",
      resources_nanocpus: "1500000000",
    },
    sent: "POST /containers/web/update",
    body: {
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
      CpuShares: 512,
      PidsLimit: -1,
      NanoCpus: 1_500_000_000,
    },
    answer: { Warnings: null },
    data: [{ Warnings: [] }],
    message: "Successfully updated container web.",
  },
  {
    case: "a body, and parameters before its fields (F18)",
    name: "update container",
    parameters: {
      id: "web",
      request_body: '{"Memory": 1, "RestartPolicy": {"Name": "no", "MaximumRetryCount": 1}}',
      additional_fields: '{"CpuShares": 2}',
      Memory: "0",
      restartpolicy_name: "always",
    },
    sent: "POST /containers/web/update",
    body: { Memory: 0, CpuShares: 2, RestartPolicy: { Name: "always", MaximumRetryCount: 1 } },
    answer: { Warnings: [] },
  },
]);

describe("a start or stop that was not needed", () => {
  test.each([
    ["start_container", "/start", "Container web was running already."],
    ["stop_container", "/stop", "Container web had stopped already."],
  ])("%s is a success and says so (S-2.2-1)", async (name, end, message) => {
    let status = 304;
    await using fake = await fakeConnector({ [`POST /containers/web${end}`]: (call) => call.send(status) });
    expect(await fake.connector.execute(name, { id: "web" })).toMatchObject({
      status: "success",
      message,
      data: [{ statusCode: 304 }],
      summary: { changed: false },
      counts: { total: 1, successful: 1 },
    });
    status = 204;
    expect(await fake.connector.execute(name, { id: "web" })).toMatchObject({
      status: "success",
      data: [{ statusCode: 204 }],
      summary: { changed: true },
    });
  });
});

test("an empty answer tells its status (X9)", async () => {
  await using fake = await fakeConnector({ "POST /containers/web/kill": (call) => call.send(204) });
  const { data, summary } = await fake.connector.execute("docker-container-kill", { id: "web", signal: "1" });
  expect({ data, summary }).toEqual({ data: [{ statusCode: 204 }], summary: { total: 1 } });
});

test("a list counts what runs", async () => {
  const found = [summary, { ...summary, State: "exited" }];
  await using fake = await fakeConnector({ "GET /containers/json": (call) => call.json(200, found) });
  expect((await fake.connector.execute("list_containers")).summary).toEqual({ total: 2, running: 1 });
});

test("what was ignored at a removal is told", async () => {
  await using fake = await fakeConnector({ "DELETE /containers/web": (call) => call.send(204) });
  const { meta } = await fake.connector.execute("docker-container-delete", { id: "web", timeout: 5 });
  expect(meta.warnings).toEqual(["timeout has no part in the removal of a container and was ignored."]);
});

test("what an engine warns of at an update or a creation is told", async () => {
  const Warnings = ["Your kernel does not support swap limit capabilities."];
  await using fake = await fakeConnector({
    "POST /containers/web/update": (call) => call.json(200, { Warnings }),
    "POST /containers/create": (call) => call.json(201, { Id: "c1", Warnings }),
  });
  const updated = await fake.connector.execute("update_container", { id: "web", memory: "1" });
  expect(updated.meta.warnings).toEqual(Warnings);
  const created = await fake.connector.execute("create_container", { image: "app" });
  expect(created.meta.warnings).toEqual(Warnings);
});

describe("wrong parameters are refused before anything is sent", () => {
  test.each([
    ["restart_a_container", { id: "web", delay: "1.5" }, /^timeout is 1.5: give a whole number from -1 on/],
    ["restart_a_container", { id: "web", delay: "soon" }, /^timeout is "soon"/],
    ["list container", { limit: "-1" }, /^limit is -1: give a whole number from 0 on/],
    ["list container", { filters: "{status" }, /^filters is/],
    ["create container", { request_body: "[1]", image: "a" }, /^request_body is/],
    ["pause_container", { id: ".." }, /\.\./],
    ["pause_container", { id: "" }, /^id is missing/],
    ["wait_container", { id: "web", condition: "later" }, /^condition is "later": give one of not-running/],
    ["prune_containers", { filters: '{"status": ["exited"]}' }, /status/],
    ["resize_container", { id: "web", h: "24" }, /^width is missing/],
  ])("by %s with %j (S5, S6, S7, F15)", async (name, parameters, message) => {
    await using fake = await fakeConnector();
    const { error } = await fake.connector.execute(name, parameters);
    expect(error).toMatchObject({ category: "validation", message: expect.stringMatching(message) });
    expect(fake.calls).toEqual([]);
  });
});

describe("a stop with a long grace time", () => {
  /** Answers after a while, as an engine does. */
  const slowly = {
    "POST /containers/web/stop": async (call: { send(status: number): void }) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      call.send(204);
    },
  };

  test.each(["2", "-1"])("of %s is waited for beyond the time for a request", async (t) => {
    await using fake = await fakeConnector(slowly, { config: { timeout: "0.2" } });
    expect((await fake.connector.execute("docker-container-stop", { id: "web", t })).status).toBe("success");
  });

  test("is not waited for without an end", async () => {
    await using fake = await fakeConnector(slowly, { config: { timeout: "0.1" } });
    expect(
      (await fake.connector.execute("docker-container-stop", { id: "web", t: "0" })).error?.category,
    ).toBe("timeout");
    const waiting = fake.connector.execute(
      "docker-container-stop",
      { id: "web", t: "-1" },
      { bounds: { time: 100 } },
    );
    expect((await waiting).error?.category).toBe("timeout");
  });
});

test("a wait has an end of its own, and not that of a request", async () => {
  await using fake = await fakeConnector(
    {
      "POST /containers/quick/wait": async (call) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        call.json(200, { StatusCode: 0 });
      },
      "POST /containers/web/wait": () => {},
    },
    { config: { timeout: "0.1" } },
  );
  expect((await fake.connector.execute("container_wait", { id: "quick" })).status).toBe("success");
  const endless = await fake.connector.execute("container_wait", { id: "web" }, { bounds: { time: 100 } });
  expect(endless.error).toMatchObject({ category: "timeout", retryable: true });
  expect(fake.calls).toHaveLength(2);
});
