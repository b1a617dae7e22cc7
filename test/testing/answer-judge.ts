import { loadSpecs } from "../../scripts/spec/load.js";
import type { Operation, Schema, Spec } from "../../scripts/spec/model.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { operationOf } from "../../src/testing/operation-of.js";
import { Judge } from "../engine/conformance/judge.js";

const specs = loadSpecs();

/** Holds every JSON answer that passes by against the patched spec of one version. */
export class AnswerJudge {
  readonly #judge: Judge;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #mismatches = new Set<string>();
  judged = 0;

  constructor(version: string) {
    const spec = specs.find(({ info }) => info.version === version);
    if (spec === undefined) throw new Error(`there is no spec of ${version}`);
    this.#judge = new Judge(spec);
    this.#operations = operationsOf(spec);
  }

  mismatches(): string[] {
    return [...this.#mismatches].sort();
  }

  /** The same exchange, listened to. */
  over(exchange: Exchange): Exchange {
    const id = operationOf(exchange.method, exchange.path) ?? "";
    const operation = this.#operations.get(id);
    const answer = (status: number, value?: unknown) => {
      if (operation !== undefined && value !== undefined) this.#look(id, operation, status, value);
    };
    return new Proxy(exchange, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...args: readonly unknown[]) => {
          if (name === "answer") answer(Number(args[0]), args[1]);
          const result: unknown = value.apply(target, args);
          // Streams are typed by the contract.
          return name === "stream"
            ? this.#listen(result as ReturnType<Exchange["stream"]>, id, args)
            : result;
        };
      },
    });
  }

  #listen(stream: ReturnType<Exchange["stream"]>, id: string, [status, headers]: readonly unknown[]) {
    const operation = this.#operations.get(id);
    const isJson = (headers as Record<string, unknown>)["Content-Type"] === "application/json";
    if (operation === undefined || !isJson) return stream;
    return {
      write: (bytes: Uint8Array | string) => {
        this.#look(id, operation, Number(status), JSON.parse(String(bytes)));
        return stream.write(bytes);
      },
      end: () => stream.end(),
    };
  }

  #look(id: string, { responses, answer }: Operation, status: number, value: unknown): void {
    this.judged++;
    const schema: Schema | undefined =
      status >= 400 ? { $ref: "#/definitions/ErrorResponse" } : (answer?.item ?? responses[status]?.schema);
    if (schema === undefined) {
      this.#mismatches.add(`${id}: ${status} with a body is not told`);
      return;
    }
    for (const { path, problem } of this.#judge.mismatches(schema, value))
      this.#mismatches.add(`${id} ${status}: ${path === "" ? "the body" : path} ${problem}`);
  }
}

function operationsOf({ paths }: Spec): Map<string, Operation> {
  const all = Object.values(paths).flatMap((operations) => Object.values(operations));
  return new Map(all.map((operation) => [operation.operationId, operation]));
}
