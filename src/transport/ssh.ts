import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Duplex } from "node:stream";
import { ConnectionError } from "../errors.js";
import { placeOf, withoutSecrets } from "./connection-error.js";
import type { SshEndpoint } from "./endpoint.js";
import { type ProgramExit, StdioSocket } from "./stdio-socket.js";

/**
 * Reaches an engine as the Docker CLI does: by the user's own `ssh`, with their keys, agent, known hosts and
 * configuration, which runs `docker system dial-stdio` over there. One process is one connection.
 */
export function createSshDialer(endpoint: SshEndpoint, options: SshDialerOptions): SshDialer {
  const sockets = new Set<StdioSocket>();
  return {
    async dial(signal) {
      signal.throwIfAborted();
      const child = spawn("ssh", sshArguments(endpoint, options), {
        env: options.environment,
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
        // In a session of its own it has no terminal to ask on, and Ctrl-C does not cut it off
        // before the program has cleaned up. On Windows this would open a window.
        detached: process.platform !== "win32",
      });
      try {
        await once(child, "spawn");
      } catch (cause) {
        throw notStarted(endpoint, cause);
      }
      const socket = new StdioSocket(child, (exit) => failureOf(exit, endpoint));
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      return socket;
    },
    async close() {
      await Promise.all([...sockets].map((socket) => closed(socket)));
    },
  };
}

interface SshDialerOptions {
  readonly connectTimeout: number;
  /** Of the process; `PATH` says where `ssh` is. */
  readonly environment: NodeJS.ProcessEnv;
}

interface SshDialer {
  readonly dial: (signal: AbortSignal) => Promise<Duplex>;
  /** Ends every process and waits until it is gone. */
  readonly close: () => Promise<void>;
}

/**
 * BatchMode: a library must never wait for somebody to type. A password, a passphrase or an unknown host key
 * therefore fails at once; an agent or a key without passphrase is needed.
 */
export function sshArguments(
  endpoint: SshEndpoint,
  { connectTimeout }: { connectTimeout: number },
): string[] {
  const { user, hostname, port, remoteSocket } = endpoint;
  return [
    ...(connectTimeout > 0 ? ["-o", `ConnectTimeout=${Math.ceil(connectTimeout / 1000)}`] : []),
    ...["-o", "BatchMode=yes", "-T"],
    ...(user === undefined ? [] : ["-l", user]),
    ...(port === undefined ? [] : ["-p", String(port)]),
    // Behind it nothing is an option, whatever a host is called.
    ...["--", hostname, "docker"],
    ...(remoteSocket === undefined ? [] : [quote(`--host=unix://${remoteSocket}`)]),
    ...["system", "dial-stdio"],
  ];
}

/** ssh joins the words with spaces and gives them to the shell over there. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function closed(socket: StdioSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once("close", () => resolve());
    socket.destroy();
  });
}

/** A program that ends well after an answer has only closed the connection. */
function failureOf(exit: ProgramExit, endpoint: SshEndpoint): ConnectionError | undefined {
  if (exit.code === 0 && (exit.received || !exit.sent)) return undefined;
  const end = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
  // A control character from over there could rewrite the terminal this is printed on.
  const words = exit.stderr.replace(/[^\P{Cc}\n\t]/gu, "");
  return new ConnectionError(
    `The connection to the Docker engine at ${placeOf(endpoint)} failed: ssh ended with ${end}` +
      `${words === "" ? "" : `, saying: ${words}`}\n${remedyFor(exit, endpoint)}`,
    { code: "SSH_FAILED", address: endpoint.address, unsent: !exit.sent },
  );
}

function remedyFor({ code, stderr }: ProgramExit, endpoint: SshEndpoint): string {
  if (/host key verification failed/i.test(stderr)) {
    return "Connect once by hand with `ssh` to accept the host's key; nothing can be asked here.";
  }
  if (/permission denied \(/i.test(stderr)) {
    return "Log in with a key that needs no typing: an agent, or one without passphrase; nothing can be asked here.";
  }
  if (code === 127) return "Is `docker` installed over there, and in the PATH of logins without a terminal?";
  const words = sshArguments(endpoint, { connectTimeout: 0 }).join(" ");
  return `Try by hand: \`ssh ${words}\`. It needs Docker 18.09 or later over there.`;
}

function notStarted(endpoint: SshEndpoint, cause: unknown): ConnectionError {
  const missing = (cause as NodeJS.ErrnoException).code === "ENOENT"; // what "error" is emitted with
  return new ConnectionError(
    `Cannot reach the Docker engine at ${placeOf(endpoint)}: ` +
      (missing
        ? "there is no `ssh` in PATH. Install the OpenSSH client."
        : "`ssh` cannot be started. Check the program in PATH and its permissions."),
    { code: "SSH_FAILED", address: endpoint.address, unsent: true, cause: withoutSecrets(cause) },
  );
}
