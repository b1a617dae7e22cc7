import { Exec } from "../../../resources/exec.js";
import { changes, defineAction } from "../../action.js";
import { boolean, text } from "../../field.js";
import { execBounds, execOutput, startExec } from "../started-exec.js";
import { execId } from "./exec-id.js";

const input = {
  id: execId,
  detach: boolean("Returns when it has started, without its output and exit code.", {
    otherwise: false,
    names: { xsoar: "execstartconfig_detach" },
  }),
  tty: boolean("Not needed: whether it has a terminal was said when it was prepared, and that counts.", {
    otherwise: false,
    names: { xsoar: "execstartconfig_tty" },
  }),
};

export const execStart = defineAction({
  name: "exec_start",
  title: "Start exec instance",
  description:
    "Runs a prepared command, once only, and gives its exit code and the output that was asked for then.",
  category: "exec",
  effect: changes,
  platforms: { xsoar: { command: "docker-exec-start" } },
  input,
  output: {
    Id: text("Id of the command, by which it can be inspected.", { required: true, entity: "exec" }),
    ...execOutput,
  },
  bounds: execBounds,
  async run({ id, detach, tty }, context) {
    const { ProcessConfig, OpenStdin: stdin } = await new Exec(context.client).inspect(id, context.call);
    const hasTty = ProcessConfig.tty === true;
    const prepared = { id, what: `Exec ${id}`, detach: detach === true, tty: hasTty, stdin };
    const outcome = await startExec(prepared, context);
    if (tty === undefined || tty === hasTty) return outcome;
    const warning = `Exec ${id} was prepared ${hasTty ? "with" : "without"} a terminal, and that was kept to.`;
    return { ...outcome, warnings: [warning] };
  },
});
