import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { filters, inOptions } from "../../field.js";
import { operation } from "../../operation-action.js";
import { taskOutput } from "./task-output.js";

const input = {
  filters: filters("Only tasks that match: desired-state, id, label, name, node, runtime and service.", {
    place: inOptions("filters"),
  }),
};

export const listTasks = defineAction({
  name: "list_tasks",
  title: "List tasks",
  description: "Lists the tasks of the swarm, old ones included. Only a manager answers.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-task-list", prefix: "Docker.Task", keyField: "ID", published: true },
  },
  input,
  output: taskOutput,
  run: operation("TaskList", input, (_values, tasks) => {
    const running = tasks.filter(({ Status }) => stateOf(Status) === "running").length;
    return {
      message: `Found ${counted(tasks, "task")}, ${running} of them running.`,
      summary: { total: tasks.length, running },
    };
  }),
});

function stateOf(status: unknown): string | undefined {
  return (status as { State?: string } | undefined)?.State; // as every version tells it
}
