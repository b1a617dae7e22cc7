import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Envelope } from "../../src/connector/envelope.js";
import type { TestEngine } from "./setup/each-engine.js";

/** What a platform's form holds for an engine under test. */
export function configOf({ host, certPath }: Pick<TestEngine, "host" | "certPath">): Config {
  const pem = (name: string) => readFileSync(join(certPath ?? "", name), "utf8");
  const tls =
    certPath === undefined
      ? {}
      : { caCert: pem("ca.pem"), clientCert: pem("cert.pem"), clientKey: pem("key.pem") };
  return { url: host, rateLimit: "0", ...tls };
}

export type Config = Readonly<Record<string, unknown>>;

/** The command `connector serve` as a process of its own, from its source. Ends with `await using`. */
export class ServeProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  /** All that came on stdout, lines that are no answers too. */
  readonly lines: string[] = [];
  /** The last of stderr. */
  log = "";
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 1;

  constructor(config: Config, { read = true } = {}) {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const args = ["--import", "tsx", "src/command/bin.ts", "connector", "serve"];
    // All that it knows comes by stdin.
    this.child = spawn(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH } });
    this.ended = new Promise((resolve) => {
      this.child.on("exit", (code, signal) => resolve(code ?? String(signal)));
    });
    this.child.stdin?.on("error", () => {}); // written to while it ends
    this.child.stderr?.on("data", (chunk) => {
      this.log = `${this.log}${chunk}`.slice(-10_000);
    });
    if (read && this.child.stdout) {
      createInterface({ input: this.child.stdout }).on("line", (line) => this.#take(line));
    }
    this.send({ id: 0, method: "configure", params: config });
  }

  send(message: object): void {
    this.child.stdin?.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }

  /** Runs an action; resolves with its envelope. */
  async execute(action: string, params: object = {}): Promise<Envelope> {
    const id = this.#nextId++;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.send({ id, method: "execute", params: { action, params } });
    const { result, error } = await answer;
    if (result === undefined) throw new Error(`no envelope but ${JSON.stringify(error)}`);
    return result;
  }

  /** Bytes of memory that the process holds. */
  memory(): number {
    return (
      1024 * Number(execFileSync("ps", ["-o", "rss=", "-p", String(this.child.pid)], { encoding: "utf8" }))
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  #take(line: string): void {
    this.lines.push(line);
    const answer = JSON.parse(line) as Answer; // a line that is no JSON fails the test
    if (answer.id === undefined) return;
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
  }
}

interface Answer {
  readonly id?: number;
  readonly result?: Envelope;
  readonly error?: unknown;
}
