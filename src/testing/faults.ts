import { once } from "node:events";
import type { OutgoingHttpHeaders } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { OperationId } from "../../generated/operations.js";
import { checkFault } from "./check-fault.js";
import type { Handler } from "./exchange.js";
import { faultyOutlet, type Place } from "./faulty-outlet.js";
import type { HostExchange } from "./host-exchange.js";
import { operationOf, pathPattern } from "./operation-of.js";

/** What goes wrong between a test engine and its clients, as a test says it. */
export class Faults {
  #rules: Rule[] = [];

  /**
   * Lets matching requests fail. Of several faults that match, the first that was added and is not used up counts.
   * @throws InvalidArgumentError when the fault says nothing that can be done
   */
  add(fault: FaultOptions): Fault {
    const rule = new Rule(fault);
    this.#rules.push(rule);
    return {
      get count() {
        return rule.count;
      },
      remove: () => {
        this.#rules = this.#rules.filter((other) => other !== rule);
      },
    };
  }

  /** Removes all faults. */
  clear(): void {
    this.#rules = [];
  }

  /** Answers a request as the fault for it says, else as the engine does. */
  async handle(exchange: HostExchange, engine: Handler): Promise<void> {
    const fault = this.#rules.find((rule) => rule.takes(exchange))?.fault;
    if (fault === undefined) return engine(exchange);
    if (fault.delay) await setTimeout(fault.delay, undefined, { signal: exchange.gone });
    const { at, ...breaking } = breakingOf(fault, exchange);
    if (at === true) {
      breaking.happen();
      return untilGone(exchange);
    }
    const { status, message = "This is a fault that the test asked for.", headers, split } = fault;
    const { wire } = exchange;
    if (at || split) wire.outlet = faultyOutlet(wire.outlet, { split, at, ...breaking });
    if (status === undefined) return engine(exchange);
    // An upload is refused while it still arrives, as engines do.
    if (exchange.headers["content-type"] === "application/json") await exchange.bytes();
    exchange.answer(status, { message }, headers);
  }
}

/** Which requests fail, and how. Without a name for the requests, all do. */
export interface FaultOptions {
  readonly method?: string;
  /** Without the version: `/containers/web/start`, or `/containers/{id}/start` for all of them. */
  readonly path?: string;
  /** The name that the API gives the operation. */
  readonly operation?: OperationId;
  /** How many requests fail. By default all, until the fault is removed. */
  readonly times?: number;
  /** How many matching requests go through before the first one fails. Default 0. */
  readonly after?: number;

  /** Milliseconds before anything happens; with nothing else, the engine answers then. */
  readonly delay?: number;
  /** Answers this, from 200 to 599, in place of the engine, which never sees the request. */
  readonly status?: number;
  /** The sentence of that answer. */
  readonly message?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Closes the connection: `true` before the engine has seen the request, else in the answer, whose bytes count as they are sent. */
  readonly cut?: true | Place;
  /** Like `cut`, by a reset of the connection. A unix socket knows none: there it is a cut. */
  readonly reset?: true | Place;
  /** Like `cut`, but the connection stays open and nothing more comes. An answer that ends there is complete. */
  readonly stall?: true | Place;
  /** Sends the answer in pieces of so many bytes; of several sizes, in turn. */
  readonly split?: number | readonly number[];
}

/** A fault that has been added. */
export interface Fault {
  /** How many requests it has hit. */
  readonly count: number;
  remove(): void;
}

class Rule {
  readonly fault: FaultOptions;
  readonly #pattern: RegExp | undefined;
  #seen = 0;
  count = 0;

  constructor(fault: FaultOptions) {
    checkFault(fault);
    this.fault = fault;
    this.#pattern = fault.path === undefined ? undefined : pathPattern(fault.path);
  }

  /** Whether a request is one that fails; counts it. */
  takes({ method, path }: HostExchange): boolean {
    const { fault } = this;
    if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
    if (this.#pattern?.test(path) === false) return false;
    if (fault.operation !== undefined && operationOf(method, path) !== fault.operation) return false;
    this.#seen++;
    if (this.#seen <= (fault.after ?? 0) || this.count >= (fault.times ?? Number.POSITIVE_INFINITY))
      return false;
    this.count++;
    return true;
  }
}

function breakingOf(
  { cut, reset, stall }: FaultOptions,
  { wire }: HostExchange,
): { at: true | Place | undefined; happen: () => void; keepsOpen: boolean } {
  if (cut) return { at: cut, happen: () => wire.finish(), keepsOpen: false };
  if (reset) return { at: reset, happen: () => wire.reset(), keepsOpen: false };
  return { at: stall, happen: () => undefined, keepsOpen: true };
}

async function untilGone({ gone }: HostExchange): Promise<void> {
  if (!gone.aborted) await once(gone, "abort");
}
