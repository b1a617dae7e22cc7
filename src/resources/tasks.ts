import type { AnyVersion, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import type { LogStream } from "../streams/log-stream.js";
import { serviceLogs } from "./service-logs.js";

/** The tasks of a swarm: the containers that its services run; asked of a manager. */
export class Tasks<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists tasks, those that have ended included. Like `docker service ps` and `docker node ps`.
   * `GET /tasks`
   */
  list(options?: Options<V, "TaskList">, call?: CallOptions): Promise<Result<V, "TaskList">> {
    return this.#client.call("TaskList", { options }, call);
  }

  /**
   * Tells all about a task.
   * `GET /tasks/{id}`
   * @throws NotFoundError
   */
  inspect(id: string, call?: CallOptions): Promise<Result<V, "TaskInspect">> {
    return this.#client.call("TaskInspect", { path: { id } }, call);
  }

  /**
   * Reads the output of a task. Both stdout and stderr, unless one of them is asked for by name. Like `docker service logs TASK`.
   * `GET /tasks/{id}/logs`
   * @throws NotFoundError with the first step
   */
  logs(id: string, options?: Options<V, "TaskLogs">, call?: CallOptions): LogStream {
    return serviceLogs(this.#client, "TaskLogs", id, options, call);
  }
}
