import type { Container } from "./container.js";
import { now, toSeconds } from "./moment.js";
import type { Call } from "./world.js";

/** `GET /containers/{id}/top`: the container's process and those of its execs. */
export function containerTop({ world, exchange, params, query }: Call): void {
  const container = world.containers.running(params.id ?? "");
  const columns = /^-?o[ ,]*(.+)$/.exec(query.get("ps_args") ?? "")?.[1]?.split(",");
  exchange.answer(200, columns === undefined ? inFull(container) : inColumns(linesOf(container), columns));
}

interface Line {
  readonly pid: number;
  readonly command: readonly string[];
}

function linesOf({ path, args, process, execs }: Container): Line[] {
  const running = [...execs.values()].filter(({ status }) => status === "running");
  return [
    { pid: process?.pid ?? 0, command: [path, ...args] },
    ...running.map((exec) => ({ pid: exec.process?.pid ?? 0, command: exec.body.Cmd ?? [] })),
  ];
}

function inFull(container: Container): object {
  const started = container.startedAt ?? now();
  const since = new Date(toSeconds(started) * 1000).toISOString().slice(11, 16);
  return {
    Processes: linesOf(container).map(({ pid, command }) => [
      ...["root", String(pid), "1", "0", since, "?", "00:00:00"],
      command.join(" "),
    ]),
    Titles: ["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"],
  };
}

function inColumns(lines: readonly Line[], columns: readonly string[]): object {
  const titles: Readonly<Record<string, string>> = { comm: "COMMAND", args: "COMMAND", cmd: "CMD" };
  const cell = ({ pid, command }: Line, column: string) => {
    if (column === "pid") return String(pid);
    return column === "comm" ? (command[0] ?? "") : command.join(" ");
  };
  return {
    Processes: lines.map((line) => columns.map((column) => cell(line, column))),
    Titles: columns.map((column) => titles[column] ?? column.toUpperCase()),
  };
}
