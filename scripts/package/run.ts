import { spawn } from "node:child_process";

export interface Ran {
  readonly stdout: string;
  /** Milliseconds between the last output and the end. */
  readonly quiet: number;
}

export interface RunSettings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: two minutes. Then the program is killed. */
  readonly timeout?: number;
  /** Gives the output of a program that fails, too, as long as it ends. */
  readonly anyExit?: boolean;
}

/** Runs a program to its end; throws with all of its output where that is not well. */
export function run(program: string, args: readonly string[], settings: RunSettings = {}): Promise<Ran> {
  const { cwd, env, timeout = 120_000, anyExit = false } = settings;
  const child = spawn(program, args, {
    cwd,
    env: { ...ownEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  let last = performance.now();
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
    last = performance.now();
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), timeout);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      const ended = signal === null ? `exit code ${code}` : `${signal} after ${timeout / 1000} s`;
      if (code === 0 || (anyExit && signal === null)) resolve({ stdout, quiet: performance.now() - last });
      else reject(new Error(`${program} ${args.join(" ")}: ${ended}\n${stdout}\n${stderr}`));
    });
  });
}

/** Without what an `npm run` above and the user's engine would tell the programs. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|DOCKER_|NODE_OPTIONS$|NODE_PATH$)/i.test(name)),
  );
}
