import type { Container } from "./container.js";
import type { HostConfig } from "./container-body.js";
import { newFolder } from "./files/file-node.js";
import { Refusal } from "./refusal.js";
import { mountPoint } from "./volumes.js";
import type { World } from "./world.js";

/** As a container tells it. */
export interface Mount {
  readonly Type: string;
  readonly Name?: string;
  readonly Source: string;
  readonly Destination: string;
  readonly Driver?: string;
  readonly Mode: string;
  readonly RW: boolean;
  readonly Propagation: string;
}

/** Puts volumes into the files of a container. A folder of the machine is an empty one here: tests do not reach what is theirs not. */
export function addMounts({ volumes }: World, container: Container): void {
  const addVolume = (given: string, Destination: string, Mode: string, RW: boolean) => {
    const volume = volumes.create(given);
    container.files.mount(Destination, volume.files);
    container.mounts.push({
      ...{ Type: "volume", Name: volume.name, Source: mountPoint(volume.name), Destination },
      ...{ Driver: "local", Mode, RW, Propagation: "" },
    });
  };
  const addBind = (Source: string, Destination: string, Mode: string, RW: boolean) => {
    container.files.mount(Destination, newFolder());
    container.mounts.push({ Type: "bind", Source, Destination, Mode, RW, Propagation: "rprivate" });
  };
  for (const bind of container.hostConfig.Binds ?? []) {
    const { source, target, mode, isReadOnly } = bindOf(bind);
    if (source.startsWith("/")) addBind(source, target, mode, !isReadOnly);
    else addVolume(source, target, mode === "" ? "z" : mode, !isReadOnly);
  }
  for (const { Type, Source = "", Target = "", ReadOnly = false } of container.hostConfig.Mounts ?? []) {
    if (Type === "volume") addVolume(Source, Target, "z", !ReadOnly);
    else if (Type === "bind") addBind(Source, Target, "", !ReadOnly);
    else if (Type === "tmpfs") container.files.mount(Target, newFolder());
    else throw new Refusal(501, `The test engine does not mount what is of type ${JSON.stringify(Type)}.`);
  }
  const taken = new Set(container.mounts.map(({ Destination }) => Destination));
  for (const path of Object.keys(container.config.Volumes ?? {}))
    if (!taken.has(path)) addVolume("", path, "", true);
}

export function checkBinds({ Binds }: HostConfig): void {
  for (const bind of Binds ?? []) {
    const { target } = bindOf(bind);
    if (!target.startsWith("/"))
      throw new Refusal(
        500,
        `invalid volume specification: '${bind}': invalid mount config for type "bind": invalid mount path: '${target}' mount path must be absolute`,
      );
  }
}

function bindOf(bind: string): { source: string; target: string; mode: string; isReadOnly: boolean } {
  const [source = "", target = "", mode = ""] = bind.split(":");
  return { source, target, mode, isReadOnly: mode.split(",").includes("ro") };
}
