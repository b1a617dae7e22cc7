import type { ResumedPlace } from "./resumed-place.js";

/** Takes a log with the engine's time in front of each entry, and gives what is new as it was wanted. */
export interface ResumedLog {
  /** The pieces lie in memory of their own. */
  take(chunks: readonly Uint8Array[]): Uint8Array[];
  /** The answer has ended in order: gives what was only waiting for that. */
  finish(): Uint8Array[];
  /** What is not whole will come again. */
  lost(): void;
  /** True when the answer ended within an entry. */
  readonly isCut: boolean;
}

export interface ResumedLogOptions {
  readonly place: ResumedPlace;
  /** Whether the times are wanted. */
  readonly timestamps: boolean;
}

/** Nothing is given before it is whole, and so it has to be kept: no engine makes entries of a size near this. */
export const LONGEST_ENTRY = 64 * 1024 * 1024;
