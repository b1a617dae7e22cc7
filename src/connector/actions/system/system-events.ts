import type { Newest, Result } from "../../../client/api-version.js";
import { opener } from "../../../client/open-stream.js";
import { JsonStream } from "../../../streams/json-stream.js";
import { defineAction, reads } from "../../action.js";
import { bounded } from "../../bounded.js";
import { filters, inOptions, integer, object, text, time } from "../../field.js";

const input = {
  filters: filters("Only events that match.", { place: inOptions("filters") }),
  since: time("Begins with the past from this time on. The engine remembers the last 256 events.", {
    place: inOptions("since"),
  }),
  until: time("Ends at this time. Default: now. In the future: as long as the limits of the action let it.", {
    place: inOptions("until"),
  }),
};

export const systemEvents = defineAction({
  name: "system_events",
  title: "System events",
  description:
    "Tells what has happened on the engine, such as containers that started and images that were pulled.",
  category: "system",
  effect: reads,
  platforms: {
    fortisoar: { operation: "system_events" },
    xsoar: { command: "docker-system-events", prefix: "Docker.SystemEventsResponse" },
  },
  input,
  output: {
    Type: text("What it happened to, such as container.", { required: true }),
    Action: text("What happened, such as start.", { required: true }),
    Actor: object("Its id and attributes.", { required: true }),
    time: integer("Unix seconds.", { required: true }),
    timeNano: integer("Unix nanoseconds, rounded to what JSON numbers can hold.", { max: 2 ** 63 }),
  },
  bounds: { time: 60_000, bytes: 8 * 1024 * 1024, items: 10_000 },
  async run({ filters, since, until }, { client, call, bounds }) {
    // Without an end they would go on for ever; without a beginning there would be none up to now.
    const options = {
      filters,
      since: since ?? (until === undefined ? "0" : undefined),
      until: until ?? aMomentAhead(),
    };
    const events = new JsonStream<Result<Newest, "SystemEvents">>(
      opener(client, "SystemEvents", { options }, { ...call, retry: false }),
    );
    const { values, truncated } = await bounded(events, bounds, (event) => JSON.stringify(event).length);
    return {
      data: values,
      message: `Read ${values.length} events${truncated ? ", up to the limit" : ""}.`,
      summary: { total: values.length },
      truncated,
    };
  },
});

/** Now would be the millisecond that has begun, and leave out what happened in it. */
function aMomentAhead(): string {
  return String((Date.now() + 50) / 1000);
}
