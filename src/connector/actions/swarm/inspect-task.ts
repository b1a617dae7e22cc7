import { defineAction, reads } from "../../action.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { taskOutput } from "./task-output.js";

const input = {
  id: path("task"),
};

export const inspectTask = defineAction({
  name: "inspect_task",
  title: "Inspect task",
  description: "Reads one task, with its state and the node it is on.",
  category: "swarm",
  effect: reads,
  platforms: { xsoar: { command: "docker-task-inspect", prefix: "Docker.Task", keyField: "ID" } },
  input,
  output: taskOutput,
  run: operation("TaskInspect", input, ({ id }, [task]) => {
    const { Status, DesiredState = "" } = (task ?? {}) as TaskStates;
    const { State = "" } = Status ?? {};
    return { message: `Task ${id} is ${State}.`, summary: { State, DesiredState } };
  }),
});

/** As every version tells it. */
interface TaskStates {
  readonly Status?: { readonly State?: string };
  readonly DesiredState?: string;
}
