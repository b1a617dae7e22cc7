import { envList } from "../../../actions/env-list.js";
import { Exec } from "../../../resources/exec.js";
import { changes, defineAction } from "../../action.js";
import { boolean, command, inBody, object, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { path } from "../shared-fields.js";
import { execBounds, execOutput, startExec } from "../started-exec.js";

const input = {
  id: path("container"),
  cmd: command("The program and its arguments; no shell is involved.", {
    required: true,
    place: inBody("Cmd"),
    names: { fortisoar: "Cmd" },
  }),
  user: text("user[:group], names or numbers; empty takes the container's.", {
    place: inBody("User"),
    names: { fortisoar: "User" },
  }),
  working_dir: text("Absolute folder it starts in; empty takes the container's.", {
    place: inBody("WorkingDir"),
    names: { fortisoar: "WorkingDir" },
  }),
  privileged: boolean("Runs it with all capabilities.", {
    place: inBody("Privileged"),
    otherwise: false,
    names: { fortisoar: "Privileged" },
  }),
  attach_stdin: boolean("Connects its stdin too, which is at its end at once.", {
    place: inBody("AttachStdin"),
    otherwise: false,
    names: { fortisoar: "AttachStdin" },
  }),
  attach_stdout: boolean("Gives what it writes to stdout.", {
    place: inBody("AttachStdout"),
    default: true,
    names: { fortisoar: "AttachStdout" },
  }),
  attach_stderr: boolean("Gives what it writes to stderr.", {
    place: inBody("AttachStderr"),
    default: true,
    names: { fortisoar: "AttachStderr" },
  }),
  detach: boolean("Returns when it has started, without its output and exit code.", {
    otherwise: false,
    names: { fortisoar: "Detach" },
  }),
  tty: boolean("Gives it a terminal; all of its output is in stdout then.", {
    place: inBody("Tty"),
    otherwise: false,
    names: { fortisoar: "Tty" },
  }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
};

export const execContainer = defineAction({
  name: "exec_container",
  title: "Exec in container",
  description: "Runs a command in a running container and gives its output and exit code.",
  category: "containers",
  effect: changes,
  platforms: { fortisoar: { operation: "exec_container" } },
  input,
  output: {
    Id: text("Id of the command, by which it can be inspected.", { required: true, entity: "exec" }),
    ...execOutput,
  },
  bounds: execBounds,
  async run({ detach, ...values }, context) {
    const { body } = place(input, values);
    const placed = body as Parameters<Exec["create"]>[1]; // its fields are placed in one
    const created = { ...placed, ...(Array.isArray(placed?.Env) && { Env: envList(placed.Env) }) };
    const { Id } = await new Exec(context.client).create(values.id, created, context.call);
    const prepared = {
      id: Id,
      what: `The command in container ${values.id}`,
      detach: detach === true,
      tty: created.Tty === true,
      stdin: created.AttachStdin === true,
    };
    return startExec(prepared, context);
  },
});
