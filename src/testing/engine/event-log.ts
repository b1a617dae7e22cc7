import { EventEmitter } from "node:events";
import { type Moment, now, toSeconds } from "./moment.js";

/** What has happened, and who wants to be told. */
export class EventLog {
  readonly #history: EngineEvent[] = [];
  readonly #listeners = new EventEmitter().setMaxListeners(0);

  add(type: string, action: string, id: string, attributes: Readonly<Record<string, string>>): void {
    const event = { type, action, id, attributes, moment: now() };
    this.#history.push(event);
    // As many as an engine keeps.
    if (this.#history.length > 256) this.#history.shift();
    this.#listeners.emit("event", event);
  }

  /** What is kept of a time. */
  between(since: Moment, until: Moment): EngineEvent[] {
    return this.#history.filter(({ moment }) => moment >= since && moment <= until);
  }

  /** Tells of what comes; the result ends that. */
  listen(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.on("event", listener);
    return () => this.#listeners.off("event", listener);
  }
}

export interface EngineEvent {
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly moment: Moment;
}

/** The message of an event. Containers and images have the fields of the first API versions as well. */
export function eventMessage({ type, action, id, attributes, moment }: EngineEvent): object {
  const early =
    type === "container"
      ? { status: action, id, from: attributes.image }
      : type === "image"
        ? { status: action, id }
        : {};
  return {
    ...early,
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: attributes },
    scope: "local",
    time: toSeconds(moment),
    timeNano: Number(moment),
  };
}
