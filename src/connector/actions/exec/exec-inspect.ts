import { Exec } from "../../../resources/exec.js";
import { defineAction, reads } from "../../action.js";
import { boolean, integer, object, text } from "../../field.js";
import { execId } from "./exec-id.js";

const input = { id: execId };

export const execInspect = defineAction({
  name: "exec_inspect",
  title: "Inspect exec instance",
  description: "Reads whether a command still runs and, when it has ended, its exit code.",
  category: "exec",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-exec-inspect", prefix: "Docker.ExecInspectResponse", keyField: "ID" },
  },
  input,
  output: {
    ID: text("64 hexadecimal digits.", { required: true, entity: "exec" }),
    ContainerID: text("The container it runs in.", { required: true, entity: "container" }),
    Running: boolean("Whether it runs now.", { required: true }),
    ExitCode: integer("Its exit status. Missing until it has ended.", { min: Number.MIN_SAFE_INTEGER }),
    Pid: integer("Process ID on the host; 0 before the start.", { required: true }),
    ProcessConfig: object("What is run.", { required: true }),
    OpenStdin: boolean("Whether stdin was attached.", { required: true }),
    OpenStdout: boolean("Whether stdout was attached.", { required: true }),
    OpenStderr: boolean("Whether stderr was attached.", { required: true }),
  },
  async run({ id }, { client, call }) {
    const { ExitCode, ...exec } = await new Exec(client).inspect(id, call);
    // An engine says null until it has ended; of Windows it may be a negative number.
    const exitCode = ExitCode ?? undefined;
    const state = exec.Running ? "runs" : exitCode === undefined ? "does not run yet" : undefined;
    return {
      data: [{ ...exec, ...(exitCode !== undefined && { ExitCode: exitCode }) }],
      message: `Exec ${id} ${state ?? `ended with exit code ${exitCode}`}.`,
      summary: { running: exec.Running, ...(exitCode !== undefined && { exitCode }) },
    };
  },
});
