/** One table of the page, and what of it is drawn. */
export interface Section {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many times the floor each takes. */
  readonly bars?: readonly Bar[];
}

export interface Bar {
  readonly client: string;
  readonly times: number;
}

export function printSection({ title, columns, rows }: Section): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      rows.map(([name = "", ...values]) => [
        name,
        Object.fromEntries(values.map((value, index) => [columns[index + 1], value])),
      ]),
    ),
  );
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Repeats are for figures that count: `DOCKER_ENGINE_SDK_BENCH_ROUNDS=1` is for looking whether all of it runs. */
export function roundsOf(usual: number): number {
  return Number(process.env.DOCKER_ENGINE_SDK_BENCH_ROUNDS ?? usual);
}

/** With as many digits as say something. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
