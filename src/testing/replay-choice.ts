import { isDeepStrictEqual } from "node:util";
import type { RecordedExchange } from "./recording.js";

/** Chooses what of a recording answers a request. Each recorded exchange answers once, in order for each method and path. */
export class ReplayChoice {
  readonly #exchanges: readonly RecordedExchange[];
  readonly #strict: boolean;
  readonly #used = new Set<number>();

  constructor(exchanges: readonly RecordedExchange[], { strict }: { strict: boolean }) {
    this.#exchanges = exchanges;
    this.#strict = strict;
  }

  get unused(): RecordedExchange[] {
    return this.#exchanges.filter((_, index) => !this.#used.has(index));
  }

  /** The place of what answers, or the sentence that says why nothing does. */
  take(asked: RecordedExchange): number | string {
    const all = this.#same(asked);
    const left = all.filter((index) => !this.#used.has(index));
    const alike = left.find((index) => isDeepStrictEqual(this.#exchanges[index]?.query, asked.query));
    const chosen = this.#strict ? left[0] : (alike ?? left[0] ?? this.#again(asked, all));
    if (chosen === undefined) return this.#absence(asked, all.length);
    const difference = this.#strict && differenceOf(asked, this.#exchanges[chosen]);
    if (difference) return difference;
    this.#used.add(chosen);
    return chosen;
  }

  /** Who asks more often than the recorded client did for what changes nothing gets the last answer again. */
  #again({ method }: RecordedExchange, all: number[]): number | undefined {
    const last = all.at(-1);
    const isWhole = last !== undefined && this.#exchanges[last]?.answer?.pieces === undefined;
    return isWhole && (method === "GET" || method === "HEAD") ? last : undefined;
  }

  #same({ method, path }: RecordedExchange): number[] {
    return this.#exchanges.flatMap((known, index) =>
      known.method === method && isSamePath(known.path, path) ? [index] : [],
    );
  }

  #absence(asked: RecordedExchange, known: number): string {
    const what = sentenceName(asked);
    if (known > 0) {
      return `The recording has ${known === 1 ? "one answer" : `${known} answers`} to ${what}, and no more: ${known === 1 ? "it has" : "all have"} been given.`;
    }
    const near = [...new Set(this.#near(asked).map(sentenceName))];
    return `The recording has no answer to ${what}. ${near.length > 0 ? `Near are ${near.slice(0, 5).join(", ")}. ` : ""}Record again if the program asks for other things now.`;
  }

  /** The same operation with other names, else the same method under the same noun, else everything under it. */
  #near({ method, path, operation }: RecordedExchange): readonly RecordedExchange[] {
    const noun = path.split("/")[1];
    const ofNoun = this.#exchanges.filter((known) => known.path.split("/")[1] === noun);
    const choices = [
      this.#exchanges.filter((known) => operation !== undefined && known.operation === operation),
      ofNoun.filter((known) => known.method === method),
      ofNoun,
      this.#exchanges,
    ];
    return choices.find((choice) => choice.length > 0) ?? [];
  }
}

function differenceOf(asked: RecordedExchange, recorded: RecordedExchange | undefined): string | undefined {
  const parts = (["query", "body"] as const).filter(
    (part) => !isDeepStrictEqual(plain(asked[part]), plain(recorded?.[part])),
  );
  if (parts.length === 0) return undefined;
  return `${sentenceName(asked)} came with another ${parts.join(" and another ")} than was recorded, and the replay is strict.`;
}

/** As it comes out of a file: without members that are undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function sentenceName({ method, path, operation }: RecordedExchange): string {
  return `${method} ${path}${operation ? ` (${operation})` : ""}`;
}

/** Clients differ in what they encode. */
function isSamePath(a: string, b: string): boolean {
  return a === b || decoded(a) === decoded(b);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
