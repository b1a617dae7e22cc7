import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, text, time } from "../../field.js";
import { outputFields, outputOf, readOutput } from "../process-output.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  follow: boolean(
    "Waits for new output too, until the container stops or a limit of time or size is reached.",
    {
      place: inOptions("follow"),
      default: false,
    },
  ),
  stdout: boolean("What the container wrote to stdout.", { place: inOptions("stdout"), default: true }),
  stderr: boolean("What the container wrote to stderr. A container with a TTY has everything in stdout.", {
    place: inOptions("stderr"),
    default: true,
  }),
  since: time("Leaves out lines that are older.", { place: inOptions("since") }),
  until: time("Leaves out lines that are newer.", { place: inOptions("until") }),
  timestamps: boolean("Puts the time of each line in front of it, in RFC 3339 with nanoseconds.", {
    place: inOptions("timestamps"),
    default: false,
  }),
  tail: text("How many lines to give, counted from the end, or all. 0 skips the past, for use with follow.", {
    place: inOptions("tail"),
    default: "all",
  }),
};

export const containerLogs = defineAction({
  name: "container_logs",
  title: "Container logs",
  description: "Reads what a container has written to stdout and stderr. Ask for at least one of the two.",
  category: "containers",
  effect: reads,
  platforms: { fortisoar: { operation: "container_logs" }, xsoar: { command: "docker-container-logs" } },
  input,
  output: outputFields,
  bounds: { time: 120_000, bytes: 1024 * 1024, items: 1 },
  async run({ id, ...options }, context) {
    const { follow } = options;
    // What has been followed cannot be had again; a log that ends begins at once.
    const call = follow
      ? { ...context.call, retry: false as const }
      : { ...context.call, timeout: { headers: (context.settings.timeout ?? 60) * 1000 } };
    const log = new Containers(context.client).logs(id, options, call);
    const overflow = follow ? undefined : `${id}.log`;
    return outputOf(id, await readOutput(log, context, { overflow, live: follow === true }));
  },
});
