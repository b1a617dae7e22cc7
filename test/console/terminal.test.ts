import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { screenOf } from "./screen.js";

const hasPython = spawnSync("python3", ["-c", "import pty"]).status === 0;

describe.skipIf(!hasPython)(
  `in a real terminal${hasPython ? "" : ": python3, which makes one, is missing"}`,
  () => {
    test("draws bars in place and ends below them", async () => {
      const { written, status } = await inTerminal("ends");
      expect(status).toBe(0);
      expect(written).toContain("75%  3.0 MB / 4.0 MB");
      expect(screenOf(written)).toEqual([
        "Pulling from library/alpine",
        "aaaa          Pull complete",
        "bbbb          Pull complete",
        "the result",
        "",
      ]);
    });

    test("leaves the cursor alone and below, where the job fails", async () => {
      const { written } = await inTerminal("fails");
      expect(screenOf(written)).toEqual([
        "Pulling from library/alpine",
        expect.stringMatching(/^aaaa .* 25%/),
        expect.stringMatching(/^bbbb .* 75%/),
        "Error: the registry is gone",
        "",
      ]);
      expect(written).not.toContain("?25");
    });

    test("leaves nothing hidden or half done where it is killed", async () => {
      const { written } = await inTerminal("hangs", "75%");
      expect(screenOf(written).at(-1)).toBe("");
      expect(written).not.toContain("?25");
      expect(written.split("\x1b[?2026h").length).toBe(written.split("\x1b[?2026l").length);
    });
  },
);

/** Runs the program in a terminal of 80 to 24; it is interrupted, as by Ctrl-C, when it has written some text. */
async function inTerminal(
  ending: string,
  interruptAt?: string,
): Promise<{ written: string; status: number | null }> {
  const program = fileURLToPath(new URL("in-terminal.ts", import.meta.url));
  const command = [process.execPath, "--import", "tsx", program, ending];
  const child = spawn("python3", ["-c", terminal, ...command], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, TERM: "xterm" },
  });
  let written = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written += text;
    if (interruptAt !== undefined && written.includes(interruptAt)) child.stdin.end("\x03");
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  // The terminal echoes the key.
  return { written: written.replace("^C", ""), status };
}

const terminal = `
import fcntl, os, pty, select, struct, sys, termios
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
sources = [fd, 0]
while fd in sources:
    for source in select.select(sources, [], [])[0]:
        try:
            piece = os.read(source, 65536)
        except OSError:
            piece = b""
        if not piece:
            sources.remove(source)
        elif source == fd:
            os.write(1, piece)
        else:
            os.write(fd, piece)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
`;
