import { describeActions } from "../action-cases.js";

const volume = {
  Name: "data",
  Driver: "local",
  Mountpoint: "/x",
  Labels: null,
  Scope: "local",
  Options: null,
};

describeActions("volumes", [
  {
    case: "no filters where there are none (F-2.3-8)",
    name: "list_volumes",
    parameters: { filters: "" },
    sent: "GET /volumes",
    answer: { Volumes: [volume], Warnings: null },
    data: [{ Volumes: [volume], Warnings: [] }],
    message: "Found 1 volume.",
  },
  {
    name: "inspect_volume",
    parameters: { name: "data" },
    sent: "GET /volumes/data",
    answer: volume,
    data: [{ ...volume, Labels: {}, Options: {} }],
    message: "Successfully inspected volume data.",
  },
  {
    name: "docker-volume-create",
    parameters: {
      volumeconfig_name: "data",
      volumeconfig_driver: "",
      volumeconfig_driveropts: '{"type": "tmpfs"}',
    },
    sent: "POST /volumes/create",
    body: { Name: "data", DriverOpts: { type: "tmpfs" } },
    answer: { ...volume, Labels: {}, Options: {} },
    message: "Successfully created volume data.",
  },
  {
    case: "nothing at all, for a name that the engine makes up",
    name: "create_volume",
    parameters: {},
    sent: "POST /volumes/create",
    body: {},
    answer: { ...volume, Labels: {}, Options: {} },
  },
  {
    name: "remove_volume",
    parameters: { name: "data", force: "True" },
    sent: "DELETE /volumes/data?force=true",
    message: "Successfully removed volume data.",
  },
  {
    name: "prune_volumes",
    parameters: { filters: '{"all": true, "label!": "keep"}' },
    sent: 'POST /volumes/prune?filters={"all":["true"],"label!":["keep"]}',
    answer: { VolumesDeleted: null, SpaceReclaimed: 0 },
    data: [{ VolumesDeleted: [], SpaceReclaimed: 0 }],
    message: "Removed 0 volumes.",
  },
]);
