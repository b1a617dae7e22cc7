/** Compares names as platforms and people write them: case, spaces, dashes and underscores make no difference. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Names by all their spellings. */
export class Names<Value> {
  readonly #exact = new Map<string, Value>();
  readonly #values = new Map<string, Value>();
  readonly #names: string[] = [];

  /** `spellings` begin with the one that suggestions show. */
  add(spellings: readonly string[], value: Value): void {
    const [shown] = spellings;
    if (shown !== undefined) this.#names.push(shown);
    this.alias(spellings, value);
  }

  /** Spellings that are taken and not shown. What is there already stays. */
  alias(spellings: readonly string[], value: Value): void {
    for (const spelling of spellings) {
      if (!this.#exact.has(spelling)) this.#exact.set(spelling, value);
      if (!this.#values.has(plain(spelling))) this.#values.set(plain(spelling), value);
    }
  }

  list(): readonly string[] {
    return this.#names;
  }

  /** The very spelling first: `docker-image-create` and `docker_image_create` are two platforms' names for two things. */
  get(name: string): Value | undefined {
    return this.#exact.get(name) ?? this.#values.get(plain(name));
  }

  /** Up to three names that are much like one that is not there, the likest first. */
  nearest(name: string): string[] {
    // Nobody mistypes that much, and the comparison takes the product of the lengths.
    if (name.length > 100) return [];
    const wanted = plain(name);
    return this.#names
      .map((candidate) => ({ candidate, distance: editDistance(wanted, plain(candidate)) }))
      .filter(({ candidate, distance }) => distance <= Math.max(2, plain(candidate).length / 3))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3)
      .map(({ candidate }) => candidate);
  }
}

/** How many letters have to be put in, taken out or exchanged to make one text of the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
