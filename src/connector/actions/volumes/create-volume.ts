import { defineAction, settles } from "../../action.js";
import { inBody, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  name: text("Empty gives it a random name of 64 digits.", {
    place: inBody("Name"),
    names: { fortisoar: "Name", xsoar: "volumeconfig_name" },
  }),
  driver: text("Such as local, or a plugin's.", {
    place: inBody("Driver"),
    otherwise: "local",
    names: { fortisoar: "Driver", xsoar: "volumeconfig_driver" },
  }),
  driver_opts: object("Options of the driver; local takes type, device and o as mount does.", {
    place: inBody("DriverOpts"),
    names: { xsoar: "volumeconfig_driveropts" },
  }),
  labels: object("Your own metadata.", { place: inBody("Labels"), names: { xsoar: "volumeconfig_labels" } }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
};

export const createVolume = defineAction({
  name: "create_volume",
  title: "Create volume",
  description: "Creates a volume. If one of that name and driver is there, it is given as it is.",
  category: "volumes",
  effect: settles,
  platforms: {
    fortisoar: { operation: "create_volume" },
    xsoar: { command: "docker-volume-create", published: true },
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
    ClusterVolume: object("What Swarm knows about it. Only for cluster volumes."),
    Options: object("Options it was created with.", { required: true }),
    UsageData: object("How much it is used. Only in the disk usage report."),
  },
  run: operation(
    "VolumeCreate",
    input,
    (_values, [volume]) => `Successfully created volume ${volume?.Name}.`,
  ),
});
