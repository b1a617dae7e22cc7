import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { type PrivateEngine, type StartOptions, startEngine } from "./start.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const PATIENCE_MS = 10_000;

/** Runs a command with DOCKER_HOST set to a private engine and gives the command's exit code. The engine always ends. */
export async function runWithEngine(command: readonly string[], options: StartOptions = {}): Promise<number> {
  let received: NodeJS.Signals | undefined;
  let child: ChildProcess | undefined;
  let patience: NodeJS.Timeout | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    // The terminal gives Ctrl-C to the command as well; a second one would make many programs drop their cleaning up.
    if (signal !== "SIGINT" || !process.stdin.isTTY) child?.kill(signal);
    if (received !== undefined) child?.kill("SIGKILL");
    received = signal;
    patience ??= setTimeout(() => child?.kill("SIGKILL"), PATIENCE_MS);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    await using engine = await startEngine(options);
    console.error(describe(engine));
    if (received !== undefined) return 128 + constants.signals[received];
    const [program = "", ...args] = command;
    child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...environmentOf(engine) } });
    return await exitCodeOf(child, program);
  } finally {
    clearTimeout(patience);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

/** Starts a private engine, says where it is in the words a shell can take over, and waits for Ctrl-C. */
export async function serveEngine(options: StartOptions = {}): Promise<number> {
  const ending = Promise.race(SIGNALS.map((signal) => once(process, signal)));
  await using engine = await startEngine(options);
  console.error(`${describe(engine)}; Ctrl-C ends it`);
  for (const [name, value] of Object.entries(environmentOf(engine))) {
    console.log(value === undefined ? `unset ${name}` : `export ${name}=${value}`);
  }
  // Waiting for a signal alone does not keep a program alive.
  const alive = setInterval(() => {}, 60_000);
  await ending;
  clearInterval(alive);
  return 0;
}

/** What is set for the caller's own engine must not apply to this one, so every one of these names is decided here. */
function environmentOf({ host, tls }: PrivateEngine): Record<string, string | undefined> {
  const plain = {
    DOCKER_HOST: host,
    DOCKER_CONTEXT: undefined,
    DOCKER_TLS_VERIFY: undefined,
    DOCKER_CERT_PATH: undefined,
  };
  if (tls === undefined) return plain;
  return { ...plain, DOCKER_HOST: tls.host, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: tls.certPath };
}

function describe({ host, tls, networkLimit }: PrivateEngine): string {
  const addresses = tls === undefined ? host : `${host} and ${tls.host}`;
  return `A private engine answers at ${addresses}${networkLimit === undefined ? "" : `; ${networkLimit}`}`;
}

function exitCodeOf(child: ChildProcess, program: string): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`${program} cannot be run: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
