import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type FileHandle, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ensureStaticBusybox, importBusybox } from "./busybox.js";
import { makeCertificates } from "./certificates.js";
import { ensurePrograms, findProgram, searchPath } from "./install.js";
import { freePort, freeSubnet } from "./network.js";
import { call } from "./plain-call.js";

/**
 * Starts a real engine of its own for the caller: own folder, own bridge, own containerd, the test image in it. It ends with
 * `stop()`, and also when the calling process dies, of whatever cause. An engine of the host is not touched: the host's firewall and its
 * forwarding stay as they are, which is why the containers reach each other and the host, but not the world.
 */
export async function startEngine({
  tls = false,
  liveRestore = false,
  waitMs = 60_000,
}: StartOptions = {}): Promise<PrivateEngine> {
  await ensurePrograms(["dockerd", "ip", "unshare", "iptables", ...(tls ? ["openssl"] : [])]);
  await ensureStaticBusybox();
  const id = randomBytes(4).toString("hex");
  const folder = join(tmpdir(), `docker-engine-sdk-${id}`);
  const certPath = join(folder, "client");
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, "daemon.json"), "{}");
  const tlsPort = tls ? await freePort() : undefined;
  if (tls) await makeCertificates(folder);
  const log = await open(join(folder, "log"), "a+");
  const supervisor = spawn(
    fileURLToPath(new URL("supervise.sh", import.meta.url)),
    [
      ...[folder, `dsdk${id}`, await freeSubnet(), cgroupOf(id)],
      ...(await daemonCommand(folder, id, tlsPort)),
      ...(liveRestore ? ["--live-restore"] : []),
    ],
    // A session of its own keeps Ctrl-C from reaching the daemon while the tests still need it.
    { stdio: ["pipe", log.fd, log.fd], detached: true, env: { ...process.env, PATH: searchPath() } },
  );
  const engine = new Supervised(supervisor, log, folder);
  const host = `unix://${join(folder, "docker.sock")}`;
  try {
    await engine.answering(host, waitMs);
    await importBusybox({ host });
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return {
    host,
    folder,
    networkLimit: await readFile(join(folder, "network-limit"), "utf8").then(
      (limit) => limit.trim(),
      () => undefined,
    ),
    ...(tlsPort === undefined ? {} : { tls: { host: `tcp://127.0.0.1:${tlsPort}`, certPath } }),
    log: () => engine.log(),
    kill: (signal = "KILL") => engine.kill(host, signal),
    startAgain: () => engine.startAgain(host, waitMs),
    stop: () => engine.stop(),
    [Symbol.asyncDispose]: () => engine.stop(),
  };
}

export interface StartOptions {
  /** Listens on a free port of the loopback too, with mutual TLS. */
  readonly tls?: boolean;
  /** Containers run on while the daemon is away. */
  readonly liveRestore?: boolean;
  /** How long the daemon may take until it answers. */
  readonly waitMs?: number;
}

export interface PrivateEngine extends AsyncDisposable {
  readonly host: string;
  readonly folder: string;
  /** What this machine does not let the containers' network do, in a sentence; they run all the same. */
  readonly networkLimit: string | undefined;
  /** `certPath` holds ca.pem, cert.pem and key.pem, as DOCKER_CERT_PATH wants them. */
  readonly tls?: { readonly host: string; readonly certPath: string };
  /** What the daemon has written so far; to be read after the end too. */
  log(): Promise<string>;
  /** Ends the daemon alone, by default as a crash does, and resolves when it no longer answers. Its data and its socket's place stay. */
  kill(signal?: "KILL" | "TERM"): Promise<void>;
  /** Starts the daemon again after `kill`, and resolves when it answers. */
  startAgain(): Promise<void>;
  /** Ends the daemon and its containers and removes everything it made. May be called again. */
  stop(): Promise<void>;
}

function cgroupOf(id: string): string {
  return `docker-engine-sdk-${id}`;
}

async function daemonCommand(folder: string, id: string, tlsPort: number | undefined): Promise<string[]> {
  const command = [
    (await findProgram("dockerd")) ?? "dockerd",
    ...["--config-file", join(folder, "daemon.json")],
    ...[
      "--data-root",
      join(folder, "data"),
      "--exec-root",
      join(folder, "exec"),
      "--pidfile",
      join(folder, "pid"),
    ],
    ...["--host", `unix://${join(folder, "docker.sock")}`, "--group", "root"],
    // systemd counts process ids of the host's namespace, and the daemon lives in one of its own.
    ...["--exec-opt", "native.cgroupdriver=cgroupfs", "--cgroup-parent", `/${cgroupOf(id)}`],
    // The rules' names are fixed: a second daemon in one network namespace wipes the first one's at its start.
    ...["--iptables=false", "--ip6tables=false", "--ip-masq=false", "--ip-forward=false"],
  ];
  if (tlsPort === undefined) return command;
  const server = (file: string) => join(folder, "server", file);
  return [
    ...command,
    ...["--host", `tcp://127.0.0.1:${tlsPort}`, "--tlsverify"],
    ...["--tlscacert", server("ca.pem"), "--tlscert", server("cert.pem"), "--tlskey", server("key.pem")],
  ];
}

class Supervised {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #ended: Promise<unknown>;
  #log: FileHandle | undefined;
  #lastLog = "";
  #stopping: Promise<void> | undefined;

  constructor(process: ChildProcess, log: FileHandle, folder: string) {
    this.#process = process;
    this.#folder = folder;
    this.#log = log;
    this.#ended = once(process, "exit").catch((error: unknown) => error);
    // An engine somebody forgot to stop must not keep the program from ending: its end is the engine's end.
    process.unref();
  }

  async answering(host: string, waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if (this.#process.exitCode !== null || this.#process.pid === undefined) {
        throw new Error(`The engine ended while it was starting. Its last words:\n${await this.#tail()}`);
      }
      if (await answers(host)) return;
      await sleep(50);
    }
    throw new Error(`The engine did not answer within ${waitMs} ms. Its last words:\n${await this.#tail()}`);
  }

  async kill(host: string, signal: "KILL" | "TERM"): Promise<void> {
    this.#process.stdin?.write(`${signal}\n`);
    while (await answers(host)) await sleep(20);
  }

  async startAgain(host: string, waitMs: number): Promise<void> {
    this.#process.stdin?.write("again\n");
    await this.answering(host, waitMs);
  }

  /** The folder goes away with the engine; the open file stays readable until it is closed. */
  async log(): Promise<string> {
    if (this.#log !== undefined) this.#lastLog = await readAll(this.#log);
    return this.#lastLog;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    this.#process.ref();
    this.#process.stdin?.end();
    const ended = await Promise.race([this.#ended.then(() => true), sleep(30_000, false, { ref: false })]);
    await this.log();
    await this.#log?.close();
    this.#log = undefined;
    if (!ended) {
      throw new Error(
        `The engine in ${this.#folder} (process ${this.#process.pid}) did not end within 30 s.`,
      );
    }
  }

  async #tail(): Promise<string> {
    return (await this.log()).trimEnd().split("\n").slice(-20).join("\n");
  }
}

async function answers(host: string): Promise<boolean> {
  const answer = await call({ host }, "GET", "/_ping", { timeout: 2_000 }).catch(() => undefined);
  return answer?.status === 200;
}

async function readAll(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
  return buffer.subarray(0, bytesRead).toString("utf8");
}
