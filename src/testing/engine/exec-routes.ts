import type { OperationId } from "../../../generated/operations.js";
import { createExec, type Exec, type ExecBody, runExec } from "./exec.js";
import { hijacked } from "./hijacked.js";
import { optionalBody } from "./json-body.js";
import { framed } from "./output-log.js";
import { Refusal } from "./refusal.js";
import { sizeFrom } from "./terminal-size.js";
import type { Call, Route } from "./world.js";

export const execRoutes: Partial<Record<OperationId, Route>> = {
  ContainerExec: create,
  ExecStart: start,
  ExecInspect: ({ world, exchange, params }) =>
    exchange.answer(200, inspected(world.containers.exec(params.id ?? ""))),
  ExecResize: resize,
};

async function create(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const body = await optionalBody<ExecBody>(call);
  if ((body.Cmd ?? []).length === 0) throw new Refusal(400, "No exec command specified");
  const container = world.containers.running(params.id ?? "");
  if (container.status === "paused") {
    throw new Refusal(409, `Container ${params.id} is paused, unpause the container before exec`);
  }
  exchange.answer(201, { Id: createExec(world, container, body).id });
}

async function start(call: Call): Promise<void> {
  const { world, exchange, params, minor } = call;
  const { Detach = false, Tty, ConsoleSize } = await optionalBody<StartBody>(call);
  const { container, exec } = world.containers.exec(params.id ?? "");
  const { era } = world.version;
  if (container.status === "paused") {
    throw new Refusal(409, `Container ${container.id} is paused, unpause the container before exec`);
  }
  const refusal = startRefusal(exec, era);
  if (refusal !== undefined && (Detach || refusal.status === 409)) throw refusal;
  const tty = Tty ?? exec.body.Tty === true;
  const [height = 0, width = 0] = ConsoleSize ?? exec.body.ConsoleSize ?? [];
  const size = height > 0 ? { height, width } : undefined;
  if (Detach) {
    const outcome = runExec(world, container, exec, { output: () => {}, size });
    if ("failure" in outcome) throw new Refusal(400, outcome.failure);
    exchange.answer(200);
    return;
  }
  const { AttachStdin, AttachStdout, AttachStderr } = exec.body;
  const type = !tty && minor >= 42 ? "multiplexed" : "raw";
  const connection = hijacked(exchange, `application/vnd.docker.${type}-stream`);
  const say = (stream: 1 | 2, bytes: Buffer) => {
    if (stream === 1 ? AttachStdout === true : AttachStderr === true || (tty && AttachStdout === true))
      connection.write(tty ? bytes : framed(stream, bytes));
  };
  const fail = (message: string) =>
    connection.end(tty ? `${message}\r\n` : framed(1, Buffer.from(`${message}\r\n`)));
  if (refusal !== undefined) return void fail(era === 28 ? refusal.message : `Error: ${refusal.message}`);
  const outcome = runExec(world, container, exec, { output: say, size, openStdin: AttachStdin === true });
  if ("failure" in outcome) return void fail(outcome.failure);
  if (AttachStdin === true && exec.process !== undefined)
    connection.feed(exec.process, { tty, closes: !tty });
  await outcome.exited;
  connection.end();
}

interface StartBody {
  readonly Detach: boolean;
  readonly Tty: boolean;
  readonly ConsoleSize: readonly number[] | null;
}

function startRefusal({ id, status }: Exec, era: number): Refusal | undefined {
  const word = era === 28 ? "exec" : era === 20 ? "Error: Exec" : "Exec";
  if (status === "running")
    return new Refusal(409, `${era === 20 ? "Error: Exec" : word} command ${id} is already running`);
  // It has no status of its own: an attached client reads it from the stream.
  return status === "ended"
    ? new Refusal(500, `${era === 28 ? "exec" : "Exec"} command ${id} has already run`)
    : undefined;
}

function inspected({ container, exec }: { container: { readonly id: string }; exec: Exec }): object {
  const { id, body, status, exitCode, process } = exec;
  const [entrypoint = "", ...args] = body.Cmd ?? [];
  return {
    ID: id,
    Running: status === "running",
    ExitCode: exitCode,
    ProcessConfig: {
      tty: body.Tty === true,
      entrypoint,
      arguments: args,
      privileged: body.Privileged === true,
      ...(body.User && { user: body.User }),
    },
    OpenStdin: body.AttachStdin === true,
    OpenStderr: body.AttachStderr === true,
    OpenStdout: body.AttachStdout === true,
    CanRemove: false,
    ContainerID: container.id,
    DetachKeys: "",
    Pid: process?.pid ?? 0,
  };
}

function resize(call: Call): void {
  const { exec } = call.world.containers.exec(call.params.id ?? "");
  const size = sizeFrom(call);
  if (exec.process === undefined) throw new Refusal(500, "timeout waiting for exec session ready");
  Object.assign(exec.process.terminal ?? {}, size);
  call.exchange.answer(call.world.version.era === 20 ? 201 : 200);
}
