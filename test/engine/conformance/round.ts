import { setTimeout as sleep } from "node:timers/promises";
import type { AnswerKind, Operation, Schema, Spec } from "../../../scripts/spec/model.js";
import { atLeast } from "../../../scripts/spec/versions.js";
import type { EngineWire, WireAnswer } from "./engine-wire.js";
import type { Findings } from "./findings.js";
import { Judge } from "./judge.js";

/** Calls an engine in one API version by the spec's operations, and judges everything that it answers. */
export class Round {
  readonly version: string;
  readonly #spec: Spec;
  readonly #judge: Judge;
  readonly #wire: EngineWire;
  readonly #findings: Findings;

  constructor(spec: Spec, wire: EngineWire, findings: Findings) {
    this.version = spec.info.version;
    this.#spec = spec;
    this.#judge = new Judge(spec);
    this.#wire = wire;
    this.#findings = findings;
  }

  since(version: string): boolean {
    return atLeast(this.version, version);
  }

  /** Asks for something that is meant to work, and gives the parsed answer; a refusal is noted, and gives undefined. */
  async ask(operationId: string, said: Said = {}): Promise<unknown> {
    const { status, value } = await this.#exchange(operationId, said);
    if (status < 400) return value;
    // The engine's sentences name things of this test and no secrets.
    const { message } = (value ?? {}) as { message?: string };
    this.#findings.refusal(operationId, this.version, status, message ?? "");
    return undefined;
  }

  /** Asks for something that may be refused, such as what is not there: the error is judged as well. */
  async probe(operationId: string, said: Said = {}): Promise<unknown> {
    const { status, value } = await this.#exchange(operationId, said);
    return status < 400 ? value : undefined;
  }

  /** Asks again until the answer is as wanted. Every answer on the way is judged. */
  async until<T>(operationId: string, said: Said, wanted: (value: unknown) => T | undefined): Promise<T> {
    const end = performance.now() + 30_000;
    while (performance.now() < end) {
      const found = wanted(await this.ask(operationId, said));
      if (found !== undefined) return found;
      await sleep(100);
    }
    throw new Error(`${operationId} in ${this.version} did not answer as the test needs it for 30 seconds`);
  }

  async #exchange(operationId: string, said: Said): Promise<{ status: number; value: unknown }> {
    const { operation, method, path } = operationOf(this.#spec, operationId);
    const answer = await this.#wire
      .ask({
        method: method.toUpperCase(),
        path: `/v${this.version}${fill(path, said.path)}${queryOf(said.query)}`,
        ...bodyOf(said),
        lines: said.lines,
      })
      .catch((cause: unknown) => {
        throw new Error(`${operationId} in ${this.version} got no answer: ${String(cause)}`, { cause });
      });
    this.#findings.calls++;
    if (answer.status < 400) this.#findings.answered(operationId, this.version);
    return { status: answer.status, value: this.#judgeAnswer(operationId, operation, method, answer) };
  }

  #judgeAnswer(operationId: string, operation: Operation, method: string, answer: WireAnswer): unknown {
    const { status, contentType, bytes } = answer;
    const report = (problem: string) =>
      this.#findings.mismatch(operationId, this.version, { path: "", problem });
    if (status >= 400) {
      if (!contentType.startsWith("application/json")) return undefined;
      return this.#judgeJson(`${operationId} ${status}`, { $ref: "#/definitions/ErrorResponse" }, bytes);
    }
    const response = operation.responses[status];
    if (response === undefined && !(status === 304 && operation.already))
      report(`comes with ${status}, which is not told`);
    const kind = kindOf(operation, method, response?.schema);
    if (kind === "json") return this.#judgeJson(operationId, response?.schema ?? {}, bytes);
    if (kind === "json-stream" || kind === "progress") {
      return messagesOf(bytes).map((message) =>
        this.#judgeJson(operationId, operation.answer?.item ?? {}, message),
      );
    }
    if (kind === "empty" && bytes.length > 0) report("is there where none is told");
    return kind === "empty" || kind === "headers" ? undefined : bytes;
  }

  #judgeJson(operationId: string, schema: Schema, bytes: Buffer): unknown {
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString("utf8"));
    } catch {
      this.#findings.mismatch(operationId, this.version, { path: "", problem: "is no JSON" });
      return undefined;
    }
    this.#findings.judged(operationId);
    for (const mismatch of this.#judge.mismatches(schema, value)) {
      this.#findings.mismatch(operationId, this.version, mismatch);
    }
    return value;
  }
}

export interface Said {
  readonly path?: Readonly<Record<string, string>>;
  /** Objects go as JSON text, arrays repeat the key. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** JSON, or the bytes of a tar archive. */
  readonly body?: object;
  /** How many lines of an endless answer to read. */
  readonly lines?: number;
}

/** What a success of an operation is. */
export function kindOf(operation: Operation, method: string, schema: Schema | undefined): AnswerKind {
  if (operation.answer !== undefined) return operation.answer.kind;
  if (method === "head") return "headers";
  return schema === undefined ? "empty" : "json";
}

function operationOf(
  { info, paths }: Spec,
  operationId: string,
): { operation: Operation; method: string; path: string } {
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations))
      if (operation.operationId === operationId) return { operation, method, path };
  }
  throw new Error(`v${info.version} has no operation ${operationId}`);
}

function fill(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs a value for {${name}}`);
    return encodeURIComponent(value);
  });
}

function queryOf(values: Readonly<Record<string, unknown>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const entry of Array.isArray(value) ? value : [value])
      query.append(name, typeof entry === "object" ? JSON.stringify(entry) : String(entry));
  }
  return query.size > 0 ? `?${query}` : "";
}

function bodyOf({ body }: Said): { body?: Uint8Array; contentType?: string } {
  if (body === undefined) return {};
  if (body instanceof Uint8Array) return { body, contentType: "application/x-tar" };
  return { body: Buffer.from(JSON.stringify(body)), contentType: "application/json" };
}

function messagesOf(bytes: Buffer): Buffer[] {
  return bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Buffer.from(line));
}
