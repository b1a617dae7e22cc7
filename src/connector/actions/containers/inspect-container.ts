import type { ContainerState } from "../../../../generated/schema.js";
import { defineAction, reads } from "../../action.js";
import { boolean, inOptions, integer, list, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { path } from "../shared-fields.js";

const input = {
  id: path("container"),
  size: boolean("Adds SizeRw and SizeRootFs, in bytes. Slow, as the engine walks the files.", {
    place: inOptions("size"),
    default: false,
  }),
};

export const inspectContainer = defineAction({
  name: "inspect_container",
  title: "Inspect container",
  description: "Reads everything the engine knows about one container.",
  category: "containers",
  effect: reads,
  platforms: {
    fortisoar: { operation: "inspect_container" },
    splunk: {
      action: "inspect container",
      identifier: "inspect_a_container",
      type: "investigate",
      dataKey: "containerStats",
      summaryKey: "containerStats_data",
    },
    xsoar: {
      command: "docker-container-inspect",
      prefix: "Docker.ContainerInspectResponse",
      keyField: "Id",
      published: true,
    },
  },
  input,
  output: {
    Id: text("64 hexadecimal digits.", { required: true, entity: "container" }),
    Name: text("Starts with /.", { required: true }),
    Created: text("RFC 3339 time with nanoseconds.", { required: true }),
    State: object("What it is doing now, or how it ended.", { required: true }),
    Image: text("Digest of the image it runs from.", { required: true, entity: "image" }),
    Path: text("The program that is run: the entrypoint's first word or, without one, the command's.", {
      required: true,
    }),
    Args: list("Its arguments, without the program itself.", { required: true }),
    Config: object("What it runs, independent of the host.", { required: true }),
    HostConfig: object("How the host runs it: limits, mounts, ports, restarts.", { required: true }),
    NetworkSettings: object("Its networks, addresses and published ports.", { required: true }),
    Mounts: objects("What is mounted into it.", { required: true }),
    RestartCount: integer("Restarts by its restart policy; those that somebody asked for do not count.", {
      required: true,
    }),
    Platform: text("Operating system: linux or windows.", { required: true }),
    ExecIDs: list("Commands in it that the engine still remembers.", { required: true }),
    SizeRw: integer("Bytes written on top of the image. Only when sizes were asked for."),
    SizeRootFs: integer("Bytes of the whole file system, image included. Only when sizes were asked for."),
  },
  run: operation("ContainerInspect", input, ({ id }, [container]) => {
    const { Status, ExitCode, Health } = (container?.State ?? {}) as Partial<ContainerState>; // as the operation's answer has it
    const health = Health?.Status;
    const state = Status ?? "unknown";
    return {
      message: `Container ${id} is ${state}${health && health !== "none" ? ` and ${health}` : ""}.`,
      summary: { state, ...(health && { health }), ...(ExitCode !== undefined && { exitCode: ExitCode }) },
    };
  }),
});
