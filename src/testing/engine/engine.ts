import type { OutgoingHttpHeaders } from "node:http";
import type { Exchange, Handler } from "../exchange.js";
import { Containers } from "./containers.js";
import { engineVersion, minorOf } from "./engine-version.js";
import { EventLog } from "./event-log.js";
import { Images } from "./images.js";
import { Networks } from "./networks.js";
import type { Program } from "./programs/program.js";
import { Refusal } from "./refusal.js";
import { routeOf } from "./router.js";
import { engineId } from "./system-answers.js";
import { Volumes } from "./volumes.js";
import type { World } from "./world.js";

/** Makes an engine that lives in this process: its state, and what it answers. */
export function createEngine({
  apiVersion,
  images = [],
  registry = [],
  programs = {},
  name = "test-engine",
}: EngineOptions = {}): Engine {
  const version = engineVersion(apiVersion);
  const stopping = new AbortController();
  const events = new EventLog();
  const world: World = {
    version,
    name,
    id: engineId(),
    programs: new Map(Object.entries(programs)),
    registry: new Set(),
    events,
    images: new Images(version, events),
    networks: new Networks(version, events),
    volumes: new Volumes(version, events),
    containers: new Containers(version),
    stopped: stopping.signal,
  };
  for (const image of images) world.images.addFake(image);
  for (const image of registry) world.registry.add(world.images.fullName(image));
  return {
    handler: async (exchange) => await answered(world, exchange),
    headers: {
      "Api-Version": version.api,
      "Docker-Experimental": "false",
      Ostype: "linux",
      Server: `Docker/${version.engine} (linux)`,
    },
    apiVersion: version.api,
    engineVersion: version.engine,
    async stop() {
      stopping.abort();
      await world.containers.endAll();
    },
  };
}

export interface EngineOptions {
  /** The newest API version it speaks, such as `1.43`. By default the newest that this package knows. */
  readonly apiVersion?: string | undefined;
  /** The images that are there at the start, such as `alpine:3`. */
  readonly images?: readonly string[] | undefined;
  /** The images that a pull finds. */
  readonly registry?: readonly string[] | undefined;
  /** What commands do, by the last part of their name. They go before the built-in ones. */
  readonly programs?: Readonly<Record<string, Program>> | undefined;
  /** The name of the engine's machine. */
  readonly name?: string | undefined;
}

export interface Engine {
  readonly handler: Handler;
  /** What every answer of the engine carries. */
  readonly headers: OutgoingHttpHeaders;
  readonly apiVersion: string;
  readonly engineVersion: string;
  /** Ends all programs and streams. */
  stop(): Promise<void>;
}

async function answered(world: World, exchange: Exchange): Promise<void> {
  try {
    const minor = spokenVersion(world, exchange);
    if (minor === undefined) return;
    const { route, params } = routeOf(exchange, minor);
    await route({ world, exchange, minor, params, query: exchange.query });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    exchange.answer(error.status, { message: error.message });
  }
}

/** The version of the request; undefined where it is refused. */
function spokenVersion({ version }: World, exchange: Exchange): number | undefined {
  if (exchange.version === undefined) return version.minor;
  const minor = minorOf(exchange.version);
  if (minor !== undefined && minor > version.minor) {
    throw new Refusal(
      400,
      `client version ${exchange.version} is too new. Maximum supported API version is ${version.api}`,
    );
  }
  if (minor !== undefined && minor >= version.oldestMinor) return minor;
  const message =
    `client version ${exchange.version} is too old. Minimum supported API version is 1.${version.oldestMinor}, ` +
    "please upgrade your client to a newer version";
  // 26.1 alone says it in JSON.
  if (version.era === 26) throw new Refusal(400, message);
  exchange.send(400, `${message}\n`, { "Content-Type": "text/plain; charset=utf-8" });
  return undefined;
}
