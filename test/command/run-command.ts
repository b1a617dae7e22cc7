import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs the command from its source, in an environment of its own. */
export async function runCommand(
  args: readonly string[],
  { env = {}, input = "" }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<CommandOutcome> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "src/command/bin.ts", ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: "/nonexistent", ...env },
  });
  const stdout: Buffer[] = [];
  let stderr = "";
  child.stdout.on("data", (piece) => stdout.push(piece));
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}); // it may end without reading
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout: Buffer.concat(stdout).toString("utf8"), stderr };
}

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
