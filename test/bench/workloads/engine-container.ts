import { builtDocker } from "./built.js";

export const ENGINE_CONTAINER = "docker-engine-sdk-bench";

/** Starts a container on a real engine, and gives what removes it. */
export async function startContainer(
  socketPath: string,
  command: readonly string[],
): Promise<{ wait(): Promise<void>; remove(): Promise<void> }> {
  const Client = await builtDocker();
  const docker = new Client({ host: `unix://${socketPath}` });
  const Image = process.env.DOCKER_ENGINE_SDK_BENCH_IMAGE ?? "busybox:1";
  await docker.ensureImage(Image);
  await docker.containers.remove(ENGINE_CONTAINER, { force: true }).catch(() => undefined);
  const HostConfig = { LogConfig: { Type: "json-file", Config: {} } };
  await docker.containers.create({ Image, Cmd: [...command], HostConfig }, { name: ENGINE_CONTAINER });
  await docker.containers.start(ENGINE_CONTAINER);
  return {
    wait: async () => void (await docker.waitFor(ENGINE_CONTAINER, "exit")),
    remove: async () => {
      await docker.containers.remove(ENGINE_CONTAINER, { force: true });
      await docker.close();
    },
  };
}
