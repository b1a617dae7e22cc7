import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { integer, text } from "../../field.js";
import { path } from "../shared-fields.js";

const input = { id: path("container") };

export const containerChanges = defineAction({
  name: "container_changes",
  title: "Container filesystem changes",
  description: "Lists the paths that a container has added, changed or deleted on top of its image.",
  category: "containers",
  effect: reads,
  platforms: {
    splunk: {
      action: "get container filesystem changes",
      identifier: "get_changes_of_a_container_filesystem",
      type: "investigate",
      dataKey: "filesystem",
      summaryKey: "filesystem_data",
    },
    xsoar: {
      command: "docker-container-changes",
      prefix: "Docker.ContainerChangeResponseItem",
      keyField: "Path",
      published: true,
    },
  },
  input,
  output: {
    Path: text("The file or folder in the container.", { required: true }),
    Kind: integer("0 modified, 1 added, 2 deleted.", { required: true }),
    KindName: text("The same as a word: modified, added or deleted.", { required: true }),
  },
  async run({ id }, { client, call }) {
    // null where nothing has changed.
    const changes = (await new Containers(client).diff(id, call)) ?? [];
    const data = changes.map((change) => ({ ...change, KindName: kinds[change.Kind] ?? "unknown" }));
    const count = (kind: string) => data.filter(({ KindName }) => KindName === kind).length;
    const summary = { modified: count("modified"), added: count("added"), deleted: count("deleted") };
    const parts = Object.entries(summary).map(([kind, number]) => `${number} ${kind}`);
    return {
      data,
      message: `Found ${counted(data, "change")} in the files of container ${id}: ${parts.join(", ")}.`,
      summary,
    };
  },
});

const kinds = ["modified", "added", "deleted"];
