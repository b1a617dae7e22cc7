import { isDeepStrictEqual } from "node:util";
import type { Service, ServiceSpec } from "../../generated/schema.js";
import type { AnyVersion, Body, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { ApiError, ConflictError } from "../errors.js";
import { Services } from "../resources/services.js";
import { DeployError } from "./deploy-error.js";
import type { DeploySpec } from "./deploy-spec.js";

export interface Submitted {
  readonly id: string;
  readonly created: boolean;
  readonly warnings: readonly string[];
  /** The ids of the tasks that there were before. */
  readonly earlierTasks: ReadonlySet<string>;
  /** When the last update before this one began, which the engine may still tell of. */
  readonly earlierUpdate: string | undefined;
}

/**
 * Creates the service, or updates the one of its name.
 *
 * An update is refused when the service has changed since it was read, and the swarm's own bookkeeping is such a change.
 * It is sent again only where the spec is still the one that was read: what somebody else has decided meanwhile is not
 * overwritten unseen. A create whose name was taken meanwhile becomes an update.
 */
export async function submit<V extends AnyVersion>(
  client: EngineClient<V>,
  spec: DeploySpec,
  force: boolean,
  call: CallOptions,
): Promise<Submitted> {
  const services = new Services(client);
  let found = await findService(services, spec.Name, call);
  for (let attempt = 1; ; attempt++) {
    try {
      return await (found
        ? update(client, services, found, spec, force, call)
        : create(services, spec, call));
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
      const now = await findService(services, spec.Name, call);
      if (now === undefined) throw error;
      if (found !== undefined && !isDeepStrictEqual(now.Spec, found.Spec)) {
        throw new DeployError(
          `Somebody else has changed the service ${spec.Name} at the same time. Look at what it is now, and deploy again.`,
          { code: "DEPLOY_CONFLICT", cause: error },
        );
      }
      found = now;
    }
  }
}

const attempts = 5;

/** From the list, since an inspect takes the beginning of an id for a name. The filter takes the beginning of a name. */
async function findService<V extends AnyVersion>(
  services: Services<V>,
  name: string,
  call: CallOptions,
): Promise<Service | undefined> {
  const options = { filters: { name: [name] } } as Options<V, "ServiceList">; // the same filter in every version
  const listed = (await services.list(options, call)) as Service[]; // older ones lack what is not read here
  return listed.find(({ Spec }) => Spec.Name === name);
}

async function create<V extends AnyVersion>(
  services: Services<V>,
  spec: DeploySpec,
  call: CallOptions,
): Promise<Submitted> {
  // An action is typed with the newest version; what the one in use lacks is refused before the request.
  const created = await services.create(spec as Body<V, "ServiceCreate">, call);
  const { ID, Warnings } = created as { ID: string; Warnings?: string[] | null }; // so in every version
  return {
    id: ID,
    created: true,
    warnings: Warnings ?? [],
    earlierTasks: new Set(),
    earlierUpdate: undefined,
  };
}

async function update<V extends AnyVersion>(
  client: EngineClient<V>,
  services: Services<V>,
  { ID, Version, Spec, UpdateStatus }: Service,
  spec: DeploySpec,
  force: boolean,
  call: CallOptions,
): Promise<Submitted> {
  const filters = { filters: { service: [ID] } } as Options<V, "TaskList">; // the same filter in every version
  const tasks = (await client.call("TaskList", { options: filters }, call)) as { ID: string }[]; // so in every version
  const body = withForceUpdate(spec, Spec.TaskTemplate.ForceUpdate ?? 0, force);
  const updated = await services.update(
    ID,
    body as Body<V, "ServiceUpdate">, // as above
    { version: Version.Index } as Options<V, "ServiceUpdate">, // the same option in every version
    call,
  );
  const { Warnings } = updated as { Warnings?: string[] | null }; // so in every version
  return {
    id: ID,
    created: false,
    warnings: Warnings ?? [],
    earlierTasks: new Set(tasks.map((task) => task.ID)),
    earlierUpdate: UpdateStatus?.StartedAt,
  };
}

/** A spec that does not say it keeps the count: going back to 0 is a change too, and would start all tasks anew. */
function withForceUpdate(
  { TaskTemplate, ...spec }: DeploySpec,
  present: number,
  force: boolean,
): ServiceSpec {
  const wanted = force ? present + 1 : (TaskTemplate?.ForceUpdate ?? present);
  return { ...spec, TaskTemplate: { ...TaskTemplate, ForceUpdate: wanted } };
}

/** Engines answer 500 to an outdated version, and newer ones 400: only the sentence tells. */
function isConflict(error: unknown): boolean {
  return (
    error instanceof ConflictError ||
    (error instanceof ApiError && error.message.includes("update out of sequence"))
  );
}
