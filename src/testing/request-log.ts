import type { OperationId } from "../../generated/operations.js";
import type { HostExchange } from "./host-exchange.js";
import { operationOf } from "./operation-of.js";
import { shownHeaders } from "./shown-headers.js";

/** What a test engine was asked, in order: to be read by a test as the array that it is. */
export class RequestLog extends Array<LoggedRequest> {
  // What `map` and `filter` make of it is no log.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** The requests for one operation, by the name that the API gives it: `of("ContainerCreate")`. */
  of(operation: OperationId): readonly LoggedRequest[] {
    return this.filter((request) => request.operation === operation);
  }

  /** Forgets all requests so far. */
  clear(): void {
    this.length = 0;
  }
}

export interface LoggedRequest {
  readonly method: string;
  /** Without the version and the query, as it came: `/containers/web/start`. */
  readonly path: string;
  /** The name that the API gives it; undefined where it has none for this. */
  readonly operation: OperationId | undefined;
  /** `1.43` where the URL named it. */
  readonly version: string | undefined;
  /** Of a key that was repeated, the last value. */
  readonly query: Readonly<Record<string, string>>;
  /** By their lower-case names. Values that hold credentials are `(hidden)`. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body: parsed where it is JSON; anything else, and JSON of more than 1 MiB, only as its size, `{ bytes }`. Undefined
   * where there is none, and as long as it has not arrived.
   */
  readonly body: unknown;
}

/** Writes a request down when it comes, and its body when that has come. */
export function log(requests: LoggedRequest[], exchange: HostExchange): void {
  const { method, path, version, query, headers } = exchange;
  const request = {
    method,
    path,
    operation: operationOf(method, path),
    version,
    query: Object.fromEntries(query),
    headers: shownHeaders(headers),
    body: undefined as unknown,
  };
  requests.push(request);
  const isJson = /^application\/json\b/i.test(headers["content-type"] ?? "");
  const pieces: Buffer[] = [];
  let size = 0;
  exchange.watchInput({
    piece(bytes) {
      size += bytes.length;
      if (isJson && size <= largest) pieces.push(bytes);
    },
    end() {
      if (size > 0)
        request.body = isJson && size <= largest ? parsed(Buffer.concat(pieces)) : { bytes: size };
    },
  });
}

const largest = 1024 * 1024;

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return body.toString();
  }
}
