import { defineAction, reads } from "../../action.js";
import { inOptions, list, rows, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  ps_args: text("Arguments for ps, split at spaces. The output must have a PID column.", {
    place: inOptions("psArgs"),
    default: "-ef",
  }),
};

export const containerTop = defineAction({
  name: "container_top",
  title: "Container processes",
  description: "Lists the processes in a running container, as the host's ps sees them.",
  category: "containers",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-container-top", prefix: "Docker.ContainerTopResponse", published: true },
  },
  input,
  output: {
    Titles: list("Column names, as ps printed them.", { required: true }),
    Processes: rows("One row per process, one text per column.", { required: true }),
  },
  run: operation("ContainerTop", input, ({ id }, [answer]) => {
    const processes = Array.isArray(answer?.Processes) ? answer.Processes.length : 0;
    const noun = processes === 1 ? "process" : "processes";
    return { message: `Found ${processes} ${noun} in container ${id}.`, summary: { processes } };
  }),
});
