import type { Duplex } from "node:stream";
import type { AnyVersion, Newest } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError } from "../errors.js";
import { ConnectionDuplex } from "../streams/connection-duplex.js";

/** The connections over which BuildKit asks for what a build needs of this side. `docker.build()` makes its own. */
export class Session<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Opens a connection on which the engine is the client: it speaks HTTP/2 and calls gRPC methods that this side serves.
   * Builds find it by `id`, as their option `session`, until it is closed.
   * `POST /session`
   * @throws BadRequestError when the id is taken
   * @example const connection = await docker.session.open({ id, methods: ["/moby.filesync.v1.Auth/Credentials"] });
   */
  async open(
    { id, name = id, sharedKey = "", methods }: OpenSessionOptions,
    call?: CallOptions,
  ): Promise<Duplex> {
    const headers = {
      "x-docker-expose-session-uuid": id,
      "x-docker-expose-session-name": name,
      "x-docker-expose-session-sharedkey": sharedKey,
    };
    const exposed = { "x-docker-expose-session-grpc-method": methods.map(checkMethod) };
    const upgrade = { protocol: "h2c", headers: exposed } as const;
    return new ConnectionDuplex((await this.#client.hijack("Session", { headers, upgrade }, call)).hijacked);
  }
}

export interface OpenSessionOptions {
  /** One that no other session has, such as a UUID. */
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  /** Sessions that share it share what BuildKit keeps of the files they send. */
  readonly sharedKey?: string;
  /** What this side serves, as gRPC spells it: `/package.Service/Method`. */
  readonly methods: readonly string[];
}

function checkMethod(method: string): string {
  if (typeof method === "string" && /^\/[\w.]+\/\w+$/.test(method)) return method;
  throw new InvalidArgumentError(
    `The method ${JSON.stringify(method)} of a session is none; write it as "/package.Service/Method".`,
  );
}
