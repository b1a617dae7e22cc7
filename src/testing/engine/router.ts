import { type OperationFacts, type OperationId, operations } from "../../../generated/operations.js";
import type { Exchange } from "../exchange.js";
import { containerRoutes } from "./container-routes.js";
import { execRoutes } from "./exec-routes.js";
import { imageRoutes } from "./image-routes.js";
import { networkRoutes } from "./network-routes.js";
import { notOffered } from "./not-offered.js";
import { Refusal } from "./refusal.js";
import { systemRoutes } from "./system-routes.js";
import { volumeRoutes } from "./volume-routes.js";
import type { Route } from "./world.js";

const routes: Partial<Record<OperationId, Route>> = {
  ...containerRoutes,
  ...execRoutes,
  ...imageRoutes,
  ...networkRoutes,
  ...volumeRoutes,
  ...systemRoutes,
};

/** What answers a request, and the parts of its path. */
export function routeOf(
  { method, path }: Pick<Exchange, "method" | "path">,
  minor: number,
): { route: Route; params: Record<string, string> } {
  for (const { id, facts, pattern } of patterns) {
    if (facts.method !== method || minor < (facts.since ?? 0) || minor > (facts.until ?? minor)) continue;
    const match = pattern.exec(path);
    if (match !== null) return { route: routes[id] ?? notOffered(id, facts), params: decoded(match.groups) };
  }
  throw new Refusal(404, "page not found");
}

interface Pattern {
  readonly id: OperationId;
  readonly facts: OperationFacts;
  readonly pattern: RegExp;
}

/** Paths without a name go first: `/images/json` is no image. */
const patterns: readonly Pattern[] = (Object.entries(operations) as [OperationId, OperationFacts][]) // whose keys are the names
  .map(([id, facts]) => ({ id, facts, pattern: patternOf(facts.path) }))
  .sort((a, b) => Number(a.facts.path.includes("{")) - Number(b.facts.path.includes("{")));

/** The names of images and plugins may bring their slashes along. */
function patternOf(path: string): RegExp {
  const open = /^\/(images|plugins|distribution)\//.test(path);
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, open ? "(?<$1>.+)" : "(?<$1>[^/]+)")}$`);
}

function decoded(groups: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodePart(value)]));
}

function decodePart(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new Refusal(400, "Bad Request");
  }
}
