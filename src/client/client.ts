import { setMaxListeners } from "node:events";
import { type OperationFacts, type OperationId, operations } from "../../generated/operations.js";
import { ApiError, type DockerError, ProtocolError } from "../errors.js";
import type { ByteSource } from "../streams/byte-source.js";
import { placeOf } from "../transport/connection-error.js";
import { DeadlineClocks } from "../transport/deadline.js";
import {
  type HijackedConnection,
  type HttpAnswer,
  type HttpRequest,
  isSuccess,
  type Upgrade,
} from "../transport/http.js";
import { orAborted } from "../transport/or-aborted.js";
import type { RetryOptions } from "../transport/retry.js";
import { answerData, answerJson } from "./answer-data.js";
import { type Api, createApi } from "./api.js";
import { toApiError } from "./api-error.js";
import type { AnyVersion, Body, Options, Result } from "./api-version.js";
import { checkBody, checkSpan } from "./availability.js";
import { type CallOptions, deadlinesOf } from "./call-options.js";
import type { Connection } from "./connection.js";
import type { Credentials } from "./credentials.js";
import { engineRange } from "./engine-range.js";
import { mergeHeaders } from "./headers.js";
import { Negotiation, wantedVersion } from "./negotiation.js";
import { fillPath } from "./path.js";
import { encodeQuery } from "./query.js";
import { encodeBody } from "./request-body.js";
import { type Answered, asOptions, contentType, isStream, type Said } from "./said.js";
import { webStream } from "./web-stream.js";

/** What a call says. */
export interface CallInput<V extends AnyVersion, Operation extends OperationId> {
  /** The values of the path's `{…}`. */
  readonly path?: Readonly<Record<string, string>>;
  /** By their public names. */
  readonly options?: Options<V, Operation> | undefined;
  readonly body?: Body<V, Operation> | undefined;
  /** Headers that belong to the operation. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** `open-ended`: the answer comes when something happens, so that no deadline of the client counts. */
  readonly kind?: "unary" | "open-ended";
  /** What a connection that is handed over must become. */
  readonly upgrade?: Upgrade;
}

/** An answer that goes on. */
export interface OpenAnswer {
  readonly source: ByteSource;
  readonly headers: HttpAnswer["headers"];
}

/** An answer that is the connection itself. */
export interface HijackedAnswer {
  /** 101, or 200 from an engine, or through a proxy, that knows no upgrades. */
  readonly status: number;
  readonly headers: HttpAnswer["headers"];
  readonly hijacked: HijackedConnection;
}

/** Says the API's operations to one engine in one version. Everything the SDK sends passes here. */
export class EngineClient<V extends AnyVersion> {
  readonly #connection: Connection;
  readonly #negotiation: Negotiation;
  readonly api: Api<V>;

  constructor(connection: Connection) {
    const wanted = wantedVersion(connection.settings.apiVersion, process.env);
    this.#connection = connection;
    this.#negotiation = new Negotiation(wanted, () => this.#askRange());
    this.api = createApi<V>(async (operation, { params = {}, body, ...call }) => {
      const { path, query, header } = params;
      const streams = isStream(operations[operation]);
      const kind = streams || operation === "ContainerWait" ? "open-ended" : "unary";
      const said: Said = { path, options: query, headers: header, body, naming: "wire", kind };
      const { data, answer } = await this.#answer(operation, streams, said, call);
      const stream = answer.source && webStream(answer.source);
      return { data: stream ?? data, status: answer.status, headers: answer.headers };
    });
  }

  /** The credentials for registries. */
  get credentials(): Credentials {
    return this.#connection.credentials;
  }

  /** The API version in use, such as `1.43`, where it is known without asking. */
  get agreedVersion(): string | undefined {
    const { known } = this.#negotiation;
    return known === undefined ? undefined : `1.${known}`;
  }

  /** Whether an engine can hand over connections: not through a `fetch`. */
  get canHijack(): boolean {
    return this.#connection.settings.fetch === undefined;
  }

  /** The minor number of the API version in use; asks the engine where that is not known yet. */
  async minorVersion({ signal, timeout }: Pick<CallOptions, "signal" | "timeout"> = {}): Promise<number> {
    const { known } = this.#negotiation;
    if (known !== undefined) return known;
    // The question is shared by all who wait for it, and so its deadlines are the client's; each waits within its own.
    const late = new AbortController();
    const { total } = deadlinesOf("open-ended", undefined, timeout);
    const place = placeOf(await this.#connection.endpoint());
    const clocks = new DeadlineClocks({ total }, place, (error) => late.abort(error));
    try {
      return await orAborted(orAborted(this.#negotiation.minor(), signal), late.signal);
    } finally {
      clocks.stop();
    }
  }

  /** Makes a call and gives its answer: parsed JSON, text, or undefined where there is none. */
  async call<Operation extends OperationId>(
    operation: Operation,
    input: CallInput<V, Operation> = {},
    call?: CallOptions,
  ): Promise<Result<V, Operation>> {
    const { data } = await this.#answer(operation, false, input, call);
    return data as Result<V, Operation>; // the patched spec says so, and tests hold it against real engines
  }

  /** Makes a call and gives its answer with the status: 304 where it was so already. */
  async answer<Operation extends OperationId>(
    operation: Operation,
    input: CallInput<V, Operation> = {},
    call?: CallOptions,
  ): Promise<{ data: Result<V, Operation> | undefined; status: number }> {
    const { data, answer } = await this.#answer(operation, false, input, call);
    return { data: data as Result<V, Operation>, status: answer.status }; // as in call
  }

  /** Makes a call and gives the headers of its answer, by their lower-case names. */
  async head<Operation extends OperationId>(
    operation: Operation,
    input: CallInput<V, Operation> = {},
    call?: CallOptions,
  ): Promise<HttpAnswer["headers"]> {
    return (await this.#answer(operation, false, input, call)).answer.headers;
  }

  /** Makes a call and gives its answer as it arrives. It has no deadlines but the call's own. */
  async open<Operation extends OperationId>(
    operation: Operation,
    input: CallInput<V, Operation> = {},
    call?: CallOptions,
  ): Promise<OpenAnswer> {
    const { answer } = await this.#answer(operation, true, { ...input, kind: "open-ended" }, call);
    if (answer.source === undefined) throw new Error(`${operation} was asked for as a stream and came whole`);
    return { source: answer.source, headers: answer.headers };
  }

  /** Makes a call and gives the connection that the engine hands over. */
  async hijack<Operation extends OperationId>(
    operation: Operation,
    input: CallInput<V, Operation> = {},
    call?: CallOptions,
  ): Promise<HijackedAnswer> {
    const { answer } = await this.#answer(operation, false, { ...input, kind: "hijack" }, call);
    const { status, headers, hijacked } = answer;
    if (hijacked === undefined) throw new Error(`${operation} was answered without its connection`);
    if (input.upgrade && status !== 101) {
      hijacked.source.cancel();
      throw new ProtocolError(
        `The connection that ${operation} asked for did not become one of the protocol ${input.upgrade.protocol}: the answer was ${status} and not 101. Does a proxy before the engine keep upgrades from it?`,
      );
    }
    return { status, headers, hijacked };
  }

  async #answer(
    operation: OperationId,
    stream: boolean,
    said: Said,
    call: CallOptions = {},
  ): Promise<Answered> {
    const facts: OperationFacts = operations[operation];
    // Many calls may share a signal: from eleven on Node 20 would warn of a leak, as newer versions no longer do.
    if (call.signal) setMaxListeners(0, call.signal);
    call.signal?.throwIfAborted();
    // Judged before anything goes out, the question for the version included.
    const path = fillPath(facts.path, said.path);
    const minor = this.#negotiation.known ?? (await this.minorVersion(call));
    checkSpan(facts, minor, operation);
    checkBody(operation, facts, said.body, minor);
    const options = asOptions(said.options, operation);
    const query = encodeQuery(operation, facts, options, said.naming ?? "public", minor);
    const headers = mergeHeaders(contentType(facts, said.body), said.headers, call.headers);
    const { kind = "unary", upgrade } = said;
    const { timeout, retry = retryDefaults } = this.#connection.settings;
    const request: HttpRequest = {
      method: facts.method,
      path: `/v1.${minor}${path}${query && `?${query}`}`,
      headers,
      body: encodeBody(facts, said.body),
      answer: kind === "hijack" ? kind : stream ? "stream" : "bytes",
      upgrade,
      signal: call.signal,
      deadlines: deadlinesOf(kind, timeout, call.timeout),
    };
    const answer = await this.#connection.send(request, call.retry ?? retry, operation);
    const isAlreadySo = answer.status === 304 && facts.already === true;
    const isRefused = !isSuccess(answer.status) && !isAlreadySo && answer.hijacked === undefined;
    if (isRefused) throw await this.#toError(answer, request);
    return { data: answerData(facts, answer), answer };
  }

  async #toError(answer: HttpAnswer, { method, path, signal }: HttpRequest): Promise<DockerError> {
    const error = toApiError(answer, method, path, await this.#connection.endpoint());
    const isRefusal = error instanceof ApiError && /client version \S+ is too (old|new)/.test(error.message);
    return isRefusal ? orAborted(this.#negotiation.refused(error), signal) : error;
  }

  async #askRange() {
    const { timeout, retry = retryDefaults } = this.#connection.settings;
    const deadlines = deadlinesOf("unary", timeout, undefined);
    const answer = await this.#connection.send(
      { method: "GET", path: "/version", headers: {}, answer: "bytes", deadlines },
      retry,
    );
    if (!isSuccess(answer.status))
      throw toApiError(answer, "GET", "/version", await this.#connection.endpoint());
    return engineRange(answerJson(answer));
  }
}

const retryDefaults: RetryOptions = {};
