import type { Container } from "./container.js";
import { containerEvent } from "./container-event.js";
import { connect, disconnect } from "./endpoint.js";
import { environmentOf } from "./environment.js";
import { startHealth } from "./health.js";
import { now, toSeconds } from "./moment.js";
import { openPorts } from "./ports.js";
import { findProgram, Process } from "./programs/process.js";
import type { TerminalSize } from "./programs/program.js";
import { signalNumber } from "./programs/signals.js";
import { Refusal } from "./refusal.js";
import { notStarted } from "./start-refusal.js";
import type { World } from "./world.js";

/** Gives a container a process. */
export function startContainer(world: World, container: Container): void {
  clearTimeout(container.restartTimer);
  const { files, config, output } = container;
  const networks = [...container.endpoints.values()].map((endpoint) => ({
    endpoint,
    network: world.networks.find(endpoint.name),
  }));
  for (const { endpoint, network } of networks) {
    if (network !== undefined) continue;
    const before = world.version.era === 28 ? "failed to set up container networking: " : "";
    throw new Refusal(404, `${before}network ${endpoint.name} not found`);
  }
  const setup = {
    argv: [container.path, ...container.args],
    env: environmentOf(container),
    cwd: config.WorkingDir || "/",
    files,
    hostname: config.Hostname ?? "",
    tty: config.Tty === true,
    size: consoleSize(container),
    user: config.User ?? "",
    openStdin: config.OpenStdin === true,
    programs: world.programs,
    output: output.write.bind(output),
  };
  const program = findProgram(container.path, setup);
  if (typeof program === "string") {
    const { code, message } = notStarted(container.path, program, world.version.era);
    container.exitCode = code;
    container.error = message;
    if (container.hostConfig.AutoRemove === true) removeContainer(world, container, true);
    throw new Refusal(400, message);
  }
  openPorts(world, container);
  for (const { endpoint, network } of networks)
    if (network !== undefined) connect(world, container, endpoint, network);
  container.status = "running";
  container.startedAt = now();
  container.finishedAt = undefined;
  container.exitCode = 0;
  container.error = "";
  container.wasStopped = false;
  for (const { Name } of container.mounts)
    if (Name !== undefined)
      world.events.add("volume", "mount", Name, { container: container.id, driver: "local" });
  containerEvent(world, container, "start");
  // In a turn of its own: who starts it has the answer before the program can say anything.
  container.process = new Process(setup, async (call) => {
    await new Promise(setImmediate);
    return await program(call);
  });
  const { process } = container;
  process.exited.then((code) => ended(world, container, process, code));
  startHealth(world, container);
  container.tell("started");
}

/** The terminal's size, where the body says it. */
function consoleSize({ hostConfig }: Container): TerminalSize | undefined {
  const [height = 0, width = 0] = Array.isArray(hostConfig.ConsoleSize) ? hostConfig.ConsoleSize : [];
  return height > 0 ? { height, width } : undefined;
}

/** Brings a container to rest when its process has ended. */
function ended(world: World, container: Container, process: Process, code: number): void {
  if (container.process !== process) return;
  const { hostConfig, output, endpoints, mounts } = container;
  container.process = undefined;
  output.flush();
  for (const { process: inner } of container.execs.values()) inner?.kill(9);
  container.health?.stop();
  for (const endpoint of endpoints.values()) {
    disconnect(world, container, endpoint);
    endpoint.connected = undefined;
  }
  container.ports = {};
  for (const { Name } of mounts)
    if (Name !== undefined)
      world.events.add("volume", "unmount", Name, { container: container.id, driver: "local" });
  container.exitCode = code;
  container.finishedAt = now();
  const again = restartDelay(container, code);
  container.status = again === undefined ? "exited" : "restarting";
  const seconds = toSeconds(container.finishedAt - (container.startedAt ?? container.finishedAt));
  const duration: Record<string, string> = world.version.era === 20 ? {} : { execDuration: String(seconds) };
  containerEvent(world, container, "die", { ...duration, exitCode: String(code) });
  container.tell("exited", code);
  if (again !== undefined && !world.stopped.aborted) {
    container.restartTimer = setTimeout(() => restartByPolicy(world, container), again);
    container.restartTimer.unref();
  } else if (hostConfig.AutoRemove === true) removeContainer(world, container, true);
}

/** After how many milliseconds the policy starts it again; undefined where it does not. */
function restartDelay({ hostConfig, wasStopped, restartCount }: Container, code: number): number | undefined {
  const { Name = "no", MaximumRetryCount = 0 } = hostConfig.RestartPolicy ?? {};
  if (wasStopped) return undefined;
  const isMeant =
    Name === "always" ||
    Name === "unless-stopped" ||
    (Name === "on-failure" && code !== 0 && (MaximumRetryCount === 0 || restartCount < MaximumRetryCount));
  return isMeant ? Math.min(100 * 2 ** restartCount, 60_000) : undefined;
}

function restartByPolicy(world: World, container: Container): void {
  container.restartCount++;
  try {
    startContainer(world, container);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    container.status = "exited";
  }
}

/** Asks a process to end, and ends it after the time it is given. */
export async function stopContainer(
  world: World,
  container: Container,
  {
    signal = container.config.StopSignal || "TERM",
    seconds,
  }: { signal?: string | undefined; seconds?: number | undefined } = {},
): Promise<void> {
  const { process } = container;
  clearTimeout(container.restartTimer);
  container.wasStopped = true;
  if (process === undefined) {
    if (container.status === "restarting") container.status = "exited";
    return;
  }
  const number = signalNumber(signal) ?? 15;
  const patience = seconds ?? container.config.StopTimeout ?? 10;
  process.resume();
  if (container.status === "paused") container.status = "running";
  const rest = exitOf(container);
  sendSignal(world, container, number);
  const timer = patience < 0 ? undefined : setTimeout(() => sendSignal(world, container, 9), patience * 1000);
  await rest;
  clearTimeout(timer);
  containerEvent(world, container, "stop");
}

export function sendSignal(world: World, container: Container, number: number): void {
  containerEvent(world, container, "kill", { signal: String(number) });
  container.process?.kill(number);
}

/** Resolves when the container is at rest. */
function exitOf(container: Container): Promise<void> {
  return new Promise((resolve) => {
    const off = container.on("exited", () => {
      off();
      resolve();
    });
  });
}

/** Takes a container that is at rest away. */
export function removeContainer(world: World, container: Container, withVolumes: boolean): void {
  clearTimeout(container.restartTimer);
  container.isRemoved = true;
  world.containers.delete(container);
  const own = new Set(
    container.mounts
      .map(({ Name }) => Name)
      .filter((name) => name !== undefined && world.volumes.find(name)?.isAnonymous),
  );
  if (withVolumes)
    for (const name of own) {
      const volume = world.volumes.find(name ?? "");
      const isUsed = world.containers.all().some(({ mounts }) => mounts.some(({ Name }) => Name === name));
      if (volume !== undefined && !isUsed) world.volumes.delete(volume);
    }
  container.status = "dead";
  containerEvent(world, container, "destroy");
  container.tell("removed", container.exitCode);
}
