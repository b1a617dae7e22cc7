import { InvalidArgumentError } from "../errors.js";

/** What a stream that can heal takes besides the engine's own options. */
export interface Resumable {
  /**
   * Connects again when the connection breaks or the engine restarts, and goes on behind the last thing that was given.
   * Default: false. The first connection is made as ever: what fails there is thrown.
   */
  resume?: boolean | ResumeOptions;
}

export interface ResumeOptions {
  /** Is told of each new connection, before anything comes from it. What it throws ends the stream. */
  readonly onReconnect?: ((reconnect: StreamReconnect) => void) | undefined;
  /**
   * Is told that something may be missing, before the stream goes on. What it throws ends the stream. Without it the
   * process warns, with the code `DOCKER_STREAM_GAP`.
   */
  readonly onGap?: ((gap: StreamGap) => void) | undefined;
  /** Milliseconds without a connection after which the stream ends with the last error. Default: never. */
  readonly giveUpAfter?: number | undefined;
}

/** A connection that has taken the place of a lost one. */
export interface StreamReconnect {
  /** How many attempts it took. */
  readonly attempts: number;
  /** How long the stream had no connection. */
  readonly milliseconds: number;
  /** What broke the last connection, or the last attempt; undefined when the engine had ended its answer in order. */
  readonly cause: unknown;
}

/** A time about which the stream cannot say that it has given everything. */
export interface StreamGap {
  /** A sentence for people: what may be missing, and why. */
  readonly message: string;
  /** The engine's time of the last thing given, or of the stream's beginning: ISO text, to the nanosecond where the engine gives it. */
  readonly from: string;
  /** From here on the stream is complete again. */
  readonly to: string;
}

/** The options of a method whose stream can heal. Also what has no such wish fits, whatever version it is of. */
export type OrResumable<O> = O | (O & Resumable);

/** The wish without the engine's options, and these without the wish. Nothing of the caller's is touched. */
export function splitResume<O>(options: OrResumable<O> | undefined): {
  readonly asked: O | undefined;
  readonly resume: ResumeOptions | undefined;
} {
  if (typeof options !== "object" || options === null || !("resume" in options)) {
    return { asked: options, resume: undefined };
  }
  const { resume, ...rest } = options as Resumable; // seen just here
  const asked = rest as O; // all that `O` has: `resume` is ours
  if (resume === undefined || resume === false) return { asked, resume: undefined };
  return { asked, resume: resume === true ? {} : checked(resume) };
}

/** Says that something may be missing: never nowhere. */
export function tellGap({ onGap }: ResumeOptions, gap: StreamGap): void {
  if (onGap !== undefined) onGap(gap);
  else process.emitWarning(gap.message, { type: "DockerStreamWarning", code: "DOCKER_STREAM_GAP" });
}

function checked(resume: ResumeOptions): ResumeOptions {
  if (typeof resume !== "object" || resume === null) {
    throw new InvalidArgumentError(
      `resume is of type ${typeof resume}; give true, or an object with onReconnect, onGap or giveUpAfter.`,
    );
  }
  const { onReconnect, onGap, giveUpAfter } = resume;
  for (const [name, value] of Object.entries({ onReconnect, onGap })) {
    if (value === undefined || typeof value === "function") continue;
    throw new InvalidArgumentError(`resume.${name} is of type ${typeof value}; give a function.`);
  }
  if (giveUpAfter !== undefined && !(typeof giveUpAfter === "number" && giveUpAfter >= 0)) {
    throw new InvalidArgumentError(
      `resume.giveUpAfter is ${String(giveUpAfter)}; give milliseconds from 0 on, or leave it out for never.`,
    );
  }
  return { onReconnect, onGap, giveUpAfter };
}
