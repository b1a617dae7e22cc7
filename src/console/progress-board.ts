import type { BuildEvent, BuildStep } from "../streams/build-event.js";
import type { ByteCount, ProgressStep } from "../streams/progress.js";
import { cleanText } from "./clean-text.js";
import { type BoardLine, fitLines, lineText } from "./line-text.js";

/** How a job stands: a line for each layer, step and remark, in the order in which they were first heard of. */
export class ProgressBoard {
  readonly #lines = new Map<string, BoardLine>();

  /** Takes in a step, and gives a line for each state that it changes. */
  take(step: ProgressStep | BuildEvent): string[] {
    if (!("kind" in step)) return this.#takeProgress(step);
    switch (step.kind) {
      case "step":
        return this.#takeStep(step);
      case "progress":
        if (step.layer !== undefined) return this.#setLayer(step.layer, step.status, step);
        return this.#update(step.stepId, { bytes: step });
      case "log":
        return this.#update(step.stepId, lastWordsOf(step.text));
      case "warning":
        return this.#remark(`warning: ${step.message}`);
      case "image":
        return this.#remark(`image ${step.id}`);
      case "other":
        return [];
    }
  }

  /** Each line with at most so many columns, and at most so many lines: those of which more is to be expected first. */
  lines({ columns, most = Number.POSITIVE_INFINITY }: { columns: number; most?: number }): string[] {
    return fitLines([...this.#lines.values()], most).map((line) => lineText(line, columns));
  }

  #takeProgress({ status, layer, stream, current, total, percent }: ProgressStep): string[] {
    const said = (stream ?? "").split("\n").flatMap((line) => this.#remark(line));
    if (status === undefined) return said;
    // An import has bytes, and no layer that they belong to.
    if (layer === undefined && current === undefined) return [...said, ...this.#remark(status)];
    return [...said, ...this.#setLayer(layer ?? "", status, { current, total, percent })];
  }

  #setLayer(layer: string, status: string, { current, total, percent }: ByteCount): string[] {
    const name = cleanText(layer);
    const state = cleanText(status);
    const key = `layer ${name}`;
    const before = this.#lines.get(key);
    this.#lines.set(key, { kind: "layer", name, state, bytes: { current, total, percent } });
    if (before?.state === state) return [];
    return [name === "" ? state : `${name}: ${state}`];
  }

  #takeStep({ id, name, state, error, started, completed }: BuildStep): string[] {
    // BuildKit first tells of all that it may have to do, in no order.
    if (state === "waiting") return [];
    const before = this.#lines.get(`step ${id}`);
    const seconds =
      started && completed && state === "done" ? (completed.getTime() - started.getTime()) / 1000 : undefined;
    const reason = state === "failed" && error !== undefined ? cleanText(error) : undefined;
    const line: BoardLine = {
      kind: "step",
      name: cleanText(name),
      state,
      ...(seconds !== undefined && { seconds }),
      // What it is doing is of interest while it does it.
      ...(state === "running" && before && { bytes: before.bytes, lastWords: before.lastWords }),
      ...(reason !== undefined && { lastWords: reason }),
    };
    this.#lines.set(`step ${id}`, line);
    if (before?.state === state) return [];
    const time = seconds === undefined ? "" : ` in ${seconds.toFixed(1)} s`;
    return [`${line.name}: ${state}${time}${reason === undefined ? "" : `: ${reason}`}`];
  }

  /** Adds to what a step that runs is doing. */
  #update(stepId: string | undefined, news: Partial<BoardLine>): [] {
    const key = `step ${stepId}`;
    const line = this.#lines.get(key);
    if (line?.state === "running") this.#lines.set(key, { ...line, ...news });
    return [];
  }

  #remark(text: string): string[] {
    const name = cleanText(text);
    if (name === "") return [];
    this.#lines.set(`remark ${this.#lines.size}`, { kind: "remark", name, state: "" });
    return [name];
  }
}

function lastWordsOf(text: string): Pick<BoardLine, "lastWords"> {
  const line = text.split(/[\r\n]+/).findLast((line) => line.trim() !== "");
  return line === undefined ? {} : { lastWords: cleanText(line) };
}
