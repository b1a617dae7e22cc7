import type { Container } from "./container.js";
import { fullTimestamp, now } from "./moment.js";
import { framed, type LogLine } from "./output-log.js";
import { flag, moment } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `GET /containers/{id}/logs` */
export async function containerLogs(call: Call): Promise<void> {
  const { world, exchange, params, query, minor } = call;
  const wanted = { out: flag(query, "stdout"), err: flag(query, "stderr") };
  if (!wanted.out && !wanted.err)
    throw new Refusal(400, "Bad parameters: you must choose at least one stream");
  const container = world.containers.get(params.id ?? "");
  const since = moment(query, "since") ?? 0n;
  const until = moment(query, "until");
  const tty = container.config.Tty === true;
  // Before API 1.42 an answer did not say what it is.
  const type = minor < 42 ? undefined : `application/vnd.docker.${tty ? "raw" : "multiplexed"}-stream`;
  const isWanted = ({ stream, moment: at }: LogLine) =>
    (stream === 1 ? wanted.out : wanted.err) && at >= since && (until === undefined || at <= until);
  const bytesOf = ({ stream, moment: at, bytes }: LogLine) => {
    const told = flag(query, "timestamps")
      ? Buffer.concat([Buffer.from(`${fullTimestamp(at)} `), bytes])
      : bytes;
    return tty ? told : framed(stream, told);
  };
  const stream = exchange.stream(200, type === undefined ? {} : { "Content-Type": type });
  const pending: LogLine[] = tailOf(container.output.lines.filter(isWanted), query.get("tail"));
  const isFollowed = flag(query, "follow") && container.isRunning;
  const news = isFollowed ? follow(container, exchange.gone, until) : undefined;
  for (const line of pending) await stream.write(bytesOf(line));
  if (news !== undefined)
    for await (const line of news) if (isWanted(line)) await stream.write(bytesOf(line));
  stream.end();
}

function tailOf(lines: LogLine[], tail: string | null): LogLine[] {
  if (tail === null || !/^\d+$/.test(tail)) return lines;
  return Number(tail) === 0 ? [] : lines.slice(-Number(tail));
}

/** The lines from now on, to the end of the process, of the time or of the client. Nothing between now and the first step is lost. */
function follow(
  container: Container,
  gone: AbortSignal,
  until: bigint | undefined,
): AsyncGenerator<LogLine, void> {
  const lines: LogLine[] = [];
  let wake = () => {};
  let isOver = false;
  const over = () => {
    isOver = true;
    wake();
  };
  const ends = [
    container.output.onLine((line) => {
      lines.push(line);
      wake();
    }),
    container.on("exited", over),
  ];
  gone.addEventListener("abort", over, { once: true });
  const left = until === undefined ? undefined : Number((until - now()) / 1_000_000n);
  const timer = left === undefined ? undefined : setTimeout(over, Math.max(0, left));
  return (async function* () {
    try {
      for (;;) {
        for (let line = lines.shift(); line !== undefined; line = lines.shift()) yield line;
        if (isOver || gone.aborted) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
      gone.removeEventListener("abort", over);
      for (const end of ends) end();
    }
  })();
}
