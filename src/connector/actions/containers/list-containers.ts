import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, integer, list, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  all: boolean("Also containers that are not running.", {
    place: inOptions("all"),
    default: false,
    names: { xsoar: "list_all" },
  }),
  limit: integer("The most containers to give, newest first; stopped ones count too. 0 sets no limit.", {
    place: inOptions("limit"),
  }),
  size: boolean("Adds SizeRw and SizeRootFs, in bytes. Slow, as the engine walks the files.", {
    place: inOptions("size"),
    default: false,
  }),
  filters: filters("Only containers that match.", { place: inOptions("filters") }),
};

export const listContainers = defineAction({
  name: "list_containers",
  title: "List containers",
  description: "Lists the running containers, or every container with all.",
  category: "containers",
  effect: reads,
  platforms: {
    fortisoar: { operation: "list_containers" },
    splunk: {
      action: "list container",
      identifier: "list_container",
      type: "investigate",
      dataKey: "containers",
      summaryKey: "container_summary",
    },
    xsoar: {
      command: "docker-container-list",
      prefix: "Docker.ContainerSummary",
      keyField: "Id",
      published: true,
    },
  },
  input,
  output: {
    Id: text("64 hexadecimal digits.", { required: true, entity: "container" }),
    Names: list("Each starts with /. A legacy link adds names such as /other/alias.", { required: true }),
    Image: text("The image as it was named at creation; its ID where that name now points elsewhere.", {
      required: true,
    }),
    ImageID: text("Digest of the image it runs from.", { required: true, entity: "image" }),
    Command: text("Entrypoint and arguments joined into one text.", { required: true }),
    Created: integer("Unix time in seconds.", { required: true }),
    Ports: objects("Exposed ports and where they are published; one entry per host address.", {
      required: true,
    }),
    SizeRw: integer("Bytes written on top of the image. Only when sizes were asked for."),
    SizeRootFs: integer("Bytes of the whole file system, image included. Only when sizes were asked for."),
    Labels: object("Labels of the container, those of its image included.", { required: true }),
    State: text("The state as one fixed word, for programs.", { required: true }),
    Status: text("The state as a sentence for people, such as Up 3 hours (healthy).", { required: true }),
    HostConfig: object("A small excerpt of the host configuration.", { required: true }),
    NetworkSettings: object("A small excerpt of the network settings.", { required: true }),
    Mounts: objects("What is mounted into it.", { required: true }),
  },
  run: operation("ContainerList", input, (_values, items) => ({
    message: `Found ${counted(items, "container")}.`,
    summary: { total: items.length, running: items.filter(({ State }) => State === "running").length },
  })),
});
