import { Tasks } from "../../../resources/tasks.js";
import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, text, time } from "../../field.js";
import { place } from "../../operation-action.js";
import { logOutput, readLog } from "../log-lines.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("task"),
  details: boolean(
    "Puts the ids of node, service and task, and what the log driver was told to keep, in front of each line.",
    { place: inOptions("details"), default: false },
  ),
  follow: boolean("Waits for new output too, until the task ends or a limit of time or size.", {
    place: inOptions("follow"),
    default: false,
  }),
  stdout: boolean("What the task wrote to stdout.", { place: inOptions("stdout"), default: true }),
  stderr: boolean("What the task wrote to stderr. A task with a TTY has everything in stdout.", {
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
  tail: text("How many lines to give, counted from the end, or all. 0 skips the past, for use with follow.", {
    place: inOptions("tail"),
    default: "all",
  }),
};

export const taskLogs = defineAction({
  name: "task_logs",
  title: "Task logs",
  description: "Reads what one task has written to stdout and stderr. Ask for at least one of the two.",
  category: "swarm",
  effect: reads,
  platforms: { xsoar: { command: "docker-task-logs" } },
  input,
  output: logOutput,
  run: (values, context) => {
    const { id, follow = false } = values;
    const call = { ...context.call, ...(follow && { retry: false as const }) };
    const { options } = place(input, values);
    const log = new Tasks(context.client).logs(id, options as LogOptions, call); // its fields are placed in them
    return readLog(log, { what: `task ${id}`, follow }, context);
  },
});

type LogOptions = Parameters<Tasks["logs"]>[1];
