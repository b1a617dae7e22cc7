import { cleanText } from "../../../console/clean-text.js";
import type { BuildEvent } from "../../../streams/build-event.js";
import type { Job } from "../../../streams/job.js";

/** Reads a job to its end, telling its steps in lines. The job's failure is thrown. */
export async function watched<Step, Result>(
  job: Job<Step, Result>,
  linesOf: (step: Step) => readonly string[],
  tell: (line: string) => void,
): Promise<Result> {
  for await (const step of job) for (const line of linesOf(step)) tell(line);
  return job;
}

/** Says what becomes of each layer, once for each change: an engine tells its bytes many times a second. */
export function transferLines(): (step: Transfer) => string[] {
  const told = new Map<string, string>();
  return ({ status, layer, stream }) => {
    if (status !== undefined && layer !== undefined) {
      if (told.get(layer) === status) return [];
      told.set(layer, status);
      return [cleanText(`${layer}: ${status}`)];
    }
    return (stream ?? status ?? "").split("\n").map(cleanText).filter(isSomething);
  };
}

interface Transfer {
  readonly status?: string;
  readonly layer?: string;
  readonly stream?: string;
}

/** Says what a build does: what commands write, line by line, and of BuildKit its steps. */
export function buildLines(): (event: BuildEvent) => string[] {
  const open = new Map<string, string>();
  const transfers = transferLines();
  return (event) => {
    if (event.kind === "progress") return transfers(event);
    if (event.kind === "warning") return [cleanText(`Warning: ${event.message}`)];
    if (event.kind === "log") {
      const step = event.stepId ?? "";
      const lines = `${open.get(step) ?? ""}${event.text}`.split("\n");
      // The end of it comes with the next piece, if there is one.
      open.set(step, lines.pop() ?? "");
      return lines.map(cleanText).filter(isSomething);
    }
    if (event.kind === "image") {
      const rests = [...open.values()];
      open.clear();
      return rests.map(cleanText).filter(isSomething);
    }
    if (event.kind === "step" && event.state !== "running" && event.state !== "waiting") {
      const rest = open.get(event.id) ?? "";
      open.delete(event.id);
      return [cleanText(rest), ...(event.state === "cached" ? named(event) : [])].filter(isSomething);
    }
    return event.kind === "step" && event.state === "running" ? named(event) : [];
  };
}

/** The classic builder has its steps, which it counts, among its text. */
function named({ id, name }: { id: string; name: string }): string[] {
  return /^\d+$/.test(id) ? [] : [cleanText(name)];
}

function isSomething(line: string): boolean {
  return line !== "";
}
