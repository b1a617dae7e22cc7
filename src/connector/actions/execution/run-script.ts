import {
  type LoopOptions,
  type LoopProgram,
  loopSpec,
  pythonProgram,
  runScript as runInLoop,
  type ScriptOutcome,
} from "../../../actions/loop/index.js";
import { DockerError, InvalidArgumentError } from "../../../errors.js";
import { changes, defineAction } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, integer, list, number, object, objects, text, type ValuesOf } from "../../field.js";
import { words } from "../../words.js";

const input = {
  image: text("Name, digest or ID of an image with Python 3. It is pulled where it is missing.", {
    required: true,
    entity: "image",
    aliases: ["dockerimage", "dockerimage45"],
  }),
  script: text("Source of the script.", { required: true }),
  integration: boolean("Runs it as the command of an integration and not as a script.", {
    required: true,
    default: false,
  }),
  native: boolean("The program in the container ends after it, so that the container is not used again.", {
    required: true,
    default: false,
  }),
  args: object("Arguments of the script."),
  params: object("Settings of the integration."),
  command: text("Name of the integration's command."),
  context: object("What it runs for, with members such as Incidents, Inv, ParentEntry and ExecutionContext."),
  loop_script: text(
    "What runs scripts in the container: the path of a Python program in the image, the command that starts it, or the program's text, which is copied in. Default: one that comes with the connector.",
    { aliases: ["python Utils/_script_docker_python_loop_example.py"] },
  ),
  binds: list("Bind mounts as source:target[:options]; a source that is not a path names a volume.", {
    aliases: ["-v"],
  }),
  working_dir: text("Folder the program starts in.", { aliases: ["-w"] }),
  auto_remove: boolean(
    "The engine removes the container when it ends, even if nobody else is left to do it. The connector removes it in any case.",
    { otherwise: true, aliases: ["--rm"] },
  ),
  timeout: integer("Seconds for the script; then its container is killed. Default: 300."),
  reuse: boolean("Keeps the container for further scripts of the same image, limits and tenant.", {
    default: true,
  }),
  tenant: text("Scripts of different tenants never share a container; those without one share theirs."),
  user: text("user[:group], names or numbers. Default: 65534:65534, which owns nothing.", {
    default: "65534:65534",
  }),
  network: text("Network the container is in, such as bridge; none has no way out.", { default: "none" }),
  memory: integer("The most memory in bytes; 0 for no limit.", { default: 1024 ** 3 }),
  cpus: number("How many processors it may use, such as 0.5; 0 for no limit.", { default: 1 }),
  read_only: boolean("Keeps the image's files as they are; the folder /tmp can be written all the same.", {
    default: true,
  }),
};

export const runScript = defineAction({
  name: "run_script",
  title: "Run script in a container over stdin/stdout (loop protocol)",
  description:
    "Runs a Python script in a container that may do little else, and gives what it results in and what it logs. Further scripts may use the container again.",
  category: "execution",
  effect: changes,
  platforms: {},
  input,
  output: {
    results: objects("Entries that the script gave: Type, Contents, ContentsFormat.", { required: true }),
    logs: objects("What it logged: level and message.", { required: true }),
    exception: text("What it failed with."),
    noise: list("Lines on stdout that are no messages, such as those of programs it started.", {
      required: true,
    }),
    stderr: text("The last lines of stderr.", { required: true }),
    containerId: text("Container it ran in.", { required: true, entity: "container" }),
    reused: boolean("Whether scripts had run in that container before.", { required: true }),
  },
  bounds: { time: 24 * 3600 * 1000, bytes: 16 * 1024 * 1024, items: Number.MAX_SAFE_INTEGER },
  async run(values, { client, loops, call, bounds, onCall, progress }) {
    const { image, script, integration, native, args, params, command, context } = values;
    const outcome = await runInLoop(
      client,
      loops,
      loopSpec(image, loopOptions(values)),
      {
        script,
        integration,
        native,
        args: plain(args),
        params: plain(params),
        command,
        context: plain(context),
      },
      {
        ...(onCall && { onCall }),
        onLog: ({ message }) => progress(message),
        timeout: timeFor(values.timeout, bounds.time),
        tenant: values.tenant,
        reuse: values.reuse,
        maxOutputBytes: bounds.bytes,
      },
      call,
    );
    const results = outcome.results.map(asEntry);
    const item = { ...outcome, results, logs: [...outcome.logs], noise: [...outcome.noise] };
    return {
      data: [item],
      message: `Successfully ran the script in a container of ${image}: ${counted(results, "result")}.`,
      summary: { results: results.length, logs: outcome.logs.length, reused: outcome.reused },
      failure: failureOf(outcome),
    };
  },
});

function loopOptions(values: ValuesOf<typeof input>): LoopOptions {
  const {
    binds,
    auto_remove,
    working_dir: workingDir,
    loop_script,
    user,
    network,
    memory,
    cpus,
    read_only,
  } = values;
  return {
    program: programOf(loop_script),
    user,
    network,
    memory,
    cpus,
    readOnly: read_only,
    workingDir,
    hostConfig: {
      ...(binds && { Binds: [...binds] }),
      ...(auto_remove !== undefined && { AutoRemove: auto_remove }),
    },
  };
}

/** A text of several lines is the program itself; one word is its path, and several are a command. */
function programOf(given: string | undefined): LoopProgram {
  if (given === undefined) return pythonProgram;
  if (/[\r\n]/.test(given.trim())) return { ...pythonProgram, content: given };
  const command = words(given);
  if (command === undefined) throw new InvalidArgumentError("loop_script has a quote that does not close.");
  if (command.length === 0) throw new InvalidArgumentError("loop_script has nothing but spaces in it.");
  return { command: command.length === 1 ? ["python3", "-u", ...command] : command };
}

/** Milliseconds. No limit means that of the action. */
function timeFor(seconds = 300, most: number): number {
  return seconds === 0 ? most : Math.min(seconds * 1000, most);
}

function plain(value: object | undefined): Readonly<Record<string, unknown>> | undefined {
  return value && { ...value };
}

function asEntry(result: unknown): Readonly<Record<string, unknown>> {
  if (typeof result === "object" && result !== null && !Array.isArray(result)) return { ...result };
  return { Type: 1, Contents: result, ContentsFormat: typeof result === "string" ? "text" : "json" };
}

/**
 * What the script failed with: an exception, or an entry that says so. The engine has done what it was asked for, and it is
 * the script's own stream that tells of it.
 */
function failureOf({ exception, results }: ScriptOutcome): DockerError | undefined {
  const error = results.map(asEntry).find(({ Type }) => Type === errorEntry);
  if (exception === undefined && error === undefined) return undefined;
  const reason = exception?.trim().split("\n").at(-1) || String(error?.Contents ?? "it gave no reason");
  return new DockerError(`The script failed: ${reason.slice(0, 1000)}`, { code: "SCRIPT_FAILED" });
}

/** The type of an entry that is an error. */
const errorEntry = 4;
