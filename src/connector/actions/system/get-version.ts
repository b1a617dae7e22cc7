import { defineAction, reads } from "../../action.js";
import { boolean, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {};

export const getVersion = defineAction({
  name: "get_version",
  title: "Get version",
  description: "Reads the versions of the engine, its parts and its API.",
  category: "system",
  effect: reads,
  platforms: {
    fortisoar: { operation: "get_version" },
    xsoar: { command: "docker-system-version", prefix: "Docker.SystemVersion", published: true },
  },
  input,
  output: {
    Platform: object("The product as a whole.", { required: true }),
    Components: objects("The engine itself and what it stands on.", { required: true }),
    Version: text("Version of the engine, such as 28.5.2.", { required: true }),
    ApiVersion: text("Newest API version it speaks.", { required: true }),
    MinAPIVersion: text("Oldest API version it speaks.", { required: true }),
    GitCommit: text("Commit it was built from.", { required: true }),
    GoVersion: text("Go version it was built with.", { required: true }),
    Os: text("Operating system in Go's spelling, such as linux.", { required: true }),
    Arch: text("CPU architecture in Go's spelling, such as amd64.", { required: true }),
    KernelVersion: text("Release of the kernel."),
    Experimental: boolean("Whether experimental features are on; absent when off."),
    BuildTime: text("RFC 3339 time with nanoseconds."),
  },
  run: operation(
    "SystemVersion",
    input,
    (_values, [version]) => `Engine ${version?.Version}, API ${version?.ApiVersion}.`,
  ),
});
