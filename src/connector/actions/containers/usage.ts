import type { Newest, Result } from "../../../client/api-version.js";

/** What a sample comes to in numbers that people compare. What the engine did not measure is left out. */
export function usageOf({ cpu_stats: now, precpu_stats: before, memory_stats: memory, pids_stats }: Sample) {
  const used = difference(now?.cpu_usage?.total_usage, before?.cpu_usage?.total_usage);
  const all = difference(now?.system_cpu_usage, before?.system_cpu_usage);
  const cpus = now?.online_cpus || 1;
  // Of all CPUs together, so that two busy ones are 200 percent, as people know it from the docker CLI.
  const cpuPercent = used !== undefined && all ? Math.round((used / all) * cpus * 10_000) / 100 : undefined;
  const numbers = {
    cpuPercent,
    memoryUsage: memory?.usage,
    memoryLimit: memory?.limit,
    processes: pids_stats?.current,
  };
  const known = Object.entries(numbers).flatMap(([name, value]): [string, number][] =>
    typeof value === "number" ? [[name, value]] : [],
  );
  return Object.fromEntries(known);
}

type Sample = Result<Newest, "ContainerStats">;

/** Undefined for the first sample, before which nothing was measured. */
function difference(now: unknown, before: unknown): number | undefined {
  if (typeof now !== "number" || typeof before !== "number" || before === 0) return undefined;
  return now - before;
}
