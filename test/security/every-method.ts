import type { OperationId } from "../../generated/operations.js";
import type { Docker } from "../../src/docker.js";

/** Calls something with an id or a name, and reads what it gives to its end. */
export type Method = (docker: Docker, id: string) => unknown;

const archive = Buffer.alloc(1024);
const version = { version: 1 };
const first = (stream: AsyncIterable<unknown>) => stream[Symbol.asyncIterator]().next();

/** The public method of every operation that has an id or a name in its path; a test sees to it that none is missing. */
export const methods: Readonly<Partial<Record<OperationId, Method>>> = {
  ConfigDelete: ({ configs }, id) => configs.remove(id),
  ConfigInspect: ({ configs }, id) => configs.inspect(id),
  ConfigUpdate: ({ configs }, id) => configs.update(id, {}, version),
  ContainerArchive: ({ containers }, id) => first(containers.getArchive(id, { path: "/" })),
  ContainerArchiveInfo: ({ containers }, id) => containers.statArchive(id, { path: "/" }),
  ContainerAttach: ({ containers }, id) => containers.attach(id),
  ContainerAttachWebsocket: ({ containers }, id) => containers.attachWebsocket(id),
  ContainerChanges: ({ containers }, id) => containers.diff(id),
  ContainerDelete: ({ containers }, id) => containers.remove(id),
  ContainerExec: ({ exec }, id) => exec.create(id, { Cmd: ["true"] }),
  ContainerExport: ({ containers }, id) => first(containers.export(id)),
  ContainerInspect: ({ containers }, id) => containers.inspect(id),
  ContainerKill: ({ containers }, id) => containers.kill(id),
  ContainerLogs: ({ containers }, id) => containers.logs(id).text(),
  ContainerPause: ({ containers }, id) => containers.pause(id),
  ContainerRename: ({ containers }, id) => containers.rename(id, "x"),
  ContainerResize: ({ containers }, id) => containers.resize(id, { height: 1, width: 1 }),
  ContainerRestart: ({ containers }, id) => containers.restart(id),
  ContainerStart: ({ containers }, id) => containers.start(id),
  ContainerStats: ({ containers }, id) => first(containers.stats(id)),
  ContainerStop: ({ containers }, id) => containers.stop(id),
  ContainerTop: ({ containers }, id) => containers.top(id),
  ContainerUnpause: ({ containers }, id) => containers.unpause(id),
  ContainerUpdate: ({ containers }, id) => containers.update(id, {}),
  ContainerWait: ({ containers }, id) => containers.wait(id),
  DistributionInspect: ({ distribution }, id) => distribution.inspect(id),
  ExecInspect: ({ exec }, id) => exec.inspect(id),
  ExecResize: ({ exec }, id) => exec.resize(id, { height: 1, width: 1 }),
  ExecStart: ({ exec }, id) => exec.start(id),
  ImageDelete: ({ images }, id) => images.remove(id),
  ImageGet: ({ images }, id) => first(images.save(id)),
  ImageHistory: ({ images }, id) => images.history(id),
  ImageInspect: ({ images }, id) => images.inspect(id),
  ImagePush: ({ images }, id) => images.push(id),
  ImageTag: ({ images }, id) => images.tag(id, "x"),
  NetworkConnect: ({ networks }, id) => networks.connect(id, { Container: "x" }),
  NetworkDelete: ({ networks }, id) => networks.remove(id),
  NetworkDisconnect: ({ networks }, id) => networks.disconnect(id, { Container: "x" }),
  NetworkInspect: ({ networks }, id) => networks.inspect(id),
  NodeDelete: ({ nodes }, id) => nodes.remove(id),
  NodeInspect: ({ nodes }, id) => nodes.inspect(id),
  NodeUpdate: ({ nodes }, id) => nodes.update(id, {}, version),
  PluginDelete: ({ plugins }, id) => plugins.remove(id),
  PluginDisable: ({ plugins }, id) => plugins.disable(id),
  PluginEnable: ({ plugins }, id) => plugins.enable(id),
  PluginInspect: ({ plugins }, id) => plugins.inspect(id),
  PluginPush: ({ plugins }, id) => plugins.push(id),
  PluginSet: ({ plugins }, id) => plugins.configure(id, ["A=1"]),
  PluginUpgrade: ({ plugins }, id) => plugins.upgrade(id, [], { remote: "x" }),
  PutContainerArchive: ({ containers }, id) => containers.putArchive(id, archive, { path: "/" }),
  SecretDelete: ({ secrets }, id) => secrets.remove(id),
  SecretInspect: ({ secrets }, id) => secrets.inspect(id),
  SecretUpdate: ({ secrets }, id) => secrets.update(id, {}, version),
  ServiceDelete: ({ services }, id) => services.remove(id),
  ServiceInspect: ({ services }, id) => services.inspect(id),
  ServiceLogs: ({ services }, id) => services.logs(id).text(),
  ServiceUpdate: ({ services }, id) => services.update(id, {}, version),
  TaskInspect: ({ tasks }, id) => tasks.inspect(id),
  TaskLogs: ({ tasks }, id) => tasks.logs(id).text(),
  VolumeDelete: ({ volumes }, id) => volumes.remove(id),
  VolumeInspect: ({ volumes }, id) => volumes.inspect(id),
  VolumeUpdate: ({ volumes }, id) => volumes.update(id, {}, version),
};

/** What else takes an id or a name into a path, in several calls. */
export const actions: Readonly<Record<string, Method>> = {
  copyFrom: (docker, id) => docker.copyFrom(id, "/x", "/nonexistent/x"),
  copyTo: (docker, id) => docker.copyTo(id, { a: "b" }, "/x"),
  exec: (docker, id) => docker.exec(id, ["true"]),
  "logs that are followed again": ({ containers }, id) =>
    containers.logs(id, { follow: true, resume: true }).text(),
  recreate: (docker, id) => docker.recreate(id),
  waitFor: (docker, id) => docker.waitFor(id, "exit"),
  "waitFor a log": (docker, id) => docker.waitFor(id, { log: /x/ }),
  "waitFor a port": (docker, id) => docker.waitFor(id, { port: 80 }),
  waitHealthy: (docker, id) => docker.waitHealthy(id),
  "api.GET": ({ api }, id) => api.GET("/containers/{id}/json", { params: { path: { id } } }),
  "api.POST": ({ api }, id) =>
    api.POST("/networks/{id}/connect", { params: { path: { id } }, body: { Container: "x" } }),
};
