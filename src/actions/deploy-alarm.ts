import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import { JsonStream } from "../streams/json-stream.js";

/**
 * Pauses that end early when the engine tells of a change to the service or to a node. The engine tells of no task, so
 * that events cannot take the place of looking: they only make the next look come sooner.
 */
export class DeployAlarm {
  readonly #events: JsonStream<unknown>;
  #rung = false;
  #ring: (() => void) | undefined;

  constructor(events: JsonStream<unknown>) {
    this.#events = events;
  }

  /** Hears events until `close`. Where there are none to be had, all goes on without: the looks themselves say what is wrong. */
  async listen(service: string): Promise<void> {
    try {
      for await (const event of this.#events) {
        const { Type, Actor } = event as { Type?: string; Actor?: { ID?: string } }; // so in every version
        if (Type !== "node" && Actor?.ID !== service) continue;
        this.#rung = true;
        this.#ring?.();
      }
    } catch {
      // As said: nothing depends on it.
    }
  }

  /** Resolves after so many milliseconds, soon after an event, or when the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", over);
        this.#ring = undefined;
        this.#rung = false;
        resolve();
      };
      let timer = setTimeout(over, this.#rung ? Math.min(flurry, milliseconds) : milliseconds);
      this.#ring = () => {
        this.#ring = undefined;
        clearTimeout(timer);
        timer = setTimeout(over, Math.min(flurry, milliseconds));
      };
      if (signal.aborted) over();
      else signal.addEventListener("abort", over);
    });
  }

  async close(): Promise<void> {
    await this.#events.close();
  }
}

/** One change makes several events within a moment. */
const flurry = 50;

/** An alarm for a service, which listens already. */
export function armDeployAlarm<V extends AnyVersion>(
  client: EngineClient<V>,
  service: string,
  { signal, headers }: CallOptions,
): DeployAlarm {
  const options = { filters: { type: ["service", "node"] } } as Options<V, "SystemEvents">; // the same filter in every version
  const during = { signal, headers, retry: false } as const;
  const alarm = new DeployAlarm(new JsonStream(opener(client, "SystemEvents", { options }, during)));
  void alarm.listen(service);
  return alarm;
}
