import type { OperationId } from "../../../generated/operations.js";
import { containerInspect } from "./container-answers.js";
import { readArchive, writeArchive } from "./container-archive.js";
import { attachContainer } from "./container-attach.js";
import { pruneContainers, removeByRequest, rename, update } from "./container-changes.js";
import { createContainer } from "./container-create.js";
import { listContainers } from "./container-list.js";
import { containerLogs } from "./container-logs.js";
import { kill, pause, restart, start, stop, unpause } from "./container-running.js";
import { containerStats } from "./container-stats.js";
import { containerTop } from "./container-top.js";
import { waitForContainer } from "./container-wait.js";
import { changesBetween } from "./files/changes.js";
import { flag } from "./query.js";
import { Refusal } from "./refusal.js";
import { sizeFrom } from "./terminal-size.js";
import type { Call, Route } from "./world.js";

export const containerRoutes: Partial<Record<OperationId, Route>> = {
  ContainerList: listContainers,
  ContainerCreate: createContainer,
  ContainerInspect: ({ world, exchange, params, query, minor }) =>
    exchange.answer(200, containerInspect(world.containers.get(params.id ?? ""), minor, flag(query, "size"))),
  ContainerStart: start,
  ContainerStop: stop,
  ContainerRestart: restart,
  ContainerKill: kill,
  ContainerPause: pause,
  ContainerUnpause: unpause,
  ContainerRename: rename,
  ContainerUpdate: update,
  ContainerDelete: removeByRequest,
  ContainerPrune: pruneContainers,
  ContainerWait: waitForContainer,
  ContainerTop: containerTop,
  ContainerStats: containerStats,
  ContainerLogs: containerLogs,
  ContainerAttach: attachContainer,
  ContainerResize: resize,
  ContainerArchive: readArchive,
  ContainerArchiveInfo: readArchive,
  PutContainerArchive: writeArchive,
  ContainerChanges: changes,
};

function resize(call: Call): void {
  const size = sizeFrom(call);
  const { process } = call.world.containers.running(call.params.id ?? "");
  if (process === undefined) throw new Refusal(409, `container ${call.params.id} is not running`);
  Object.assign(process.terminal ?? {}, size);
  call.exchange.answer(200);
}

function changes({ world, exchange, params }: Call): void {
  const { image, files } = world.containers.get(params.id ?? "");
  const found = changesBetween(image.files, files.root).filter(({ Path }) => !files.isMount(Path));
  exchange.answer(200, found.length === 0 ? null : found);
}
