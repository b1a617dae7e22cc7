import { describe, expect, test } from "vitest";
import { NotFoundError } from "../../src/errors.js";
import { ageText, sizeText } from "../../src/repl/cells.js";
import { listTable } from "../../src/repl/list-table.js";
import { messageLine } from "../../src/repl/message-line.js";
import { showValue } from "../../src/repl/show-value.js";
import { table } from "../../src/repl/table.js";
import { terminalText } from "../../src/repl/terminal-text.js";

const container = {
  Id: "ab".repeat(32),
  Names: ["/other/alias", "/web"],
  Image: `sha256:${"cd".repeat(32)}`,
  State: "running",
  Status: "Up 2 hours",
  Ports: [
    { IP: "0.0.0.0", PublicPort: 8080, PrivatePort: 80, Type: "tcp" },
    { IP: "::", PublicPort: 8080, PrivatePort: 80, Type: "tcp" },
    { PrivatePort: 443, Type: "tcp" },
  ],
};

describe("lists", () => {
  test("of containers are a table, a part of one too", () => {
    expect(listTable([container], 100)?.split("\n")).toEqual([
      "ID             NAME   IMAGE          STATUS       PORTS",
      "abababababab   web    cdcdcdcdcdcd   Up 2 hours   8080->80/tcp, 443/tcp",
    ]);
  });

  test.each([
    [
      "images",
      { Id: `sha256:${"a".repeat(64)}`, RepoTags: ["app:1"], Size: 1_980_000, Created: 1 },
      /app:1 .* 1\.98 MB$/,
    ],
    [
      "networks",
      { Id: "b".repeat(64), Name: "bridge", Driver: "bridge", Scope: "local" },
      /^b{12} {3}bridge/,
    ],
    [
      "nodes",
      {
        ID: "n1",
        Description: { Hostname: "h" },
        Status: { State: "ready" },
        Spec: { Role: "manager", Availability: "active" },
        ManagerStatus: { Leader: true },
      },
      /n1 +h +ready +active +manager, leader/,
    ],
    [
      "services",
      {
        ID: "s1",
        Spec: {
          Name: "web",
          Mode: { Replicated: { Replicas: 3 } },
          TaskTemplate: { ContainerSpec: { Image: "app:1@sha256:0" } },
        },
        Endpoint: {},
      },
      /s1 +web +replicated 3 +app:1$/,
    ],
    [
      "tasks",
      { ID: "t1", ServiceID: "s1", DesiredState: "running", Slot: 2, Status: { State: "failed", Err: "no" } },
      /t1 +s1 +2 +running +failed +no/,
    ],
    [
      "secrets",
      { ID: "x1", Spec: { Name: "key" }, CreatedAt: "2020-01-01T00:00:00Z" },
      /x1 +key +\d+ years ago/,
    ],
  ])("of %s are a table", (_, row, line) => {
    expect(listTable([row], 200)?.split("\n")[1]).toMatch(line);
  });

  test("of volumes come in an object, and processes with their titles", () => {
    const volumes = {
      Volumes: [{ Name: "data", Driver: "local", Mountpoint: "/x", Scope: "local" }],
      Warnings: null,
    };
    expect(listTable(volumes, 80)).toContain("data   local");
    expect(listTable({ Titles: ["PID", "CMD"], Processes: [["1", "sh"]] }, 80)).toBe("PID   CMD\n1     sh");
  });

  test("of anything else are none", () => {
    for (const value of [[], [1], [{ a: 1 }], {}, null, "x", [container, null]])
      expect(listTable(value, 80)).toBeUndefined();
  });
});

describe("table", () => {
  test("fits into the terminal, the widest columns being cut", () => {
    const lines = table(
      [
        ["ID", "NAME"],
        ["abc", "x".repeat(50)],
      ],
      20,
    ).split("\n");
    expect(lines).toEqual(["ID    NAME", `abc   ${"x".repeat(13)}…`]);
  });

  test("shows nothing that steers, and counts wide characters", () => {
    expect(
      table(
        [
          ["a\x1b[2J\nb", "c"],
          ["日本", "d"],
        ],
        80,
      ),
    ).toBe("a b    c\n日本   d");
  });
});

describe("values", () => {
  test("show no secrets, whatever they are in", () => {
    const loop: Record<string, unknown> = { Config: { Env: ["A=geheim"] }, JoinTokens: { Worker: "geheim" } };
    loop.self = loop;
    for (const value of [
      loop,
      { Env: ["PATH=geheim"] },
      { password: "geheim", nested: [{ registrytoken: "geheim" }] },
      "https://ada:geheim@host/x",
      ["TOKEN=geheim"],
      ["sh", "-c", "cd /; SSH_KEY=geheim ./x"],
      { CreatedBy: "RUN |1 NPM_TOKEN=geheim /bin/sh" },
      { "my.password": "geheim", AWS_ACCESS_KEY_ID: "geheim" },
      "postgres://u:p@geheim@db/x",
      { long: `${"x\n".repeat(3000)}password=geheim` },
      { [`__proto__`]: 1, secret: "geheim" },
    ]) {
      expect(showValue(value)).not.toContain("geheim");
    }
  });

  test("show everything else as it is, and are left as they are", () => {
    const value = { Env: ["A=b"], when: new Date(0), bytes: Buffer.from("x"), map: new Map([[1, 2]]), n: 1n };
    expect(showValue(value, { columns: 200 })).toBe(
      "{ Env: [ 'A=***' ], when: 1970-01-01T00:00:00.000Z, bytes: <Buffer 78>, map: Map(1) { 1 => 2 }, n: 1n }",
    );
    expect(value.Env).toEqual(["A=b"]);
    const long = `${"line\n".repeat(1000)}end`;
    expect(showValue({ long })).toContain("end");
  });

  test("show errors as their sentence", () => {
    const error = new NotFoundError("No such\x1b[2J container", { status: 404, method: "GET", path: "/x" });
    expect(showValue(error)).toBe("NotFoundError: No such container (NOT_FOUND, status 404)");
    expect(showValue(new TypeError("x"))).toContain("TypeError: x\n    at ");
  });
});

describe("lines of streams", () => {
  test("tell an event and a sample, and leave labels out", () => {
    const event = {
      Type: "container",
      Action: "die",
      Actor: {
        ID: "ab".repeat(32),
        Attributes: { name: "web", image: "app:1", exitCode: "1", "my.token": "geheim" },
      },
      timeNano: 1_700_000_000_000_000_000,
    };
    expect(messageLine(event)).toBe(
      "2023-11-14T22:13:20.000Z container die abababababab name=web image=app:1 exitCode=1",
    );
    const cpu = (total: number, system: number) => ({
      cpu_usage: { total_usage: total },
      system_cpu_usage: system,
      online_cpus: 2,
    });
    const sample = {
      name: "/web",
      cpu_stats: cpu(300, 2000),
      precpu_stats: cpu(100, 1000),
      memory_stats: { usage: 1_500_000, limit: 2_000_000_000 },
      pids_stats: { current: 3 },
    };
    expect(messageLine(sample)).toBe("web  CPU 40.0 %  memory 1.50 MB of 2.00 GB  processes 3");
    expect(messageLine({ ...sample, precpu_stats: {}, memory_stats: {} })).toContain("CPU ?");
    expect(messageLine({ some: "thing" })).toBeUndefined();
  });

  test("keep the colours of a log and nothing else that steers", () => {
    expect(terminalText("\x1b[31mred\x1b[0m \x1b[2Jtext \x07\ttab\x9b1A")).toBe(
      "\x1b[31mred\x1b[0m text \ttab\x1b[0m",
    );
    expect(terminalText("10 %\r50 %\r100 %\r")).toBe("100 %");
    expect(terminalText("")).toBe("");
  });
});

test("sizes and ages are read at a glance", () => {
  expect([0, 999, 1000, 1_234_567, 999_999, 5e12, 5e16].map(sizeText)).toEqual([
    "0 B",
    "999 B",
    "1.00 kB",
    "1.23 MB",
    "1000 kB",
    "5.00 TB",
    "50000 TB",
  ]);
  const now = Date.parse("2026-01-02T00:00:00Z");
  expect(
    [now / 1000 - 1, now / 1000 - 7200, "2025-12-31T00:00:00Z", 0, "none"].map((time) => ageText(time, now)),
  ).toEqual(["1 second ago", "2 hours ago", "2 days ago", "", ""]);
});
