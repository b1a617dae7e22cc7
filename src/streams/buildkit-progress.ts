import { StringDecoder } from "node:string_decoder";
import { BuildError } from "./build-error.js";
import type { BuildEvent, BuildStep } from "./build-event.js";
import {
  type BuildkitLog,
  type BuildkitStatus,
  type BuildkitVertex,
  type BuildkitWarning,
  decodeTrace,
} from "./buildkit-trace.js";
import { LineTail } from "./line-tail.js";
import { countBytes, type Failure, failureOf, isText, type ProgressMessage } from "./progress.js";

/** Makes events from the messages of BuildKit. */
export class BuildkitProgress {
  readonly #vertexes = new Map<string, SeenVertex>();

  take(message: ProgressMessage, events: BuildEvent[]): void {
    const failure = failureOf(message);
    if (failure !== undefined) throw this.#toError(failure);
    if (message.id === "moby.buildkit.trace") {
      const { vertexes, statuses, logs, warnings } = decodeTrace(message.aux);
      for (const vertex of vertexes) events.push(this.#toStep(vertex));
      for (const status of statuses) events.push(this.#toTransfer(status));
      for (const log of logs) this.#readLog(log, events);
      for (const warning of warnings) events.push(toWarning(warning));
    } else if (isText(message.stream)) {
      // Engine 20.10 says so what it has tagged.
      events.push({ kind: "log", stream: "stdout", text: message.stream });
    } else if (message.id !== "moby.image.id") {
      events.push({ kind: "other", raw: message });
    }
  }

  finish(events: BuildEvent[]): void {
    for (const [stepId, { name, decoders }] of this.#vertexes) {
      for (const [stream, decoder] of decoders) {
        const text = decoder.end();
        if (text !== "") events.push({ kind: "log", stream, text, step: name, stepId });
      }
    }
  }

  #toStep({ digest, name, cached, started, completed, error }: BuildkitVertex): BuildStep {
    const seen = this.#seen(digest);
    seen.name = name;
    seen.error = error;
    return {
      kind: "step",
      name,
      state: stateOf({ cached, started, completed, error }),
      id: digest,
      ...(error !== "" && { error }),
      ...(started && { started }),
      ...(completed && { completed }),
    };
  }

  #toTransfer({ vertex, id, name, current, total }: BuildkitStatus): BuildEvent {
    return {
      kind: "progress",
      status: name || id,
      // A status without bytes says only that it has begun or is over.
      ...(current > 0 || total > 0 ? countBytes(current, total) : {}),
      step: this.#seen(vertex).name,
      stepId: vertex,
    };
  }

  #readLog({ vertex, stream: number, message }: BuildkitLog, events: BuildEvent[]): void {
    const { name, tail, decoders } = this.#seen(vertex);
    const stream = number === 2 ? "stderr" : "stdout";
    let decoder = decoders.get(stream);
    if (decoder === undefined) {
      decoder = new StringDecoder("utf8");
      decoders.set(stream, decoder);
    }
    const text = decoder.write(message);
    if (text === "") return;
    tail.push(text);
    events.push({ kind: "log", stream, text, step: name, stepId: vertex });
  }

  #seen(digest: string): SeenVertex {
    let seen = this.#vertexes.get(digest);
    if (seen === undefined) {
      seen = { name: "", error: "", tail: new LineTail(), decoders: new Map() };
      this.#vertexes.set(digest, seen);
    }
    return seen;
  }

  #toError(failure: Failure): BuildError {
    // When one step fails the others are stopped, which gives them an error too; the sentence has the culprit's.
    const failed = [...this.#vertexes.values()].filter(({ error }) => error !== "" && !isCanceled(error));
    const culprit = failed.find(({ error }) => failure.message.includes(error)) ?? failed[0];
    return new BuildError(failure, { step: culprit?.name, log: culprit?.tail.lines() ?? [] });
  }
}

interface SeenVertex {
  name: string;
  error: string;
  readonly tail: LineTail;
  readonly decoders: Map<"stdout" | "stderr", StringDecoder>;
}

function stateOf({
  cached,
  started,
  completed,
  error,
}: Pick<BuildkitVertex, "cached" | "started" | "completed" | "error">): BuildStep["state"] {
  if (error !== "") return isCanceled(error) ? "canceled" : "failed";
  if (cached) return "cached";
  if (completed) return "done";
  return started ? "running" : "waiting";
}

function isCanceled(error: string): boolean {
  return error.endsWith("context canceled");
}

function toWarning({ message, details, url, file, line }: BuildkitWarning): BuildEvent {
  return {
    kind: "warning",
    message,
    details,
    ...(url !== "" && { url }),
    ...(file !== "" && { file }),
    ...(line !== undefined && { line }),
  };
}
