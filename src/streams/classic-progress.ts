import { BuildError } from "./build-error.js";
import type { BuildEvent } from "./build-event.js";
import { LineTail } from "./line-tail.js";
import { failureOf, isRecord, isText, type ProgressMessage, toBytes } from "./progress.js";

/** Makes events from the messages of the classic builder, which are the text that `docker build` used to show. */
export class ClassicProgress {
  #step: { readonly name: string; readonly id: string; cached: boolean } | undefined;
  #tail = new LineTail();

  take(message: ProgressMessage, events: BuildEvent[]): void {
    const failure = failureOf(message);
    if (failure !== undefined) {
      if (this.#step !== undefined) {
        const { name, id } = this.#step;
        events.push({ kind: "step", name, id, state: "failed", error: failure.message });
      }
      throw new BuildError(failure, { step: this.#step?.name, log: this.#tail.lines() });
    }
    const { stream, status, id, aux } = message;
    if (isText(stream)) this.#read(stream, events);
    else if (isText(status)) {
      events.push({ kind: "progress", status, ...(isText(id) && { layer: id }), ...toBytes(message) });
    } else if (!isRecord(aux) || aux.ID === undefined) events.push({ kind: "other", raw: message });
  }

  finish(events: BuildEvent[]): void {
    this.#endStep(events);
  }

  #read(text: string, events: BuildEvent[]): void {
    const [, number, count, instruction] = /^Step (\d+)\/(\d+) : (.*)/s.exec(text) ?? [];
    if (number !== undefined) {
      this.#endStep(events);
      this.#tail = new LineTail();
      const name = `[${number}/${count}] ${instruction?.trimEnd()}`;
      this.#step = { name, id: number, cached: false };
      events.push({ kind: "step", name, id: number, state: "running" });
    } else if (text.startsWith(" ---> Using cache")) {
      if (this.#step !== undefined) this.#step.cached = true;
    }
    const [, complaint] = STDERR.exec(text) ?? [];
    const written = complaint ?? text;
    // The builder's own remarks are not what a failed command has said.
    if (number === undefined && !REMARK.test(text)) this.#tail.push(written);
    events.push({
      kind: "log",
      stream: complaint === undefined ? "stdout" : "stderr",
      text: written,
      ...(this.#step && { step: this.#step.name, stepId: this.#step.id }),
    });
  }

  #endStep(events: BuildEvent[]): void {
    if (this.#step === undefined) return;
    const { name, id, cached } = this.#step;
    events.push({ kind: "step", name, id, state: cached ? "cached" : "done" });
    this.#step = undefined;
  }
}

const REMARK = /^(?: ---> |Removing intermediate container |\n$)/;

/** The builder paints what came from stderr red, and this is all that tells it from stdout. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins the colour.
const STDERR = /^\x1b\[91m(.*)\x1b\[0m$/s;
