import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient, OpenAnswer } from "../client/client.js";
import { unixTime } from "../client/time.js";
import type { ByteSource } from "../streams/byte-source.js";
import {
  isoTextOfMoment,
  type Moment,
  momentOfSeconds,
  SECOND,
  secondsOfMoment,
} from "../streams/resume-moment.js";
import type { ResumeOptions, StreamGap } from "../streams/resume-options.js";
import { ResumedLines } from "../streams/resumed-lines.js";
import { type Course, ResumingSource } from "../streams/resuming-source.js";
import { ResumingCall } from "./resuming-call.js";
import { EngineClock } from "./resuming-clock.js";

/** What a stream of events that heals is made with. */
export function resumingEvents<V extends AnyVersion>(
  client: EngineClient<V>,
  options: Options<V, "SystemEvents"> | undefined,
  resume: ResumeOptions,
  call: CallOptions | undefined,
): (closed: AbortSignal) => Promise<ByteSource> {
  return (closed) =>
    new ResumingSource(new EventsCourse(client, options, call), resume, call?.signal).open(closed);
}

/** Asks for events again from the last one on, and finds out whether the engine still knew all that came behind it. */
class EventsCourse<V extends AnyVersion> implements Course {
  readonly #client: EngineClient<V>;
  readonly #call: ResumingCall;
  readonly #lines = new ResumedLines();
  readonly #clock = new EngineClock();
  /** As they were meant when the stream began: a duration counts from then. */
  readonly #asked: EventTimes;
  #isFirst = true;
  /** This answer is the last one. */
  #isRest = false;
  /** When the first answer began. */
  #begun: Moment = 0n;
  /** What may be missing up to here has been told of. */
  #settled: Moment = 0n;
  #gap: StreamGap | undefined;

  constructor(
    client: EngineClient<V>,
    options: Options<V, "SystemEvents"> | undefined,
    call: CallOptions | undefined,
  ) {
    this.#client = client;
    this.#call = new ResumingCall(call);
    const { since, until, ...rest } = (options ?? {}) as EventTimes; // the same names in every version
    this.#asked = {
      ...rest,
      ...(since !== undefined && { since: unixTime(since, "since") }),
      ...(until !== undefined && { until: unixTime(until, "until") }),
    };
  }

  async open(signal: AbortSignal): Promise<ByteSource> {
    const first = this.#isFirst;
    this.#isRest = false;
    const call = this.#call.options(signal, { first });
    const { source, headers } = await this.#ask(first ? this.#asked : this.#behindLast(), call);
    this.#clock.hear(headers.date);
    if (first) {
      this.#isFirst = false;
      this.#begun = this.#clock.now();
      return source;
    }
    try {
      await this.#lookForGap(call);
    } catch (error) {
      source.cancel();
      throw error;
    }
    return source;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    return this.#lines.take(chunks);
  }

  finish(): Uint8Array[] {
    return [];
  }

  /**
   * The engine ends its answer at `until`, and when it goes down. Its clock is known to the second only, so near `until` it
   * is asked once more: either that is past, and what it gives then is all, or it goes on up to then.
   */
  async afterEnd(signal: AbortSignal): Promise<"over" | "reconnect" | ByteSource> {
    const { until } = this.#asked;
    if (this.#lines.isCut || until === undefined) return "reconnect";
    const now = this.#clock.now();
    if (this.#isRest || now >= momentOfSeconds(until)) return "over";
    if (now + SECOND < momentOfSeconds(until)) return "reconnect";
    const { source } = await this.#ask(this.#behindLast(), this.#call.options(signal, { first: false }));
    this.#isRest = true;
    return source;
  }

  lost(): void {
    this.#lines.lost();
  }

  newGap(): StreamGap | undefined {
    const gap = this.#gap;
    this.#gap = undefined;
    return gap;
  }

  #behindLast(): EventTimes {
    const { until } = this.#asked;
    const last = this.#lines.since;
    // Before the first event: the second in which the stream began. Rather an event from just before than one less.
    const since =
      last === undefined ? (this.#asked.since ?? secondsOfMoment(this.#begun)) : secondsOfMoment(last);
    // An event may be a little later than `until`, and an engine refuses what begins behind its end.
    const isBehindEnd = until !== undefined && momentOfSeconds(String(since)) > momentOfSeconds(until);
    return { ...this.#asked, since: isBehindEnd ? until : since };
  }

  /**
   * The engine remembers its last events, whatever they are about, and forgets them when it ends. Does it know one from
   * before the connection was lost, then it knows all that came behind. What has been passed over by filters counts too.
   */
  async #lookForGap(call: CallOptions): Promise<void> {
    const { newest = this.#begun } = this.#lines;
    const from = newest > this.#settled ? newest : this.#settled;
    const now = this.#clock.now();
    // A clock that was set back: the engine would wait for `from` to come.
    if (from <= now + SECOND) {
      const { source } = await this.#ask({ until: secondsOfMoment(from) }, call);
      const remembered = await source.read();
      source.cancel();
      if (remembered !== null) return;
    }
    if (now > this.#settled) this.#settled = now;
    // The clock may be this much further.
    const times = { from: isoTextOfMoment(from), to: isoTextOfMoment(now + SECOND) };
    this.#gap = {
      message: `Events from between ${times.from} and ${times.to} may be missing: the connection was lost, and the engine no longer knows what came behind the last event. It was restarted, or had more events than it remembers.`,
      ...times,
    };
  }

  #ask(times: EventTimes, call: CallOptions): Promise<OpenAnswer> {
    const options = times as Options<V, "SystemEvents">; // the same names in every version, and what was asked for besides
    return this.#client.open("SystemEvents", { options }, call);
  }
}

interface EventTimes {
  readonly since?: string;
  readonly until?: string;
}
