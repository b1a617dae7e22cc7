import type { Node, Service, Task } from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ConnectionError, UnavailableError } from "../errors.js";
import { armDeployAlarm } from "./deploy-alarm.js";
import type { DeployEvent, DeployTask } from "./deploy-event.js";
import type { DeployWatch, Verdict } from "./deploy-watch.js";
import type { ServiceView } from "./service-state.js";

/**
 * Looks at the service until the watch finds that it has converged, or throws. Tasks have to be listed again and again, as
 * no event tells of them: often while something happens, seldom while nothing does.
 */
export async function followDeployment<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  watch: DeployWatch,
  tell: (events: readonly DeployEvent[]) => void,
  call: CallOptions & { readonly signal: AbortSignal },
): Promise<{ version: number; tasks: readonly DeployTask[] }> {
  const alarm = armDeployAlarm(client, id, call);
  let pause = pauses.shortest;
  let lastSeen = performance.now();
  try {
    for (;;) {
      const view = await look(client, id, call).catch((error: unknown) => {
        call.signal.throwIfAborted();
        if (!isPassing(error) || performance.now() - lastSeen > patience) throw error;
      });
      const events: DeployEvent[] = [];
      let verdict: Verdict = {};
      if (view !== undefined) {
        lastSeen = performance.now();
        try {
          verdict = watch.take(view, lastSeen, events);
        } finally {
          tell(events);
        }
        const { converged: tasks } = verdict;
        if (tasks !== undefined) return { version: view.service.Version.Index ?? 0, tasks };
      }
      pause = events.length > 0 ? pauses.shortest : Math.min(pause * pauses.growth, pauses.longest);
      await alarm.pause(Math.min(pause, verdict.left ?? pause), call.signal);
      call.signal.throwIfAborted();
    }
  } finally {
    await alarm.close();
  }
}

const pauses = { shortest: 250, growth: 1.5, longest: 2_000 };

async function look<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<ServiceView> {
  const options = { filters: { service: [id] } } as Options<V, "TaskList">; // the same filter in every version
  const [service, tasks, nodes] = await Promise.all([
    client.call("ServiceInspect", { path: { id } }, call),
    client.call("TaskList", { options }, call),
    client.call("NodeList", {}, call),
  ]);
  return { service: service as Service, tasks: tasks as Task[], nodes: nodes as Node[] }; // what is read of them is in every version
}

/** While managers choose a leader, or this one starts again, the deployment goes on. */
function isPassing(error: unknown): boolean {
  if (error instanceof UnavailableError) return true;
  const codes = ["CONNECTION_RESET", "CONNECTION_REFUSED", "SOCKET_NOT_FOUND"];
  return error instanceof ConnectionError && codes.includes(error.code);
}

/** Longer than managers need to choose a leader, which takes them some ten seconds. */
const patience = 30_000;
