import type { OperationFacts } from "../../../generated/operations.js";
import { Refusal } from "./refusal.js";
import type { Route } from "./world.js";

/** The answer to an operation that this engine does not have: a swarm's as an engine outside of one says it, the rest 501. */
export function notOffered(id: string, { method, path }: OperationFacts): Route {
  return ({ minor }) => {
    if (id === "SwarmLeave") throw new Refusal(minor < 42 ? 406 : 503, "This node is not part of a swarm");
    if (/^(Swarm|Node|Service|Task|Secret|Config)/.test(id)) {
      throw new Refusal(
        503,
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
      );
    }
    throw new Refusal(
      501,
      `The test engine does not offer ${id} (${method} ${path}). Use a real engine for what needs it.`,
    );
  };
}
