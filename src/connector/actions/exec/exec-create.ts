import { envList } from "../../../actions/env-list.js";
import { changes, defineAction } from "../../action.js";
import { boolean, command, inBody, list, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  attach_stdin: boolean("Connects its stdin to the caller.", {
    place: inBody("AttachStdin"),
    otherwise: false,
    names: { xsoar: "execconfig_attachstdin" },
  }),
  attach_stdout: boolean("Connects its stdout to the caller.", {
    place: inBody("AttachStdout"),
    otherwise: false,
    names: { xsoar: "execconfig_attachstdout" },
  }),
  attach_stderr: boolean("Connects its stderr to the caller.", {
    place: inBody("AttachStderr"),
    otherwise: false,
    names: { xsoar: "execconfig_attachstderr" },
  }),
  detach_keys: text("Keys that leave it without ending it, such as ctrl-p,ctrl-q.", {
    place: inBody("DetachKeys"),
    names: { xsoar: "execconfig_detachkeys" },
  }),
  tty: boolean("Gives it a terminal. Its output is then one raw stream without frames.", {
    place: inBody("Tty"),
    otherwise: false,
    names: { xsoar: "execconfig_tty" },
  }),
  env: list("NAME=value, on top of the container's own variables.", {
    place: inBody("Env"),
    names: { xsoar: "execconfig_env" },
  }),
  cmd: command("The program and its arguments; no shell is involved.", {
    place: inBody("Cmd"),
    names: { xsoar: "execconfig_cmd" },
  }),
  privileged: boolean("Runs it with all capabilities.", {
    place: inBody("Privileged"),
    otherwise: false,
    names: { xsoar: "execconfig_privileged" },
  }),
  user: text("user[:group], names or numbers; empty takes the container's.", {
    place: inBody("User"),
    names: { xsoar: "execconfig_user" },
  }),
  working_dir: text("Absolute folder it starts in; empty takes the container's.", {
    place: inBody("WorkingDir"),
    names: { xsoar: "execconfig_workingdir" },
  }),
};

const create = operation<typeof input, { Id: string }>("ContainerExec", input, ({ id }, [exec]) => ({
  message: `Successfully prepared a command in container ${id}, with the id ${exec?.Id}.`,
  summary: { id: String(exec?.Id) },
}));

export const execCreate = defineAction({
  name: "exec_create",
  title: "Create exec instance",
  description: "Prepares a command in a running container. It runs once you start it.",
  category: "exec",
  effect: changes,
  platforms: { xsoar: { command: "docker-container-exec" } },
  input,
  output: {
    Id: text("Id of the command, to start and inspect it by.", { required: true, entity: "exec" }),
  },
  run: async (values, context) =>
    create({ ...values, ...(values.env && { env: envList(values.env) }) }, context),
});
