import type { ContainerInspectResponse, EventMessage } from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError, NotFoundError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import { JsonLineReader } from "../streams/json-lines.js";

/** A container at one moment. */
export interface Look {
  /** Undefined when it has been removed; then this look is the last one. */
  readonly container: ContainerInspectResponse | undefined;
  /** The exit code of its last end since the first look, also where it runs again or is gone. */
  readonly exitCode: number | undefined;
}

/**
 * Looks at a container now, and again whenever something happens to it that may matter to who waits. The events are
 * subscribed before the first look, so that nothing is missed in between, and what counts is always the look: an event
 * says that there is something new, not what.
 * @throws NotFoundError when there is no such container at the beginning
 */
export async function* watchContainer<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  call: CallOptions,
): AsyncGenerator<Look, void> {
  // Events are filtered by the beginning of an id or a name: only the whole id is sure to be no other container's.
  const { Id: id } = await inspect(client, container, call);
  const { source } = await client.open("SystemEvents", { options: eventsOf<V>(id) }, call);
  const ends = new Ends();
  try {
    const reader = new JsonLineReader<EventMessage>(source);
    let now = await inspectIfThere(client, id, call);
    ends.since(now);
    while (now !== undefined) {
      yield { container: now, exitCode: ends.exitCode };
      if (!(await nextEvents(reader, ends))) throw eventsEnded(id);
      now = await inspectIfThere(client, id, call);
    }
    await lastEvents(source, reader, ends);
    yield { container: undefined, exitCode: ends.exitCode };
  } finally {
    source.cancel();
  }
}

/**
 * An engine sends the head of its answer a moment before it subscribes. With `since` it gives the last events that it
 * remembers first, and there is no gap between those and the new ones.
 */
function eventsOf<V extends AnyVersion>(id: string): Options<V, "SystemEvents"> {
  const event = ["start", "die", "destroy", "health_status", "pause", "unpause"];
  const options = { since: 1, filters: { type: ["container"], container: [id], event } };
  return options as Options<V, "SystemEvents">; // the same names in every version
}

/** What the events say about the ends of the container. */
class Ends {
  exitCode: number | undefined;
  destroyed = false;
  #since = Number.NEGATIVE_INFINITY;

  /** An end before the start that the first look tells of is none of ours. Both times are the engine's. */
  since(first: ContainerInspectResponse | undefined): void {
    if (first !== undefined) this.#since = Date.parse(first.State.StartedAt);
  }

  take({ Action: action, timeNano, Actor: actor }: EventMessage): void {
    if (action === "destroy") this.destroyed = true;
    if (action !== "die" || timeNano / 1e6 < this.#since) return;
    const code = Number(actor.Attributes?.exitCode);
    if (Number.isInteger(code)) this.exitCode = code;
  }
}

/** Waits for events; false at the end of the stream. */
async function nextEvents(reader: JsonLineReader<EventMessage>, ends: Ends): Promise<boolean> {
  const events: EventMessage[] = [];
  while (events.length === 0) {
    if (!(await reader.read(events))) return false;
  }
  for (const event of events) ends.take(event);
  return true;
}

/** A container is gone a moment before the event that says so. The one with its exit code comes before that. */
async function lastEvents(
  source: ByteSource,
  reader: JsonLineReader<EventMessage>,
  ends: Ends,
): Promise<void> {
  let late = false;
  // An engine that does much else at the same time may have forgotten the event.
  const timer = setTimeout(() => {
    late = true;
    source.cancel();
  }, 2000);
  try {
    while (!ends.destroyed && (await nextEvents(reader, ends)));
  } catch (error) {
    if (!late) throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function inspectIfThere<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<ContainerInspectResponse | undefined> {
  try {
    return await inspect(client, id, call);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

async function inspect<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  call: CallOptions,
): Promise<ContainerInspectResponse> {
  const found = await client.call("ContainerInspect", { path: { id } }, call);
  return found as ContainerInspectResponse; // what is read of it is the same in every version
}

function eventsEnded(id: string): DockerError {
  return new DockerError(
    `The engine ended its events while container ${id.slice(0, 12)} was waited for; it may be shutting down. Make the call again.`,
    { code: "EVENTS_ENDED" },
  );
}
