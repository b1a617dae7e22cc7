import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { choice, inOptions, integer, object } from "../../field.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  condition: choice(
    "not-running settles at once for a stopped container, next-exit at the next stop, removed when it is gone.",
    ["not-running", "next-exit", "removed"],
    { place: inOptions("condition"), default: "not-running" },
  ),
};

export const containerWait = defineAction({
  name: "container_wait",
  title: "Wait for container",
  description: "Waits for a container to stop, ten minutes at most, and gives its exit code.",
  category: "containers",
  effect: reads,
  platforms: {
    fortisoar: { operation: "wait_container" },
    xsoar: { command: "docker-container-wait", prefix: "Docker.ContainerWaitResponse" },
  },
  input,
  output: {
    StatusCode: integer("Its exit status; 137 is SIGKILL.", { required: true }),
    Error: object("Set where waiting itself went wrong, not where the program failed."),
  },
  bounds: { time: 600_000, bytes: 1024, items: 1 },
  async run({ id, condition }, { client, call, bounds }) {
    const waiting = { ...call, timeout: bounds.time };
    const { StatusCode, Error: failure } = await new Containers(client).wait(id, { condition }, waiting);
    return {
      data: [{ StatusCode, ...(failure && { Error: failure }) }],
      message: failure?.Message
        ? `The wait for container ${id} went wrong: ${failure.Message}`
        : `Container ${id} ended with exit code ${StatusCode}.`,
      summary: { exitCode: StatusCode },
    };
  },
});
