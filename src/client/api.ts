import { type OperationFacts, type OperationId, operations } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";
import type { AnyVersion } from "./api-version.js";
import type { CallOptions } from "./call-options.js";

/** Every path of a version, called by its method and typed as the spec has it, parameters by their names on the wire. */
export interface Api<V extends AnyVersion> {
  GET: ApiMethod<V["paths"], "get">;
  HEAD: ApiMethod<V["paths"], "head">;
  POST: ApiMethod<V["paths"], "post">;
  PUT: ApiMethod<V["paths"], "put">;
  DELETE: ApiMethod<V["paths"], "delete">;
}

type ApiMethod<Paths, Method extends string> = <Path extends PathsWith<Paths, Method>>(
  path: Path,
  ...init: ApiInit<OperationAt<Paths, Path, Method>>
) => Promise<ApiAnswer<OperationAt<Paths, Path, Method>>>;

/** Errors are thrown: an answer is always a success. */
export interface ApiAnswer<Operation> {
  readonly data: ApiData<Operation>;
  readonly status: number;
  /** By their lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, unknown> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends string> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

type ApiInit<Operation> =
  Partial<unknown> extends ApiInput<Operation>
    ? [init?: ApiInput<Operation> & CallOptions]
    : [init: ApiInput<Operation> & CallOptions];

type ApiInput<Operation> = ApiParameters<Operation> & ApiBody<Operation>;

type ApiParameters<Operation> = Operation extends { parameters: infer Parameters }
  ? Partial<unknown> extends Parameters
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: never };

type ApiBody<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: { content: infer Content } }
    ? { body?: Content[keyof Content] }
    : { body?: never };

type ApiData<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses] extends { content: infer Content }
    ? Content[keyof Content]
    : undefined
  : never;

/** How the client answers a call of the api. */
export type AnswerApiCall = (
  operation: OperationId,
  init: { params?: ApiCallParameters; body?: unknown } & CallOptions,
) => Promise<{ data: unknown; status: number; headers: ApiAnswer<unknown>["headers"] }>;

interface ApiCallParameters {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  header?: Record<string, string>;
}

export function createApi<V extends AnyVersion>(answer: AnswerApiCall): Api<V> {
  const method =
    (name: OperationFacts["method"]) =>
    async (path: string, init: Parameters<AnswerApiCall>[1] = {}): Promise<unknown> =>
      answer(operationAt(name, path), init);
  const api = {
    GET: method("GET"),
    HEAD: method("HEAD"),
    POST: method("POST"),
    PUT: method("PUT"),
    DELETE: method("DELETE"),
  };
  return api as unknown as Api<V>; // the types say per path what these five functions do for any path
}

function operationAt(method: string, path: string): OperationId {
  for (const [id, facts] of Object.entries(operations)) {
    if (facts.method === method && facts.path === path) return id as OperationId; // a key of the table
  }
  throw new InvalidArgumentError(
    `The API has no ${method} ${path}. Give a path as the API's reference has it, such as "/containers/{id}/json".`,
  );
}
