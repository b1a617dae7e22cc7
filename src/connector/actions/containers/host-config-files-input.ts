import { boolean, inBody, list, object, objects, text } from "../../field.js";

/** What a container sees of files: mounts, volumes, its own file system. */
export const hostConfigFiles = {
  hostconfig_binds: list(
    "Bind mounts as source:target[:options]; a source that is not a path names a volume.",
    { place: inBody("HostConfig.Binds") },
  ),
  hostconfig_mounts: objects("Mounts in the structured form, which checks more than Binds.", {
    place: inBody("HostConfig.Mounts"),
  }),
  hostconfig_tmpfs: object("Folders kept in memory: path to mount options such as rw,size=64m.", {
    place: inBody("HostConfig.Tmpfs"),
  }),
  hostconfig_volumesfrom: list("Other containers whose mounts it takes, as container[:ro|rw].", {
    place: inBody("HostConfig.VolumesFrom"),
  }),
  hostconfig_volumedriver: text("Driver for the volumes that Binds names.", {
    place: inBody("HostConfig.VolumeDriver"),
  }),
  hostconfig_storageopt: object(
    'Options of the storage driver, such as {"size": "10G"}; not every driver takes one.',
    { place: inBody("HostConfig.StorageOpt") },
  ),
  hostconfig_readonlyrootfs: boolean("Lets it write to its mounts only.", {
    place: inBody("HostConfig.ReadonlyRootfs"),
    otherwise: false,
  }),
  hostconfig_maskedpaths: list(
    "Paths hidden from it. Left out, the engine's list counts; [] hides nothing.",
    {
      place: inBody("HostConfig.MaskedPaths"),
    },
  ),
  hostconfig_readonlypaths: list(
    "System paths it cannot write. Left out, the engine's list counts; [] protects nothing.",
    { place: inBody("HostConfig.ReadonlyPaths") },
  ),
};
