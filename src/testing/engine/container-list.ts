import type { Container } from "./container.js";
import { containerSummary } from "./container-answers.js";
import { type Filters, fitsExactly, fitsLabels, fitsName, readFilters } from "./filters.js";
import { flag, integer } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call, World } from "./world.js";

const known =
  "ancestor before exited expose health id isolation is-task label label! name network publish since status volume".split(
    " ",
  );

/** `GET /containers/json` */
export function listContainers(call: Call): void {
  const { world, exchange, query, minor } = call;
  const limit = integer(query, "limit") ?? 0;
  const withSize = flag(query, "size");
  const filters = readFilters(call, known);
  checkStatus(filters);
  const all =
    flag(query, "all") ||
    limit > 0 ||
    ["status", "exited", "before", "since"].some((name) => filters.has(name));
  const found = world.containers
    .all()
    .filter((container) => all || container.isRunning || container.status === "restarting")
    .filter((container) => fits(container, filters, world));
  const shown = limit > 0 ? found.slice(0, limit) : found;
  exchange.answer(
    200,
    shown.map((container) => containerSummary(container, minor, withSize)),
  );
}

const statuses = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];

function checkStatus(filters: Filters): void {
  for (const status of filters.get("status") ?? []) {
    if (!statuses.includes(status)) {
      throw new Refusal(400, `invalid filter 'status=${status}'`);
    }
  }
}

function fits(container: Container, filters: Filters, world: World): boolean {
  const { id, name, status, config, exitCode, health, mounts, endpoints, created } = container;
  const networks = [...endpoints.keys()];
  const ids = networks.map((network) => world.networks.find(network)?.id ?? "");
  const others = (key: string) =>
    (filters.get(key) ?? []).map((other) => world.containers.get(other).created);
  return (
    fitsLabels(filters, config.Labels) &&
    fitsExactly(filters, "status", status) &&
    fitsName(filters, "name", [`/${name}`, name]) &&
    fitsStart(filters, "id", [id]) &&
    fitsExactly(filters, "exited", String(exitCode)) &&
    (!filters.has("exited") || status === "exited") &&
    fitsExactly(filters, "health", health?.status ?? "none") &&
    fitsExactly(filters, "network", [...networks, ...ids]) &&
    fitsExactly(
      filters,
      "volume",
      mounts.flatMap(({ Name = "", Destination }) => [Name, Destination]),
    ) &&
    fitsAncestor(container, filters, world) &&
    others("before").every((moment) => created < moment) &&
    others("since").every((moment) => created > moment)
  );
}

function fitsStart(filters: Filters, key: string, values: readonly string[]): boolean {
  const wanted = filters.get(key);
  return wanted === undefined || wanted.some((start) => values.some((value) => value.startsWith(start)));
}

function fitsAncestor({ image }: Container, filters: Filters, { images }: World): boolean {
  const wanted = filters.get("ancestor");
  return wanted === undefined || wanted.some((name) => images.find(name)?.id === image.id);
}
