import { defineAction, reads } from "../../action.js";
import { integer, list, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {};

export const getInfo = defineAction({
  name: "get_info",
  title: "Get system information",
  description:
    "Reads how the daemon is set up, what its host offers and how many containers and images it has.",
  category: "system",
  effect: reads,
  platforms: {
    fortisoar: { operation: "get_info" },
    xsoar: { command: "docker-system-info", prefix: "Docker.SystemInfo", keyField: "ID", published: true },
  },
  input,
  output: {
    ID: text("Random ID of this engine, kept across restarts.", { required: true }),
    Name: text("Host name.", { required: true }),
    ServerVersion: text("Version of the engine, such as 28.5.2.", { required: true }),
    Containers: integer("All containers, whatever their state.", { required: true }),
    ContainersRunning: integer("Those that run.", { required: true }),
    ContainersPaused: integer("Those that are paused.", { required: true }),
    ContainersStopped: integer("Those that are neither running nor paused.", { required: true }),
    Images: integer("Number of images, intermediate ones included.", { required: true }),
    Driver: text("Storage driver or snapshotter, such as overlay2.", { required: true }),
    LoggingDriver: text("Log driver for containers that name none.", { required: true }),
    CgroupVersion: text("Version of the cgroup hierarchy. Linux only."),
    KernelVersion: text("Release of the kernel; on Windows also its build.", { required: true }),
    OperatingSystem: text("Name of the distribution or Windows edition, for people.", { required: true }),
    OSType: text("linux or windows.", { required: true }),
    Architecture: text("CPU architecture as the kernel spells it, such as x86_64.", { required: true }),
    NCPU: integer("Logical CPUs the engine may use.", { required: true }),
    MemTotal: integer("Memory of the host in bytes.", { required: true }),
    Swarm: object("This engine's part in a swarm.", { required: true }),
    Labels: list("The engine's own labels, each key=value.", { required: true }),
    Warnings: list("Sentences about missing features and unsafe settings.", { required: true }),
    SecurityOptions: list("Such as name=seccomp,profile=builtin, name=rootless: pairs joined by commas.", {
      required: true,
    }),
  },
  run: operation(
    "SystemInfo",
    input,
    (_values, [info]) =>
      `Engine ${info?.ServerVersion} on ${info?.Name}: ${info?.ContainersRunning} of ${info?.Containers} containers run, ${info?.Images} images.`,
  ),
});
