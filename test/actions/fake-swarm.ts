import type { Node, Service, Task, TaskState } from "../../generated/schema.js";
import type { DockerOptions } from "../../src/client/options.js";
import { bareClient } from "../client/bare-client.js";
import type { Call, Handler, Routes } from "../helpers/fake-daemon.js";

export type SwarmClient = Awaited<ReturnType<typeof fakeSwarm>>;

/**
 * A manager that keeps what it is told, and does nothing by itself: before each look at the service `onLook` says what has
 * become of it.
 */
export async function fakeSwarm({
  onLook = () => {},
  routes = {},
  client = {},
  ...given
}: Partial<SwarmState> & {
  onLook?: (swarm: SwarmState, look: number) => void;
  routes?: Routes;
  client?: DockerOptions & { api?: string };
} = {}) {
  const swarm: SwarmState = {
    services: [],
    tasks: [],
    nodes: [node("n1"), node("n2"), node("n3")],
    ...given,
  };
  const bodies: Record<string, unknown>[] = [];
  const listeners: Call[] = [];
  let looks = 0;
  const keep = async (call: Call) => {
    const body = JSON.parse((await call.body()).toString()) as Record<string, unknown>;
    bodies.push(body);
    return body;
  };
  const create: Handler = async (call) => {
    const body = await keep(call);
    swarm.services.push(service(body));
    call.json(201, { ID: "s1", Warnings: ["image could not be accessed"] });
  };
  const update: Handler = async (call) => {
    const body = await keep(call);
    const found = swarm.services.find(({ ID }) => ID === call.params.id);
    if (found === undefined) return call.json(404, { message: "service not found" });
    if (Number(call.query.get("version")) !== found.Version.Index) {
      return call.json(500, { message: "rpc error: code = Unknown desc = update out of sequence" });
    }
    Object.assign(found, service(body, { Version: { Index: (found.Version.Index ?? 0) + 1 } }));
    call.json(200, { Warnings: null });
  };
  const bare = await bareClient(
    {
      "GET /services": (call) => {
        const [name = ""] = (JSON.parse(call.query.get("filters") ?? "{}") as { name?: string[] }).name ?? [];
        call.json(
          200,
          swarm.services.filter(({ Spec }) => Spec.Name.startsWith(name)),
        );
      },
      "POST /services/create": create,
      "POST /services/{id}/update": update,
      "GET /services/{id}": (call) => {
        looks++;
        onLook(swarm, looks);
        const found = swarm.services.find(({ ID }) => ID === call.params.id);
        call.json(found ? 200 : 404, found ?? { message: `service ${call.params.id} not found` });
      },
      // After the service, whose look decides what there is.
      "GET /tasks": (call) => void setTimeout(() => call.json(200, swarm.tasks), 5),
      "GET /nodes": (call) => void setTimeout(() => call.json(200, swarm.nodes), 5),
      "GET /events": (call) => {
        listeners.push(call);
        call.start(200, { "Content-Type": "application/json" });
      },
      ...routes,
    },
    client,
  );
  return {
    ...bare,
    swarm,
    /** What was created and updated. */
    bodies,
    /** Those who listen to events. */
    listeners,
    looks: () => looks,
    tellEvent: (event: object) => {
      for (const call of listeners) call.writeNow(`${JSON.stringify(event)}\n`);
    },
  };
}

export interface SwarmState {
  services: Service[];
  tasks: Task[];
  nodes: Node[];
}

/** A service as the engine gives it back, by the spec it was given. */
export function service(spec: object, more: Partial<Service> = {}): Service {
  return {
    ID: "s1",
    Version: { Index: 10 },
    Spec: { Labels: {}, Mode: { Replicated: { Replicas: 1 } }, TaskTemplate: {}, ...spec },
    UpdateStatus: undefined,
    ...more,
  } as unknown as Service; // what the tests do not read is left out
}

export function task(
  slot: number,
  {
    id = `t${slot}`,
    state = "running",
    desired = "running",
    node = "n1",
    template = {},
    error,
    iteration,
  }: {
    id?: string;
    state?: TaskState;
    desired?: TaskState;
    node?: string;
    template?: object;
    error?: string;
    iteration?: number;
  } = {},
): Task {
  return {
    ID: id,
    Slot: slot || undefined,
    NodeID: node,
    CreatedAt: "2026-01-01T00:00:00Z",
    Spec: template,
    Status: { State: state, Err: error, Timestamp: "", PortStatus: {} },
    DesiredState: desired,
    JobIteration: iteration === undefined ? undefined : { Index: iteration },
  } as unknown as Task; // as above
}

export function node(id: string, state: Node["Status"]["State"] = "ready"): Node {
  return { ID: id, Description: { Hostname: `host-${id}` }, Status: { State: state } } as unknown as Node; // as above
}
