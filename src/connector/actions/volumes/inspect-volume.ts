import { defineAction, reads } from "../../action.js";
import { inPath, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  name: text("Id or name of the volume.", { required: true, entity: "volume", place: inPath("name") }),
};

export const inspectVolume = defineAction({
  name: "inspect_volume",
  title: "Inspect volume",
  description: "Reads one volume, with the folder where it lies on the daemon's host.",
  category: "volumes",
  effect: reads,
  platforms: {
    fortisoar: { operation: "inspect_volume" },
    xsoar: { command: "docker-volume-inspect", prefix: "Docker.Volume", keyField: "Name", published: true },
  },
  input,
  output: {
    Name: text("Unique on this engine.", { required: true }),
    Driver: text("Such as local, or a plugin's.", { required: true }),
    Mountpoint: text("Host path of its files; may be empty for plugins.", { required: true }),
    CreatedAt: text("RFC 3339 time."),
    Status: object("Whatever the driver says about its state; absent with local."),
    Labels: object("Your own metadata.", { required: true }),
    Scope: text("local for this machine, global where the driver shares it among machines.", {
      required: true,
    }),
    Options: object("Options it was created with.", { required: true }),
    UsageData: object("How much it is used. Only in the disk usage report."),
  },
  run: operation("VolumeInspect", input, ({ name }) => `Successfully inspected volume ${name}.`),
});
