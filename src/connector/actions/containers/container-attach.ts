import { Containers } from "../../../resources/containers.js";
import { changes, defineAction } from "../../action.js";
import { boolean, inOptions, text } from "../../field.js";
import { outputFields, outputOf, readOutput } from "../process-output.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  stdin: boolean("Connects stdin too and leaves it open, without writing to it.", {
    place: inOptions("stdin"),
    default: false,
  }),
  stdout: boolean("What the process writes to stdout. Where neither output is asked for, both come.", {
    place: inOptions("stdout"),
    default: false,
  }),
  stderr: boolean("What the process writes to stderr; with a TTY it is in stdout.", {
    place: inOptions("stderr"),
    default: false,
  }),
  stream: boolean(
    "Gives the output from now on, until the process ends or a limit of time or size is reached.",
    {
      place: inOptions("stream"),
      default: false,
    },
  ),
  logs: boolean("Gives the output of the past first; also where neither this nor stream is asked for.", {
    place: inOptions("logs"),
    default: false,
  }),
  detach_keys: text("Keys that end the session but not the process, like ctrl-p,ctrl-q.", {
    place: inOptions("detachKeys"),
    names: { fortisoar: "detachKeys" },
  }),
};

export const containerAttach = defineAction({
  name: "container_attach",
  title: "Attach container",
  description: "Reads what the main process of a container writes, as one who is connected to it sees it.",
  category: "containers",
  effect: changes,
  platforms: { fortisoar: { operation: "attach_container" } },
  input,
  output: outputFields,
  bounds: { time: 60_000, bytes: 1024 * 1024, items: 1 },
  async run({ id, stdin, stdout, stderr, stream, logs, detach_keys: detachKeys }, context) {
    const neither = !stdout && !stderr;
    const options = {
      stdin,
      stdout: stdout || neither,
      stderr: stderr || neither,
      stream,
      logs: logs || !stream,
      detachKeys,
    };
    const attached = await new Containers(context.client).attach(id, options, context.call);
    try {
      return outputOf(id, await readOutput(attached.output, context, { live: true }));
    } finally {
      await attached.close();
    }
  },
});
