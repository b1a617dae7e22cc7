import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Python makes the terminal, so that no native module has to. */
export const hasTerminal = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;

/** Why terminal tests are skipped, to be put behind their name. */
export const noTerminal = hasTerminal ? "" : ": python3, which makes one, is missing";

/** The command in a terminal of its own, with a home of its own. Ends with `await using`. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const home = await mkdtemp(join(tmpdir(), "repl-"));
  return new Terminal(home, options);
}

export interface TerminalOptions {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly columns?: number;
}

export class Terminal implements AsyncDisposable {
  readonly home: string;
  /** All that was ever shown, with what moves the cursor. */
  written = "";
  #mark = 0;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(home: string, { args = [], env = {}, columns = 100 }: TerminalOptions) {
    this.home = home;
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const command = [process.execPath, "--import", "tsx", "src/command/bin.ts", ...args];
    this.#child = spawn("python3", ["-c", program, String(columns), ...command], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env.PATH, TERM: "xterm", HOME: home, NODE_NO_WARNINGS: "1", ...env },
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.written += text;
    });
    this.#child.stdin?.on("error", () => {}); // typed at while it ends
    this.#ended = new Promise((resolve) => this.#child.on("close", resolve));
  }

  /** Presses keys; what is shown counts from here. */
  type(keys: string): void {
    this.#mark = this.written.length;
    this.#child.stdin?.write(keys);
  }

  /** What was shown since the last keys, once it has the text in it. */
  async shows(text: string | RegExp, { within = 15_000 } = {}): Promise<string> {
    const pattern = typeof text === "string" ? { test: (shown: string) => shown.includes(text) } : text;
    for (const late = Date.now() + within; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const shown = this.#shown();
      if (pattern.test(shown)) return shown;
      if (Date.now() > late || shown.includes("[terminal "))
        throw new Error(`the terminal does not show ${text} but ${JSON.stringify(shown)}`);
    }
  }

  /** A line, and what is shown up to the next prompt. */
  async enter(line: string): Promise<string> {
    this.type(`${line}\r`);
    return this.prompt();
  }

  /** Waits for the prompt; gives what came before it. */
  async prompt(): Promise<string> {
    return (await this.shows(/(^|\n)docker> $/)).replace(/(^|\n)docker> $/, "");
  }

  /** The exit code, once the process has ended; the last line says whether the terminal is as it was before. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin?.end();
    // Python ends with its input, and its end closes the terminal, which ends the command.
    await this.#ended;
    await rm(this.home, { recursive: true, force: true });
  }

  #shown(): string {
    return this.written.slice(this.#mark).replaceAll("\r\n", "\n").replaceAll("\r", "").replace(controls, "");
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a terminal is told by.
const controls = /\x1b\[[?\d;]*[A-Za-z]/g;

const program = `
import fcntl, os, pty, select, signal, struct, sys, termios
parent, child = pty.openpty()
fcntl.ioctl(parent, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
before = termios.tcgetattr(child)
pid = os.fork()
if pid == 0:
    os.close(parent)
    os.setsid()
    fcntl.ioctl(child, termios.TIOCSCTTY, 0)
    for fd in (0, 1, 2):
        os.dup2(child, fd)
    os.execvp(sys.argv[2], sys.argv[2:])
status = None
while status is None:
    for source in select.select([parent, 0], [], [], 0.05)[0]:
        piece = os.read(source, 65536)
        if source == parent:
            os.write(1, piece)
        elif piece:
            os.write(parent, piece)
        else:
            os.kill(pid, signal.SIGKILL)
    ended, code = os.waitpid(pid, os.WNOHANG)
    if ended:
        status = os.waitstatus_to_exitcode(code)
while select.select([parent], [], [], 0.1)[0]:
    os.write(1, os.read(parent, 65536))
after = termios.tcgetattr(child)
os.write(1, b"[terminal restored]" if after == before else b"[terminal changed]")
sys.exit(status & 255)
`;
