import type { Container } from "./container.js";
import { checkMemory, checkRestart, type HostConfig } from "./container-body.js";
import { validName } from "./container-create.js";
import { containerEvent } from "./container-event.js";
import { fitsLabels, readFilters } from "./filters.js";
import { jsonBody } from "./json-body.js";
import { removeContainer, sendSignal } from "./lifecycle.js";
import { flag } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** The operations that change a container or take it away. */
export function rename({ world, exchange, params, query }: Call): void {
  const name = query.get("name")?.replace(/^\//, "") ?? "";
  const container = world.containers.get(params.id ?? "");
  if (name === "") throw new Refusal(400, "Neither old nor new names may be empty");
  if (name === container.name)
    throw new Refusal(400, "Renaming a container with the same name as its current name");
  const before = "Error when allocating new name: ";
  if (!validName.test(name)) {
    throw new Refusal(
      400,
      `${before}Invalid container name (/${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
    );
  }
  try {
    world.containers.claim(name);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.status, `${before}${error.message}`);
    throw error;
  }
  const oldName = `/${container.name}`;
  container.name = name;
  containerEvent(world, container, "rename", { oldName });
  exchange.answer(204);
}

export async function update(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const body = await jsonBody<HostConfig>(call);
  const container = world.containers.get(params.id ?? "");
  checkRestart(body.RestartPolicy, world.version.era);
  checkMemory(body);
  const { RestartPolicy } = body;
  if (container.hostConfig.AutoRemove === true && RestartPolicy?.Name && RestartPolicy.Name !== "no") {
    throw new Refusal(
      409,
      "Restart policy cannot be updated because AutoRemove is enabled for the container",
    );
  }
  const policy = { ...container.hostConfig.RestartPolicy, ...(RestartPolicy?.Name ? RestartPolicy : {}) };
  container.hostConfig = { ...container.hostConfig, ...body, RestartPolicy: policy };
  containerEvent(world, container, "update");
  exchange.answer(200, { Warnings: null });
}

export async function removeByRequest({ world, exchange, params, query }: Call): Promise<void> {
  const name = params.id ?? "";
  const container = world.containers.get(name);
  const { era } = world.version;
  if (flag(query, "link")) {
    throw new Refusal(500, "Conflict, cannot remove the default link name of the container");
  }
  if ((container.isRunning || container.status === "restarting") && !flag(query, "force")) {
    throw new Refusal(409, removalSentence(container, name, era));
  }
  container.wasStopped = true;
  const autoRemove = container.hostConfig.AutoRemove === true;
  if (container.process !== undefined) {
    const { exited } = container.process;
    sendSignal(world, container, 9);
    await exited;
    // What its end brings about comes before.
    await new Promise(setImmediate);
  }
  if (!autoRemove || !container.isRemoved) removeContainer(world, container, flag(query, "v"));
  exchange.answer(204);
}

function removalSentence({ id, status, name }: Container, given: string, era: number): string {
  if (era === 20) {
    const what = status === "paused" ? "a paused" : "a running";
    const remedy =
      status === "paused"
        ? "Unpause and then stop the container before attempting removal or force remove"
        : "Stop the container before attempting removal or force remove";
    return `You cannot remove ${what} container ${id}. ${remedy}`;
  }
  const told = era === 28 ? given : `/${name}`;
  const remedy =
    status === "paused"
      ? "container is paused and must be unpaused first"
      : `container is ${status}: stop the container before removing or force remove`;
  return `cannot remove container "${told}": ${remedy}`;
}

export function pruneContainers(call: Call): void {
  const { world, exchange } = call;
  const filters = readFilters(call, ["label", "label!", "until"]);
  const gone = world.containers
    .all()
    .filter(
      ({ isRunning, status, config }) =>
        !isRunning && status !== "restarting" && fitsLabels(filters, config.Labels),
    );
  for (const container of gone) removeContainer(world, container, false);
  world.events.add("container", "prune", "", { reclaimed: "0" });
  exchange.answer(200, {
    ContainersDeleted: gone.length === 0 ? null : gone.map(({ id }) => id),
    SpaceReclaimed: 0,
  });
}
