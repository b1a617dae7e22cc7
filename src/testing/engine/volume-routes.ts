import type { OperationId } from "../../../generated/operations.js";
import { booleanFilter, fitsExactly, fitsLabels, fitsName, readFilters } from "./filters.js";
import { optionalBody } from "./json-body.js";
import { flag } from "./query.js";
import { Refusal } from "./refusal.js";
import { type Volume, volumeAnswer } from "./volumes.js";
import type { Call, Route, World } from "./world.js";

export const volumeRoutes: Partial<Record<OperationId, Route>> = {
  VolumeList: list,
  VolumeCreate: create,
  VolumeInspect: ({ world, exchange, params }) =>
    exchange.answer(200, volumeAnswer(world.volumes.get(params.name ?? ""))),
  VolumeDelete: remove,
  VolumePrune: prune,
};

function list(call: Call): void {
  const filters = readFilters(call, ["dangling", "driver", "label", "label!", "name"]);
  const dangling = booleanFilter(call, filters, "dangling");
  const found = call.world.volumes
    .all()
    .filter(({ name }) => fitsName(filters, "name", [name]) && fitsExactly(filters, "driver", "local"))
    .filter(({ labels }) => fitsLabels(filters, labels))
    .filter((volume) => dangling === undefined || (usersOf(call.world, volume).length === 0) === dangling);
  call.exchange.answer(200, { Volumes: found.map(volumeAnswer), Warnings: null });
}

async function create(call: Call): Promise<void> {
  const body = await optionalBody<VolumeBody>(call);
  const { Name = "", Driver = "local", Labels = {}, DriverOpts } = body;
  if (Driver !== "local" && Driver !== "") {
    throw new Refusal(
      404,
      `create ${Name}: error looking up volume plugin ${Driver}: plugin "${Driver}" not found`,
    );
  }
  const hasOptions = Object.keys(DriverOpts ?? {}).length > 0;
  const given = Object.keys(Labels ?? {}).length > 0 ? Labels : null;
  call.exchange.answer(
    201,
    volumeAnswer(call.world.volumes.create(Name, given, hasOptions ? DriverOpts : null)),
  );
}

interface VolumeBody {
  readonly Name: string;
  readonly Driver: string;
  readonly Labels: Readonly<Record<string, string>> | null;
  readonly DriverOpts: Readonly<Record<string, string>> | null;
}

function remove({ world, exchange, params, query }: Call): void {
  const name = params.name ?? "";
  const volume = world.volumes.find(name);
  if (volume === undefined && flag(query, "force")) {
    exchange.answer(204);
    return;
  }
  const [...users] = usersOf(world, world.volumes.get(name));
  if (users.length > 0) {
    throw new Refusal(409, `remove ${name}: volume is in use - [${users.map(({ id }) => id).join(", ")}]`);
  }
  world.volumes.delete(world.volumes.get(name));
  exchange.answer(204);
}

function prune(call: Call): void {
  const { world, exchange, minor } = call;
  const known = ["label", "label!", ...(world.version.era === 20 ? [] : ["all"])];
  const filters = readFilters(call, known);
  const all = minor < 42 || booleanFilter(call, filters, "all") === true;
  const gone = world.volumes
    .all()
    .filter((volume) => usersOf(world, volume).length === 0 && (all || volume.isAnonymous))
    .filter(({ labels }) => fitsLabels(filters, labels));
  for (const volume of gone) world.volumes.delete(volume);
  world.events.add("volume", "prune", "", { reclaimed: "0" });
  exchange.answer(200, { VolumesDeleted: gone.map(({ name }) => name), SpaceReclaimed: 0 });
}

/** The containers that have a volume, running or not. */
export function usersOf({ containers }: World, { name }: Volume) {
  return containers.all().filter(({ mounts }) => mounts.some((mount) => mount.Name === name));
}
