import type { Exchange } from "../exchange.js";
import type { Containers } from "./containers.js";
import type { EngineVersion } from "./engine-version.js";
import type { EventLog } from "./event-log.js";
import type { Images } from "./images.js";
import type { Networks } from "./networks.js";
import type { Program } from "./programs/program.js";
import type { Volumes } from "./volumes.js";

/** All that an engine has. */
export interface World {
  readonly version: EngineVersion;
  readonly name: string;
  readonly id: string;
  readonly programs: ReadonlyMap<string, Program>;
  /** The full names of what can be pulled. */
  readonly registry: Set<string>;
  readonly events: EventLog;
  readonly images: Images;
  readonly networks: Networks;
  readonly volumes: Volumes;
  readonly containers: Containers;
  /** Aborts when the engine stops. */
  readonly stopped: AbortSignal;
}

/** One request, with what it is about. */
export interface Call {
  readonly world: World;
  readonly exchange: Exchange;
  /** The minor number of the API version that is spoken. */
  readonly minor: number;
  /** The parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export type Route = (call: Call) => Promise<void> | void;
