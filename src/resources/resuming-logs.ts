import { setTimeout as sleep } from "node:timers/promises";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { unixTime } from "../client/time.js";
import { ConflictError, NotFoundError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import type { OpenedLog } from "../streams/log-stream.js";
import { isoTextOfMoment, type Moment, momentOfSeconds, secondsOfMoment } from "../streams/resume-moment.js";
import type { ResumeOptions, StreamGap } from "../streams/resume-options.js";
import { ResumedConsole } from "../streams/resumed-console.js";
import { ResumedFrames } from "../streams/resumed-frames.js";
import type { ResumedLog } from "../streams/resumed-log.js";
import { ResumedPlace } from "../streams/resumed-place.js";
import { type Course, ResumingSource } from "../streams/resuming-source.js";
import { ResumingCall } from "./resuming-call.js";
import { EngineClock } from "./resuming-clock.js";

/** Opens a log that heals. */
export async function openResumingLog<V extends AnyVersion>(
  client: EngineClient<V>,
  id: string,
  options: Options<V, "ContainerLogs">,
  { resume, call, closed }: { resume: ResumeOptions; call: CallOptions | undefined; closed: AbortSignal },
): Promise<OpenedLog> {
  const course = new LogCourse(client, id, options, call);
  const source = await new ResumingSource(course, resume, call?.signal).open(closed);
  return { source, multiplexed: course.multiplexed };
}

/** Asks for a log again from the last entry on, until its container has ended and all of it is given. */
class LogCourse<V extends AnyVersion> implements Course {
  readonly #client: EngineClient<V>;
  readonly #call: ResumingCall;
  readonly #place = new ResumedPlace();
  readonly #clock = new EngineClock();
  /** Times as they were meant when the stream began: a duration counts from then. */
  readonly #asked: LogOptions;
  #id: string;
  #log: ResumedLog | undefined;
  multiplexed = true;
  /** When the first answer began. */
  #begun: Moment = 0n;
  #begunHere = 0;
  /** The past that was asked for with `tail` would have come, had there been any. */
  #isPastOver = false;
  /** The container has ended, and this is what its log still holds. */
  #isRest = false;
  /** The container has a restart policy. */
  #restarts = false;

  constructor(
    client: EngineClient<V>,
    id: string,
    options: Options<V, "ContainerLogs">,
    call: CallOptions | undefined,
  ) {
    this.#client = client;
    this.#id = id;
    this.#call = new ResumingCall(call);
    const { since, until, ...rest } = options as LogOptions; // the same names in every version
    this.#asked = {
      ...rest,
      ...(since !== undefined && { since: unixTime(since, "since") }),
      ...(until !== undefined && { until: unixTime(until, "until") }),
    };
  }

  async open(signal: AbortSignal): Promise<ByteSource> {
    this.#isRest = false;
    if (this.#log !== undefined) return this.#openLog(signal, this.#asked.follow === true);
    const call = this.#call.options(signal, { first: true });
    const { Id, Config } = await this.#inspect(call);
    // The container that is meant now: later another one may have the name.
    this.#id = Id;
    this.multiplexed = Config?.Tty !== true;
    const source = await this.#openLog(signal, this.#asked.follow === true);
    const options = { place: this.#place, timestamps: this.#asked.timestamps === true };
    this.#log = this.multiplexed ? new ResumedFrames(options) : new ResumedConsole(options);
    this.#begun = this.#clock.now();
    this.#begunHere = performance.now();
    return source;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    return this.#log?.take(chunks) ?? [];
  }

  finish(): Uint8Array[] {
    return this.#log?.finish() ?? [];
  }

  async afterEnd(signal: AbortSignal): Promise<"over" | "reconnect" | ByteSource> {
    if (this.#log?.isCut) return "reconnect";
    if (this.#asked.follow !== true || this.#isPastUntil()) return this.#over();
    try {
      if (this.#isRest) return (await this.#comesBack(signal)) ? "reconnect" : this.#over();
      if (await this.#runs(signal)) return "reconnect";
      this.#isRest = true;
      return await this.#openLog(signal, false);
    } catch (error) {
      // Removed as soon as it had ended, and its log was followed to the end.
      if (error instanceof NotFoundError || error instanceof ConflictError) return this.#over();
      throw error;
    }
  }

  lost(): void {
    this.#isPastOver ||= performance.now() - this.#begunHere > LONGEST_WAIT_FOR_THE_PAST;
    this.#log?.lost();
    this.#place.lost();
  }

  newGap(): StreamGap | undefined {
    const gap = this.#place.newGap();
    return (
      gap && {
        message: `Lines of the container ${this.#id} from between ${gap.from} and ${gap.to} may be missing: the connection was lost, and the log no longer has the last line that was read. It was rotated or emptied meanwhile.`,
        ...gap,
      }
    );
  }

  async #openLog(signal: AbortSignal, follow: boolean): Promise<ByteSource> {
    const first = this.#log === undefined;
    const options = { ...this.#asked, ...this.#behindLast(), follow, timestamps: true } as Options<
      V,
      "ContainerLogs"
    >; // the same names in every version
    const { source, headers } = await this.#client.open(
      "ContainerLogs",
      { path: { id: this.#id }, options },
      this.#call.options(signal, { first }),
    );
    this.#clock.hear(headers.date);
    return source;
  }

  #behindLast(): LogOptions {
    const { since } = this.#place;
    if (since !== undefined) return { since, tail: undefined };
    const { tail } = this.#asked;
    const isFirst = this.#log === undefined;
    if (isFirst || tail === undefined || !/^\d+$/.test(String(tail))) return {};
    // Nothing was given, and the past is not wanted: what has come since then is.
    if (Number(tail) > 0 && !this.#isPastOver) return {};
    return { since: secondsOfMoment(this.#begun), tail: undefined };
  }

  #isPastUntil(): boolean {
    const { until } = this.#asked;
    return until !== undefined && !/^-?0+(\.0*)?$/.test(until) && this.#clock.now() >= momentOfSeconds(until);
  }

  async #runs(signal: AbortSignal): Promise<boolean> {
    const { State, HostConfig } = await this.#inspect(this.#call.options(signal, { first: false }));
    this.#restarts = !["", "no", undefined].includes(HostConfig?.RestartPolicy?.Name);
    return State?.Running === true || State?.Restarting === true;
  }

  /**
   * An engine that goes down in order stops its containers first, and answers a while longer on the connections there
   * are. Those with a restart policy run again when it is back.
   */
  async #comesBack(signal: AbortSignal): Promise<boolean> {
    for (let waited = 0; this.#restarts && waited < ENGINE_SHUTDOWN; waited += LOOK_AGAIN) {
      await sleep(LOOK_AGAIN, undefined, { signal });
      if (await this.#runs(signal)) return true;
    }
    return false;
  }

  #over(): "over" {
    this.#place.ended(isoTextOfMoment(this.#clock.now()));
    return "over";
  }

  /** Without a deadline of its own: an engine that has a lot to do is not lost. */
  async #inspect(call: CallOptions): Promise<Inspected> {
    const said = { path: { id: this.#id }, kind: "open-ended" as const };
    return (await this.#client.call("ContainerInspect", said, call)) as Inspected; // the same names in every version
  }
}

const LONGEST_WAIT_FOR_THE_PAST = 1_000;

/** How long an engine gives its containers by default until it ends without them. */
const ENGINE_SHUTDOWN = 15_000;
const LOOK_AGAIN = 500;

interface LogOptions {
  readonly follow?: boolean;
  readonly since?: string | undefined;
  readonly until?: string;
  readonly timestamps?: boolean;
  readonly tail?: string | undefined;
}

interface Inspected {
  readonly Id: string;
  readonly Config?: { readonly Tty?: boolean };
  readonly HostConfig?: { readonly RestartPolicy?: { readonly Name?: string } };
  readonly State?: { readonly Running?: boolean; readonly Restarting?: boolean };
}
