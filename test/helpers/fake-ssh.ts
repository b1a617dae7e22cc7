import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A program called `ssh` in a folder of its own, which notes its arguments and connects its stdio with an HTTP server on a
 * unix socket: what `docker system dial-stdio` does at the far end.
 */
export async function createFakeSsh(answer: RequestListener): Promise<FakeSsh> {
  const folder = mkdtempSync(join(tmpdir(), "fake-ssh-"));
  const log = join(folder, "calls");
  const socketPath = join(folder, "engine.sock");
  const server = createServer(answer);
  server.listen(socketPath);
  await once(server, "listening");
  mkdirSync(join(folder, "bin"));
  const environment = { PATH: join(folder, "bin") };
  const fake: FakeSsh = {
    environment,
    server,
    behave(script) {
      const file = join(folder, "bin", "ssh");
      writeFileSync(
        file,
        `#!${process.execPath}\nconst log = ${JSON.stringify(log)}, path = ${JSON.stringify(socketPath)};\n${prologue}${script}\n`,
      );
      chmodSync(file, 0o755);
    },
    calls: () =>
      existsSync(log)
        ? readFileSync(log, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as Call)
        : [],
    alive: () => fake.calls().filter(({ pid }) => isAlive(pid)).length,
    async remove() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
  fake.behave(dialStdio);
  return fake;
}

/** The end of either side ends the program, as with `docker system dial-stdio`. */
export const dialStdio = `
const far = require("node:net").connect(path);
process.stdin.pipe(far);
far.pipe(process.stdout);
far.on("error", () => process.exit(1));
far.on("close", () => process.exit(0));
`;

const prologue = `
require("node:fs").appendFileSync(log, JSON.stringify({ pid: process.pid, args: process.argv.slice(2) }) + "\\n");
process.stdin.on("error", () => {});
`;

export interface FakeSsh {
  readonly environment: NodeJS.ProcessEnv;
  readonly server: Server;
  /** Replaces the program by a script; `path` is the engine's socket there. */
  behave(script: string): void;
  /** Every start of the program. */
  calls(): Call[];
  /** How many of them still run. */
  alive(): number;
  remove(): Promise<void>;
}

interface Call {
  readonly pid: number;
  readonly args: string[];
}

/** A program whose parent is gone can stay as a zombie where nobody collects it. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout);
}
