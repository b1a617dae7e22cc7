import { callsWorkload } from "./workloads/calls.js";
import { eventsWorkload } from "./workloads/events.js";
import { hijackWorkload } from "./workloads/hijack.js";
import { logsWorkload } from "./workloads/logs.js";
import { slowConsumerWorkload } from "./workloads/slow-consumer.js";

/** A server, and clients that do the same work against it, each measured by itself. */
export interface Workload {
  /** What it is called on the command line. */
  readonly name: string;
  /** Each is measured in a table of its own. */
  readonly shapes: readonly string[];
  /** What a client's work is counted in. */
  readonly unit: string;
  /** False when the amount is the finding and speed says nothing. Default true. */
  readonly timed?: boolean;
  /** How often every client runs; the medians are printed. */
  readonly rounds: number;
  /** Runs in the server's process; resolves when it listens. */
  serve(socketPath: string): Promise<void>;
  /** The first is what the others are compared with. */
  readonly clients: readonly Client[];
}

export interface Client {
  readonly name: string;
  /** Runs in a process of its own: imports what this client needs, unmeasured, and gives what is measured. */
  prepare(): Promise<Work>;
}

/** Does the work and resolves with how much it did, in `unit`. */
export type Work = (socketPath: string, shape: string) => Promise<number>;

export const workloads: readonly Workload[] = [
  logsWorkload,
  slowConsumerWorkload,
  eventsWorkload,
  callsWorkload,
  hijackWorkload,
];
