import type { Container } from "./container.js";
import type { Healthcheck } from "./container-body.js";
import { containerEvent } from "./container-event.js";
import { createExec, runExec } from "./exec.js";
import { type Moment, now, timestamp } from "./moment.js";
import type { World } from "./world.js";

/** How a container does by its healthcheck. */
export interface Health {
  status: "starting" | "healthy" | "unhealthy";
  failingStreak: number;
  readonly log: {
    readonly start: Moment;
    readonly end: Moment;
    readonly code: number;
    readonly output: string;
  }[];
  stop(): void;
}

/** Runs the check of a container for as long as it runs. */
export function startHealth(world: World, container: Container): void {
  const check = container.config.Healthcheck;
  const argv = commandOf(check);
  if (check === null || check === undefined || argv === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const health: Health = {
    status: "starting",
    failingStreak: 0,
    log: [],
    stop: () => clearTimeout(timer),
  };
  const started = now();
  const wait = milliseconds(check.Interval, 30_000);
  const probe = async () => {
    const result = await probed(world, container, argv, milliseconds(check.Timeout, 30_000));
    if (container.health !== health || !container.isRunning) return;
    health.log.push(result);
    if (health.log.length > 5) health.log.shift();
    const before = health.status;
    const isEarly = health.status === "starting" && result.end - started < BigInt(check.StartPeriod ?? 0);
    if (result.code === 0) {
      health.failingStreak = 0;
      health.status = "healthy";
    } else if (!isEarly) {
      health.failingStreak++;
      if (health.failingStreak >= (check.Retries || 3)) health.status = "unhealthy";
    }
    if (health.status !== before) containerEvent(world, container, `health_status: ${health.status}`);
    again();
  };
  const again = () => {
    timer = setTimeout(() => void probe(), wait);
    timer.unref();
  };
  container.health = health;
  again();
}

async function probed(
  world: World,
  container: Container,
  argv: readonly string[],
  timeout: number,
): Promise<Health["log"][number]> {
  const start = now();
  const exec = createExec(world, container, { Cmd: argv, AttachStdout: true, AttachStderr: true });
  const pieces: Buffer[] = [];
  const outcome = runExec(world, container, exec, { output: (_, bytes) => void pieces.push(bytes) });
  const kill = setTimeout(() => exec.process?.kill(9), timeout);
  const failure = "failure" in outcome ? outcome.failure : undefined;
  const code = "failure" in outcome ? -1 : await outcome.exited;
  clearTimeout(kill);
  container.execs.delete(exec.id);
  const output = failure ?? Buffer.concat(pieces).toString("utf8").slice(0, 4096);
  return { start, end: now(), code, output };
}

function commandOf(check: Healthcheck | null | undefined): readonly string[] | undefined {
  const [kind, ...words] = check?.Test ?? [];
  if (kind === "CMD") return words;
  return kind === "CMD-SHELL" ? ["/bin/sh", "-c", words.join(" ")] : undefined;
}

function milliseconds(nanoseconds: number | undefined, otherwise: number): number {
  return nanoseconds ? Math.max(1, nanoseconds / 1_000_000) : otherwise;
}

export function healthAnswer({ status, failingStreak, log }: Health): object {
  return {
    Status: status,
    FailingStreak: failingStreak,
    Log: log.map(({ start, end, code, output }) => ({
      Start: timestamp(start),
      End: timestamp(end),
      ExitCode: code,
      Output: output,
    })),
  };
}
