import { expect } from "vitest";
import type { DockerOptions } from "../../src/client/options.js";
import { Docker } from "../../src/docker.js";
import { openSockets } from "../helpers/connection.js";
import { listenersOf, timers } from "../helpers/exchanges.js";
import { type FaultProxy, faultProxy } from "../helpers/fault-proxy.js";
import type { Fault } from "../helpers/faults.js";
import type { Operation } from "./operations.js";
import type { World } from "./world.js";

/** Plays operations before an engine whose answers are spoiled, and sees to it that nothing is left behind. */
export async function faultStage(
  target: string,
  world: World,
  options: Pick<DockerOptions, "apiVersion" | "registryAuth">,
): Promise<FaultStage> {
  const scenes = new Map<string, Playing>();
  const proxy = await faultProxy(target, ({ line, head }) => {
    const scene = scenes.get(sceneOf(head));
    if (!scene?.operation.line.test(line) || scene.left-- <= 0) return undefined;
    return { ...scene.fault, reached: (isOpen) => scene.broken.push(isOpen) };
  });
  const stray: unknown[] = [];
  const note = (error: unknown) => stray.push(error);
  process.on("unhandledRejection", note).on("uncaughtExceptionMonitor", note);
  let count = 0;

  const play = async (scene: Scene): Promise<Played> => {
    const { operation, tcp, timeout, times = Number.POSITIVE_INFINITY } = scene;
    const id = `${++count}`;
    const playing: Playing = { ...scene, left: times, broken: [] };
    scenes.set(id, playing);
    await using docker = new Docker({
      host: tcp ? proxy.tcpHost : proxy.host,
      ...options,
      headers: { "X-Scene": id },
      retry: { attempts: 3, minDelay: 1 },
      cliCredentials: false,
    });
    const { signal } = new AbortController();
    const started = performance.now();
    const ending = await operation.run(docker, world, { signal, timeout }).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    const milliseconds = performance.now() - started;
    // Before the client is closed, which would tidy up.
    await expect.poll(() => listenersOf(signal), { interval: 2 }).toBe(0);
    // An answer without a body is complete before its end breaks off.
    const open = () => playing.broken.filter((isOpen) => isOpen()).length;
    if ("error" in ending) await expect.poll(open, { interval: 2 }).toBe(0);
    const attempts = proxy.calls.filter(
      ({ line, head }) => operation.line.test(line) && sceneOf(head) === id,
    );
    const reached = scene.fault.at === undefined || playing.broken.length > 0;
    return { ...ending, attempts: attempts.length, reached, milliseconds };
  };

  return {
    proxy,
    async playAll(list) {
      const before = { sockets: openSockets(), timers: timers() };
      const played = await Promise.all(list.map(play));
      await expect.poll(() => proxy.connections, { interval: 2 }).toBe(0);
      // What is left between the proxy and the engine.
      proxy.cut();
      await expect.poll(openSockets, { interval: 2 }).toBeLessThanOrEqual(before.sockets);
      await expect.poll(timers, { interval: 5 }).toBeLessThanOrEqual(before.timers);
      expect(stray.splice(0)).toEqual([]);
      return played;
    },
    async [Symbol.asyncDispose]() {
      process.off("unhandledRejection", note).off("uncaughtExceptionMonitor", note);
      await proxy[Symbol.asyncDispose]();
    },
  };
}

function sceneOf(head: string): string {
  return /\r\nx-scene: (\S+)/i.exec(head)?.[1] ?? "";
}

export interface FaultStage extends AsyncDisposable {
  readonly proxy: FaultProxy;
  /** Plays all at the same time, each with a client of its own. */
  playAll(list: readonly Scene[]): Promise<Played[]>;
}

export interface Scene {
  readonly operation: Operation;
  readonly fault: Fault;
  readonly tcp?: boolean | undefined;
  readonly timeout?: { readonly headers?: number; readonly idle?: number } | undefined;
  /** How many answers are spoiled. Default: each. */
  readonly times?: number;
}

interface Playing extends Scene {
  /** How many answers are still to be spoiled. */
  left: number;
  /** For each that was broken off, whether the client has still the connection. */
  readonly broken: (() => boolean)[];
}

export interface Played {
  readonly result?: unknown;
  readonly error?: unknown;
  /** How often the call came. */
  readonly attempts: number;
  /** Whether an answer had the place where it was to break off. */
  readonly reached: boolean;
  readonly milliseconds: number;
}
