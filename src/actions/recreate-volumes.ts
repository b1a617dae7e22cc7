import { posix } from "node:path";
import type { HostConfig, Mount, MountPoint } from "../../generated/schema.js";

/**
 * Binds and mounts under which a new container has the volumes of the old one, also those without a name of their own: an engine would
 * make new and empty ones for it. Those named become the same thing as named ones, which `docker rm -v` leaves alone.
 */
export function keepVolumes(
  { Binds: binds = [], Mounts: mounts = [] }: HostConfig,
  points: readonly MountPoint[],
): Pick<HostConfig, "Binds" | "Mounts"> {
  const kept = { Binds: [...(binds ?? [])], Mounts: mounts.map((mount) => ({ ...mount })) };
  for (const point of points) {
    if (point.Type === "volume" && point.Name) keepVolume(point, point.Name, kept);
  }
  return {
    ...(kept.Binds.length > 0 && { Binds: kept.Binds }),
    ...(kept.Mounts.length > 0 && { Mounts: kept.Mounts }),
  };
}

function keepVolume(
  { Destination: target, RW }: MountPoint,
  name: string,
  { Binds, Mounts }: { Binds: string[]; Mounts: Mount[] },
): void {
  if (Binds.some((bind) => isBindTo(bind, target))) return;
  const mount = Mounts.find(({ Target }) => Target !== undefined && clean(Target) === target);
  if (mount !== undefined) {
    mount.Source ||= name;
    return;
  }
  const nameless = Binds.findIndex((bind) => clean(bind) === target);
  if (nameless !== -1) Binds.splice(nameless, 1);
  // A bind cannot say it.
  if (target.includes(":")) Mounts.push({ Type: "volume", Source: name, Target: target, ReadOnly: !RW });
  else Binds.push(`${name}:${target}${RW ? "" : ":ro"}`);
}

function isBindTo(bind: string, target: string): boolean {
  const [, to] = bind.split(":");
  return to !== undefined && clean(to) === target;
}

function clean(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, "");
}
