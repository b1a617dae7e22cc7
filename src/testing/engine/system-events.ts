import { type EngineEvent, eventMessage } from "./event-log.js";
import { type Filters, fitsExactly, fitsLabels, readFilters } from "./filters.js";
import { now } from "./moment.js";
import { moment } from "./query.js";
import type { Call } from "./world.js";

const known =
  "config container daemon event image label network node plugin scope secret service type volume bogus"
    .split(" ")
    .slice(0, -1);

/** `GET /events`: what was since a time, and what comes until another. */
export async function streamEvents(call: Call): Promise<void> {
  const { world, exchange, query } = call;
  const since = moment(query, "since");
  const until = moment(query, "until");
  // Engines pass over filters that they do not know, here alone.
  const filters = new Map(
    [...readFilters(call, [...known, ...unknownOf(query)])].filter(([name]) => known.includes(name)),
  );
  const stream = exchange.stream(200, { "Content-Type": "application/json" });
  const pending: EngineEvent[] = since === undefined ? [] : world.events.between(since, until ?? now());
  let wake = () => {};
  let isOver = exchange.gone.aborted;
  const over = () => {
    isOver = true;
    wake();
  };
  const stop = world.events.listen((event) => {
    pending.push(event);
    wake();
  });
  exchange.gone.addEventListener("abort", over, { once: true });
  const left = until === undefined ? undefined : Number((until - now()) / 1_000_000n);
  const timer = left === undefined ? undefined : setTimeout(over, Math.max(0, left));
  if (left !== undefined && left <= 0) over();
  try {
    for (;;) {
      for (let event = pending.shift(); event !== undefined; event = pending.shift())
        if (fits(event, filters)) await stream.write(`${JSON.stringify(eventMessage(event))}\n`);
      if (isOver) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    clearTimeout(timer);
    stop();
    exchange.gone.removeEventListener("abort", over);
  }
  stream.end();
}

function unknownOf(query: URLSearchParams): string[] {
  try {
    const value: unknown = JSON.parse(query.get("filters") || "{}");
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

function fits({ type, action, id, attributes }: EngineEvent, filters: Filters): boolean {
  const name = attributes.name ?? "";
  const ofKind = (kind: string) =>
    !filters.has(kind) ||
    (type === kind && (filters.get(kind) ?? []).some((wanted) => id.startsWith(wanted) || name === wanted));
  const kinds = ["container", "network", "volume", "image"].filter((kind) => filters.has(kind));
  return (
    fitsExactly(filters, "type", type) &&
    fitsExactly(filters, "scope", "local") &&
    // `exec_create: sh` is an `exec_create`.
    fitsExactly(filters, "event", [action, action.split(":")[0] ?? ""]) &&
    fitsLabels(filters, attributes) &&
    kinds.every(
      (kind) => ofKind(kind) || (kind === "image" && filters.get(kind)?.includes(attributes.image ?? "")),
    )
  );
}
