import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BUSYBOX_IMAGE, isStatic } from "../../scripts/engine/busybox.js";
import { findProgram } from "../../scripts/engine/install.js";
import { freeSubnet } from "../../scripts/engine/network.js";
import { call } from "../../scripts/engine/plain-call.js";
import { type PrivateEngine, startEngine } from "../../scripts/engine/start.js";
import { tar } from "../../scripts/engine/tar.js";

describe("tar", () => {
  test("writes files, folders and links that the tar program reads", () => {
    const archive = tar([
      { path: "bin/", mode: 0o755 },
      { path: "bin/tool", mode: 0o750, content: Buffer.from("x".repeat(600)) },
      { path: "bin/alias", mode: 0o777, target: "tool" },
      { path: "tmp/", mode: 0o1777 },
    ]);
    const listing = execFileSync("tar", ["--utc", "-tvf", "-"], { input: archive, encoding: "utf8" });
    expect(listing.trimEnd().split("\n")).toEqual([
      "drwxr-xr-x 0/0               0 1970-01-01 00:00 bin/",
      "-rwxr-x--- 0/0             600 1970-01-01 00:00 bin/tool",
      "lrwxrwxrwx 0/0               0 1970-01-01 00:00 bin/alias -> tool",
      "drwxrwxrwt 0/0               0 1970-01-01 00:00 tmp/",
    ]);
    expect(execFileSync("tar", ["-xOf", "-", "bin/tool"], { input: archive }).byteLength).toBe(600);
  });

  test("refuses a path that does not fit into the header", () => {
    expect(() => tar([{ path: "a".repeat(101), mode: 0o644 }])).toThrow("too long for a tar header");
  });
});

test("a program that needs a dynamic loader does not pass for a static one", async () => {
  expect(isStatic(await readFile(process.execPath))).toBe(false);
  expect(isStatic(Buffer.from("#!/bin/sh\necho no program at all, but long enough for a header\n"))).toBe(
    false,
  );
});

describe("the bridge's network", () => {
  const route = (network: string, mask: string) =>
    `eth0\t${network}\t00000000\t0001\t0\t0\t0\t${mask}\t0\t0\t0\n`;
  const header = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";
  const defaultRoute = route("00000000", "00000000");

  test("lies beside the routes of the machine", async () => {
    // 10.128.0.0/10, 10.192.0.0/11 and 10.224.0.0/12 leave 10.240.0.0 and what follows.
    const taken =
      route("0000800A", "0000C0FF") + route("0000C00A", "0000E0FF") + route("0000E00A", "0000F0FF");
    for (let i = 0; i < 50; i++) {
      expect(await freeSubnet(header + defaultRoute + taken)).toMatch(/^10\.2[45]\d\.\d+\.1\/24$/);
    }
  });

  test("is not found where one route covers everything", async () => {
    await expect(freeSubnet(header + defaultRoute + route("0000000A", "000000FF"))).rejects.toThrow(
      "No free network",
    );
  });
});

const ready = process.getuid?.() === 0 && (await findProgram("dockerd")) !== undefined;
const required = process.env.DOCKER_ENGINE_SDK_REQUIRE_ENGINE === "1";

describe.skipIf(!ready && !required)("a private engine (needs root and dockerd)", { timeout: 60_000 }, () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("answers, runs a container on its own bridge, and leaves nothing behind", async () => {
    const engine = await startEngine();
    const bridge = bridgeOf(engine.folder);
    expect(networkInterfaces()[bridge]).toBeDefined();
    expect(
      await exitCodeOf(engine, [
        "sh",
        "-c",
        "test -d /tmp && ip addr show eth0 | grep -q 'inet 10.' && exit 42",
      ]),
    ).toBe(42);
    await engine.stop();
    await engine.stop();
    expect(networkInterfaces()[bridge]).toBeUndefined();
    expect(await exists(engine.folder)).toBe(false);
    expect(await engine.log()).toContain("API listen on");
  });

  test("comes back with its data after its daemon was killed, and still leaves nothing behind", async () => {
    const engine = await startEngine();
    await call(engine, "POST", "/volumes/create", { body: Buffer.from('{"Name":"kept"}') });
    for (const signal of ["KILL", "TERM"] as const) {
      await engine.kill(signal);
      await expect(call(engine, "GET", "/_ping")).rejects.toThrow(/ECONNREFUSED|ENOENT/);
      await engine.startAgain();
      expect((await call(engine, "GET", "/volumes/kept")).status).toBe(200);
    }
    await engine.kill();
    await engine.stop();
    expect(networkInterfaces()[bridgeOf(engine.folder)]).toBeUndefined();
    expect(await exists(engine.folder)).toBe(false);
  });

  test("speaks TLS to who has its certificates, and to nobody else", async () => {
    await using engine = await startEngine({ tls: true });
    const { host, certPath } = engine.tls ?? { host: "", certPath: "" };
    expect(await call({ host, certPath }, "GET", "/_ping")).toEqual({ status: 200, text: "OK" });
    expect((await call({ host }, "GET", "/_ping")).status).toBe(400);
  });

  test("ends with a container still running and its starter killed", async () => {
    const starter = spawn(process.execPath, ["--import", "tsx", "scripts/engine.ts", "start"]);
    const [line]: Buffer[] = await once(starter.stdout, "data");
    const folder = /unix:\/\/(.*)\/docker\.sock/.exec(String(line))?.[1] ?? "";
    await startContainer({ host: `unix://${folder}/docker.sock` }, ["sleep", "600"]);
    starter.kill("SIGKILL");
    await vi.waitUntil(async () => !(await exists(folder)), { timeout: 20_000, interval: 100 });
    expect(networkInterfaces()[bridgeOf(folder)]).toBeUndefined();
  });

  test("is there for a command, which gives the exit code", async () => {
    const script = 'test -S "$(echo $DOCKER_HOST | cut -c 8-)" && test -z "$DOCKER_TLS_VERIFY" && exit 7';
    const args = ["--import", "tsx", "scripts/engine.ts", "run", "--", "sh", "-c", script];
    const runner = spawn(process.execPath, args, { env: { ...process.env, DOCKER_TLS_VERIFY: "1" } });
    expect(await once(runner, "exit")).toEqual([7, null]);
  });

  test("ends with its command when it is told to", async () => {
    const args = [
      "--import",
      "tsx",
      "scripts/engine.ts",
      "run",
      "--",
      "sh",
      "-c",
      "echo $DOCKER_HOST; exec sleep 600",
    ];
    const runner = spawn(process.execPath, args);
    const [host]: Buffer[] = await once(runner.stdout, "data");
    runner.kill("SIGTERM");
    expect(await once(runner, "exit")).toEqual([143, null]);
    expect(await exists(String(host).trim().slice("unix://".length))).toBe(false);
  });

  test("that ends while it starts is reported with its last words", async () => {
    await using program = await fakeDaemon("echo the disk is full >&2; exit 1");
    vi.stubEnv("PATH", `${program.folder}:${process.env.PATH}`);
    await expect(startEngine()).rejects.toThrow(/ended while it was starting.*\n(.*\n)*.*the disk is full/);
  });

  test("that never answers is given up and ended", async () => {
    await using program = await fakeDaemon(`echo "$@" >"\${0%/*}/args"; exec sleep 600`);
    vi.stubEnv("PATH", `${program.folder}:${process.env.PATH}`);
    await expect(startEngine({ waitMs: 1_000 })).rejects.toThrow("did not answer within 1000 ms");
    const args = await readFile(join(program.folder, "args"), "utf8");
    expect(await exists(/--data-root (\S*)\/data/.exec(args)?.[1] ?? "")).toBe(false);
    expect(args).toContain("--iptables=false");
  });
});

/** The bridge bears the number of the folder. */
function bridgeOf(folder: string): string {
  return `dsdk${folder.slice(folder.lastIndexOf("-") + 1)}`;
}

async function startContainer(engine: Pick<PrivateEngine, "host">, Cmd: string[]): Promise<string> {
  const body = Buffer.from(JSON.stringify({ Image: BUSYBOX_IMAGE, Cmd }));
  const created = await call(engine, "POST", "/containers/create", { body });
  const { Id }: { Id: string } = JSON.parse(created.text);
  expect(await call(engine, "POST", `/containers/${Id}/start`)).toEqual({ status: 204, text: "" });
  return Id;
}

async function exitCodeOf(engine: PrivateEngine, command: string[]): Promise<number> {
  const id = await startContainer(engine, command);
  const { text } = await call(engine, "POST", `/containers/${id}/wait`);
  const { StatusCode }: { StatusCode: number } = JSON.parse(text);
  return StatusCode;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function fakeDaemon(script: string): Promise<AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fake-dockerd-"));
  await writeFile(join(folder, "dockerd"), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, "dockerd"), 0o755);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
