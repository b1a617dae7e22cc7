import type { Container } from "./container.js";
import { containerEvent } from "./container-event.js";
import { sendSignal, startContainer, stopContainer } from "./lifecycle.js";
import { signalNumber } from "./programs/signals.js";
import { integer } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** The operations by which a container starts, stops and rests. */
export function start({ world, exchange, params }: Call): void {
  const container = world.containers.get(params.id ?? "");
  if (container.status === "paused") {
    throw new Refusal(409, "cannot start a paused container, try unpause instead");
  }
  if (container.isRunning) {
    exchange.answer(304);
    return;
  }
  startContainer(world, container);
  exchange.answer(204);
}

export async function stop(call: Call): Promise<void> {
  const { world, exchange, params, minor } = call;
  const seconds = integer(call.query, "t");
  const container = world.containers.get(params.id ?? "");
  const signal = minor < 42 ? undefined : (call.query.get("signal") ?? undefined);
  checkSignal(call, "stop", signal);
  if (!container.isRunning && container.status !== "restarting") {
    exchange.answer(304);
    return;
  }
  await stopContainer(world, container, { signal: signal || undefined, seconds });
  exchange.answer(204);
}

export async function restart(call: Call): Promise<void> {
  const { world, exchange, params, minor } = call;
  const seconds = integer(call.query, "t");
  const container = world.containers.get(params.id ?? "");
  const signal = minor < 42 ? undefined : (call.query.get("signal") ?? undefined);
  checkSignal(call, "restart", signal);
  // One that would be removed at its end stays for the restart.
  const { hostConfig } = container;
  container.hostConfig = { ...hostConfig, AutoRemove: false };
  await stopContainer(world, container, { signal: signal || undefined, seconds });
  container.hostConfig = hostConfig;
  startContainer(world, container);
  containerEvent(world, container, "restart");
  exchange.answer(204);
}

/** 28 looks at the signal of a stop, and answers 500 for a wrong one. */
function checkSignal({ params }: Call, verb: string, signal: string | undefined): void {
  if (!signal || signalNumber(signal) !== undefined) return;
  throw new Refusal(500, `cannot ${verb} container: ${params.id}: invalid signal: ${signal}`);
}

export async function kill({ world, exchange, params, query }: Call): Promise<void> {
  const name = params.id ?? "";
  const { era } = world.version;
  const signal = query.get("signal") || "KILL";
  const number = signalNumber(signal);
  const container = killable(world.containers.find(name), name, era);
  const before = `${era === 20 ? "Cannot" : "cannot"} kill container: ${name}: `;
  if (number === undefined)
    throw new Refusal(400, era === 20 ? `Invalid signal: ${signal}` : `${before}invalid signal: ${signal}`);
  if (number > 64) {
    const linux = `${era === 20 ? "The" : "the"} linux daemon does not support signal ${signal}`;
    throw new Refusal(era === 20 ? 500 : 400, `${before}${linux}`);
  }
  if (!container.isRunning) {
    const word = era === 20 ? "Container" : "container";
    throw new Refusal(409, `${before}${word} ${container.id} is not running`);
  }
  const stop = signalNumber(container.config.StopSignal || "TERM");
  if (number === 9 || number === stop) container.wasStopped = true;
  const exited = number === 9 ? container.process?.exited : undefined;
  sendSignal(world, container, number);
  await exited;
  exchange.answer(204);
}

function killable(container: Container | undefined, name: string, era: number): Container {
  if (container !== undefined) return container;
  const before = `${era === 20 ? "Cannot" : "cannot"} kill container: ${name}: `;
  throw new Refusal(404, `${before}No such container: ${name}`);
}

export function pause({ world, exchange, params }: Call): void {
  const container = world.containers.running(params.id ?? "");
  if (container.status === "paused") throw new Refusal(409, `Container ${container.id} is already paused`);
  container.process?.pause();
  container.status = "paused";
  containerEvent(world, container, "pause");
  exchange.answer(204);
}

export function unpause({ world, exchange, params }: Call): void {
  const container = world.containers.get(params.id ?? "");
  if (container.status !== "paused") throw new Refusal(500, `Container ${container.id} is not paused`);
  container.process?.resume();
  container.status = "running";
  containerEvent(world, container, "unpause");
  exchange.answer(204);
}
