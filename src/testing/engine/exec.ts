import type { Container } from "./container.js";
import { containerEvent } from "./container-event.js";
import { environmentOf } from "./environment.js";
import type { StreamNumber } from "./output-log.js";
import { findProgram, Process } from "./programs/process.js";
import type { TerminalSize } from "./programs/program.js";
import { randomId } from "./random-id.js";
import { notExecuted } from "./start-refusal.js";
import type { World } from "./world.js";

/** A command in a container that runs, besides its own. */
export interface Exec {
  readonly id: string;
  readonly body: ExecBody;
  status: "new" | "running" | "ended";
  exitCode: number | null;
  process: Process | undefined;
}

export interface ExecBody {
  readonly Cmd?: readonly string[] | null;
  readonly Env?: readonly string[] | null;
  readonly WorkingDir?: string;
  readonly User?: string;
  readonly Tty?: boolean;
  readonly Privileged?: boolean;
  readonly AttachStdin?: boolean;
  readonly AttachStdout?: boolean;
  readonly AttachStderr?: boolean;
  readonly DetachKeys?: string;
  readonly ConsoleSize?: readonly number[] | null;
}

export function createExec(world: World, container: Container, body: ExecBody): Exec {
  const exec: Exec = { id: randomId(), body, status: "new", exitCode: null, process: undefined };
  container.execs.set(exec.id, exec);
  containerEvent(world, container, `exec_create: ${(body.Cmd ?? []).join(" ")}`, { execID: exec.id });
  return exec;
}

/** Starts it, or says why it cannot be. */
export function runExec(
  world: World,
  container: Container,
  exec: Exec,
  { output, size, openStdin = false }: ExecRun,
): { readonly exited: Promise<number> } | { readonly failure: string } {
  const { body } = exec;
  const [command = "", ...args] = body.Cmd ?? [];
  const own = (body.Env ?? []).map((variable) => variable.split(/=(.*)/s).slice(0, 2));
  const setup = {
    argv: [command, ...args],
    env: { ...environmentOf(container), ...Object.fromEntries(own) },
    cwd: body.WorkingDir || container.config.WorkingDir || "/",
    files: container.files,
    hostname: container.config.Hostname ?? "",
    tty: body.Tty === true,
    user: body.User || container.config.User || "",
    programs: world.programs,
    killFirst: (number: number) => container.process?.kill(number),
    openStdin,
    size,
    output,
  };
  const program = findProgram(command, setup);
  containerEvent(world, container, `exec_start: ${[command, ...args].join(" ")}`, { execID: exec.id });
  if (typeof program === "string") {
    const { code, message } = notExecuted(command, program, world.version.era);
    exec.status = "ended";
    exec.exitCode = code;
    return { failure: message };
  }
  exec.status = "running";
  const process = new Process(setup, async (call) => {
    await new Promise(setImmediate);
    return await program(call);
  });
  exec.process = process;
  const exited = process.exited.then((code) => {
    exec.status = "ended";
    exec.exitCode = code;
    containerEvent(world, container, "exec_die", { execID: exec.id, exitCode: String(code) });
    return code;
  });
  return { exited };
}

export interface ExecRun {
  readonly output: (stream: StreamNumber, bytes: Buffer) => void;
  readonly size?: TerminalSize | undefined;
  readonly openStdin?: boolean;
}
