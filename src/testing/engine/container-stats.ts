import { setTimeout as sleep } from "node:timers/promises";
import type { Container } from "./container.js";
import { type Moment, never, now, timestamp } from "./moment.js";
import { flag } from "./query.js";
import type { Call } from "./world.js";

/** `GET /containers/{id}/stats`: numbers that grow as those of a small program do. */
export async function containerStats({ world, exchange, params, query, minor }: Call): Promise<void> {
  const container = world.containers.get(params.id ?? "");
  const isOnce = !flag(query, "stream", true);
  const isShort = isOnce && flag(query, "one-shot");
  if (isOnce) {
    const before = isShort || !container.isRunning ? undefined : now();
    exchange.answer(200, sample(container, before, minor));
    return;
  }
  const stream = exchange.stream(200, { "Content-Type": "application/json" });
  let before: Moment | undefined;
  while (!exchange.gone.aborted && !container.isRemoved) {
    await stream.write(`${JSON.stringify(sample(container, before, minor))}\n`);
    before = now();
    // Ends with the client, which is no failure.
    await sleep(1000, undefined, { signal: exchange.gone, ref: false }).catch(() => undefined);
  }
  stream.end();
}

function sample(container: Container, before: Moment | undefined, minor: number): object {
  const { id, name, isRunning } = container;
  const named = { name: `/${name}`, id };
  const read = isRunning ? now() : undefined;
  const told = (moment: Moment | undefined) => (moment === undefined ? never : timestamp(moment));
  return {
    ...named,
    read: told(read),
    preread: told(before),
    pids_stats: isRunning ? { current: 1, limit: 4096 } : {},
    blkio_stats: blocks(isRunning),
    num_procs: 0,
    storage_stats: {},
    cpu_stats: processor(container, read),
    precpu_stats: processor(container, before),
    memory_stats: isRunning
      ? {
          usage: 2_580_480,
          ...(minor < 44 && { max_usage: 4_616_192 }),
          stats: { cache: 1_982_464, rss: 53_248 },
          limit: 8_589_934_592,
        }
      : {},
    ...(isRunning && { networks: { eth0: network } }),
  };
}

function processor({ startedAt = 0n }: Container, at: Moment | undefined): object {
  const throttling_data = { periods: 0, throttled_periods: 0, throttled_time: 0 };
  if (at === undefined) {
    const cpu_usage = { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 };
    return { cpu_usage, throttling_data };
  }
  const total = 20_000_000 + Math.round(Number(at - startedAt) / 1000);
  return {
    cpu_usage: {
      total_usage: total,
      usage_in_kernelmode: Math.round(total / 3),
      usage_in_usermode: Math.round(total / 2),
    },
    system_cpu_usage: Number(at / 1_000_000n) * 1_000_000,
    online_cpus: 2,
    throttling_data,
  };
}

function blocks(isRunning: boolean): Record<string, [] | null> {
  const kinds =
    "io_service_bytes io_serviced io_queue io_service_time io_wait_time io_merged io_time sectors".split(" ");
  return Object.fromEntries(kinds.map((kind) => [`${kind}_recursive`, isRunning ? [] : null]));
}

const network = {
  rx_bytes: 552,
  rx_packets: 6,
  rx_errors: 0,
  rx_dropped: 0,
  tx_bytes: 42,
  tx_packets: 1,
  tx_errors: 0,
  tx_dropped: 0,
};
