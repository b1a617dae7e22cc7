/** A server, and clients that do the same work against it, each measured by itself. */
export interface Workload {
  /** What it is called on the command line. */
  readonly name: string;
  /** A sentence for the page. */
  readonly about: string;
  /** Each is measured in a table of its own. */
  readonly shapes: readonly string[];
  /** What a client's work is counted in. */
  readonly unit: string;
  /** False when the amount is the finding and speed says nothing. Default true. */
  readonly timed?: boolean;
  /** How often every client runs; medians are given. */
  readonly rounds: number;
  /** True where it is a real engine that answers, the one that DOCKER_HOST names. */
  readonly needsEngine?: boolean;
  /** Runs in the server's process; resolves when it listens. With an engine: prepares it, and gives what undoes that. */
  serve(socketPath: string): Promise<(() => Promise<void>) | void>;
  /** The first is the floor that the others are compared with. */
  readonly clients: readonly Client[];
}

export interface Client {
  readonly name: string;
  /** True for one that is not drawn. */
  readonly aside?: boolean;
  /** The shapes that it can take part in. Default: all. */
  readonly shapes?: readonly string[];
  /** Runs in a process of its own: imports what this client needs, unmeasured, and gives what is measured. */
  prepare(): Promise<Work>;
}

/** Does the work and resolves with how much it did, in `unit`. */
export type Work = (socketPath: string, shape: string) => Promise<number>;

export const OURS = "docker-engine-sdk";
