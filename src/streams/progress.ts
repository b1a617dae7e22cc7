import { ProgressError, ProtocolError } from "../errors.js";

/** A message of the engine as it came. Nothing about its fields is certain. */
export interface ProgressMessage {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly stream?: unknown;
  readonly progressDetail?: unknown;
  readonly aux?: unknown;
  readonly error?: unknown;
  readonly errorDetail?: unknown;
  readonly [field: string]: unknown;
}

/** One sign of progress. */
export interface ProgressStep {
  /** What happens, in the engine's words: "Downloading", "Pull complete" … */
  readonly status?: string;
  /** The short id of the layer that it happens to. */
  readonly layer?: string;
  /** How many bytes are done. */
  readonly current?: number;
  /** How many bytes there are, where the engine knows. */
  readonly total?: number;
  /** `current` of `total`, a whole number from 0 to 100. */
  readonly percent?: number;
  /** Text that the engine has for the terminal, with its newline. */
  readonly stream?: string;
  /** A fact about the outcome, such as the digest of what was pushed. */
  readonly aux?: unknown;
  readonly raw: ProgressMessage;
}

export function asMessage(value: unknown): ProgressMessage {
  if (isRecord(value)) return value;
  const text = JSON.stringify(value);
  const start = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
  throw new ProtocolError(`The engine sent ${start} where an object with progress was expected.`);
}

export function toStep(message: ProgressMessage): ProgressStep {
  const { status, id, stream, aux } = message;
  // Field by field: a pull reports thousands of times, and a spread for each field costs more than parsing all of it.
  const step: Writable<Omit<ProgressStep, "raw">> = {};
  if (isText(status)) step.status = status;
  // The first message of a pull has the tag as its id.
  if (isText(id) && !(isText(status) && status.startsWith("Pulling from "))) step.layer = id;
  Object.assign(step, toBytes(message));
  if (isText(stream)) step.stream = stream;
  if (aux !== undefined && aux !== null) step.aux = aux;
  return Object.assign(step, { raw: message });
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The bytes done and to do. */
export function toBytes({ progressDetail }: ProgressMessage): ByteCount {
  if (!isRecord(progressDetail)) return {};
  const { current, total, units } = progressDetail;
  // With `units` they count something else: the containerd image store counts the seconds of an extraction.
  if (units !== undefined && units !== "") return {};
  return countBytes(current, total);
}

export function countBytes(current: unknown, total: unknown): ByteCount {
  const done = typeof current === "number" && current >= 0 ? current : undefined;
  const all = typeof total === "number" && total > 0 ? total : undefined;
  if (done === undefined) return all === undefined ? {} : { total: all };
  if (all === undefined) return { current: done };
  // A push sends tar headers too, and so more than it has announced.
  return { current: done, total: all, percent: Math.min(100, Math.floor((done / all) * 100)) };
}

export type ByteCount = Pick<ProgressStep, "current" | "total" | "percent">;

/** The engine's own words for why the job has failed, where `message` says so. */
export function failureOf({ error, errorDetail }: ProgressMessage): Failure | undefined {
  const detail = isRecord(errorDetail) ? errorDetail : undefined;
  if (detail === undefined && (!isText(error) || error === "")) return undefined;
  const sentence = [detail?.message, error].find((text) => isText(text) && text !== "");
  return {
    message: isText(sentence) ? sentence : "The engine gave the job up and gave no reason.",
    engineCode: typeof detail?.code === "number" ? detail.code : undefined,
  };
}

export interface Failure {
  readonly message: string;
  readonly engineCode: number | undefined;
}

export function throwFailure(message: ProgressMessage): void {
  const failure = failureOf(message);
  if (failure !== undefined) throw new ProgressError(failure.message, { engineCode: failure.engineCode });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

const MAX_QUOTE = 200;
