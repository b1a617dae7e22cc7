import type { AnyVersion, Newest } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { Exec } from "../resources/exec.js";
import { type ExecOptions, type ExecResult, exec } from "./exec.js";

/** `docker.exec(…)` runs a command; `docker.exec.create`, `start`, `inspect` and `resize` are its single steps. */
export interface ExecCall<V extends AnyVersion = Newest>
  extends Pick<Exec<V>, "create" | "start" | "inspect" | "resize"> {
  /**
   * Runs a command in a running container and waits for its end. Like `docker exec`. An abort of the call's signal closes
   * the connection; the command itself goes on, as the engine has no call that ends it.
   * @throws NotFoundError · ConflictError when the container is paused or not running
   * @example const { stdout, exitCode } = await docker.exec("web", ["nginx", "-t"]);
   */
  (
    containerId: string,
    command: readonly string[],
    options?: ExecOptions,
    call?: CallOptions,
  ): Promise<ExecResult>;
}

export function execCall<V extends AnyVersion>(client: EngineClient<V>): ExecCall<V> {
  const steps = new Exec(client);
  return Object.assign(
    (id: string, command: readonly string[], options?: ExecOptions, call?: CallOptions) =>
      exec(client, id, command, options, call),
    {
      create: steps.create.bind(steps),
      start: steps.start.bind(steps) as Exec<V>["start"], // bind keeps no more than the last overload
      inspect: steps.inspect.bind(steps),
      resize: steps.resize.bind(steps),
    },
  );
}
