import type { ContainerCreateBody } from "../../generated/schema.js";
import { envList } from "./env-list.js";
import type { RunOptions } from "./run.js";

/** What the container of a run is created with. Nothing in it is the caller's own object. */
export function runContainerBody(
  image: string,
  command: readonly string[] | undefined,
  options: RunOptions,
): ContainerCreateBody {
  const { env, user, workingDir, entrypoint, labels, hostConfig, stdin, tty, consoleSize: size } = options;
  return {
    Image: image,
    ...(command && { Cmd: [...command] }),
    ...(env && { Env: envList(env) }),
    ...(user !== undefined && { User: user }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(entrypoint && { Entrypoint: [...entrypoint] }),
    ...(labels && { Labels: { ...labels } }),
    // Only with StdinOnce does the end of the input reach the process.
    ...(stdin !== undefined && { AttachStdin: true, OpenStdin: true, StdinOnce: true }),
    ...(tty !== undefined && { Tty: tty }),
    HostConfig: {
      ...hostConfig,
      AutoRemove: false,
      ...(tty && size && { ConsoleSize: [size.height, size.width] }),
    },
  };
}
