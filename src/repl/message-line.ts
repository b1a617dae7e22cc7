import { cleanText } from "../console/clean-text.js";
import { isRecord, sizeText } from "./cells.js";

/** A message of a stream as a line of text, where it is an event or a sample of a container's use. */
export function messageLine(message: unknown): string | undefined {
  if (!isRecord(message)) return undefined;
  if (typeof message.Type === "string" && typeof message.Action === "string") return eventLine(message);
  if (isRecord(message.cpu_stats) && isRecord(message.memory_stats)) return statsLine(message);
  return undefined;
}

/** Labels are left out: they are many, and may hold anything. */
function eventLine({ Type, Action, Actor, time, timeNano }: Message): string {
  const milliseconds = typeof timeNano === "number" ? timeNano / 1e6 : Number(time) * 1000;
  const when = Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : "";
  const { ID, Attributes } = isRecord(Actor) ? Actor : {};
  const { name, image, exitCode } = isRecord(Attributes) ? Attributes : {};
  const id = typeof ID === "string" ? ID.replace(/^([0-9a-f]{12})[0-9a-f]{52}$/, "$1") : "";
  const more = [
    ...(name === undefined || name === ID ? [] : [`name=${name}`]),
    ...(image === undefined ? [] : [`image=${image}`]),
    ...(exitCode === undefined ? [] : [`exitCode=${exitCode}`]),
  ];
  return cleanText([when, Type, Action, id, ...more].join(" "));
}

function statsLine({ name, id, cpu_stats, precpu_stats, memory_stats, pids_stats }: Message): string {
  const cpu = cpuPercent(cpu_stats, precpu_stats);
  const { usage, limit } = isRecord(memory_stats) ? memory_stats : {};
  const { current } = isRecord(pids_stats) ? pids_stats : {};
  const who = String(name ?? id ?? "").replace(/^\//, "");
  const memory = `${sizeText(usage)} of ${sizeText(limit)}`;
  return cleanText(`${who}  CPU ${cpu}  memory ${memory}  processes ${current ?? "?"}`);
}

/** Of one processor, as `docker stats` counts. The first sample has none before it. */
function cpuPercent(now: unknown, before: unknown): string {
  const used = totalOf(now) - totalOf(before);
  const passed = numberOf(now, "system_cpu_usage") - numberOf(before, "system_cpu_usage");
  const processors = numberOf(now, "online_cpus");
  const percent = (used / passed) * (Number.isNaN(processors) ? 1 : processors) * 100;
  return Number.isFinite(percent) ? `${percent.toFixed(1)} %` : "?";
}

function totalOf(stats: unknown): number {
  return isRecord(stats) ? numberOf(stats.cpu_usage, "total_usage") : Number.NaN;
}

function numberOf(value: unknown, name: string): number {
  return isRecord(value) && typeof value[name] === "number" ? value[name] : Number.NaN;
}

type Message = Readonly<Record<string, unknown>>;
