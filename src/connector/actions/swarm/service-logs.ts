import { Services } from "../../../resources/services.js";
import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, text, time } from "../../field.js";
import { place } from "../../operation-action.js";
import { logOutput, readLog } from "../log-lines.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("service"),
  details: boolean(
    "Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line.",
    { place: inOptions("details"), default: false },
  ),
  follow: boolean(
    "Waits for new output too, also of tasks that start later, until a limit of time or size.",
    {
      place: inOptions("follow"),
      default: false,
    },
  ),
  stdout: boolean("What the tasks wrote to stdout.", { place: inOptions("stdout"), default: true }),
  stderr: boolean("What the tasks wrote to stderr. Tasks with a TTY have everything in stdout.", {
    place: inOptions("stderr"),
    default: true,
  }),
  since: time("Leaves out lines that are older.", {
    place: inOptions("since"),
  }),
  timestamps: boolean("Puts the time of each line in front of it, in RFC 3339 with nanoseconds.", {
    place: inOptions("timestamps"),
    default: false,
  }),
  tail: text(
    "How many lines to give of each task, counted from the end, or all. 0 skips the past, for use with follow.",
    { place: inOptions("tail"), default: "all" },
  ),
};

export const serviceLogs = defineAction({
  name: "service_logs",
  title: "Service logs",
  description:
    "Reads what all tasks of a service have written to stdout and stderr. Ask for at least one of the two.",
  category: "swarm",
  effect: reads,
  platforms: { xsoar: { command: "docker-service-logs" } },
  input,
  output: logOutput,
  run: (values, context) => {
    const { id, follow = false } = values;
    const call = { ...context.call, ...(follow && { retry: false as const }) };
    const { options } = place(input, values);
    const log = new Services(context.client).logs(id, options as LogOptions, call); // its fields are placed in them
    return readLog(log, { what: `service ${id}`, follow }, context);
  },
});

type LogOptions = Parameters<Services["logs"]>[1];
