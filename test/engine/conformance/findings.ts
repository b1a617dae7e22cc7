import type { Mismatch } from "./judge.js";

/** What a tour of one engine found out, and how much it looked at. */
export class Findings {
  readonly #mismatches = new Map<string, Set<string>>();
  readonly #refusals = new Map<string, Set<string>>();
  readonly #answered = new Map<string, Set<string>>();
  readonly #judged = new Set<string>();
  calls = 0;
  bodies = 0;

  mismatch(operation: string, version: string, { path, problem }: Mismatch): void {
    add(this.#mismatches, `${operation}: ${path === "" ? "the body" : path} ${problem}`, version);
  }

  refusal(operation: string, version: string, status: number, message: string): void {
    add(this.#refusals, `${operation}: ${status} ${message}`, version);
  }

  answered(operation: string, version: string): void {
    add(this.#answered, operation, version);
  }

  judged(operation: string): void {
    this.bodies++;
    this.#judged.add(operation);
  }

  /** One line for each kind of mismatch, with the versions that have it. */
  mismatchLines(): string[] {
    return linesOf(this.#mismatches);
  }

  /** The calls of the tour that the engine refused, though they were not meant to be. */
  refusalLines(): string[] {
    return linesOf(this.#refusals);
  }

  wasAnswered(operation: string, version: string): boolean {
    return this.#answered.get(operation)?.has(version) ?? false;
  }

  wasJudged(operation: string): boolean {
    return this.#judged.has(operation);
  }
}

function add(map: Map<string, Set<string>>, key: string, version: string): void {
  const versions = map.get(key) ?? new Set();
  map.set(key, versions.add(version));
}

function linesOf(map: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...map].map(([key, versions]) => `${key} (API ${[...versions].join(", ")})`).sort();
}
