import { randomUUID } from "node:crypto";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { Session } from "../resources/session.js";
import { authService } from "./auth-service.js";
import { type GrpcMethods, serveGrpc } from "./grpc-server.js";
import { secretsService } from "./secrets-service.js";

/**
 * Opens a session that gives one build its secrets and the client's credentials for registries, and gives its id. It
 * lasts until the signal of the call aborts, which has to be at the end of the build.
 */
export async function openBuildSession<V extends AnyVersion>(
  client: EngineClient<V>,
  secrets: ReadonlyMap<string, Uint8Array>,
  call: CallOptions,
): Promise<string> {
  const id = randomUUID();
  const methods = {
    ...healthService,
    ...secretsService(secrets),
    ...authService(client.credentials, call.signal),
  };
  const options = { id, name: "docker-engine-sdk", methods: Object.keys(methods) };
  serveGrpc(await new Session(client).open(options, untilItIsOpen(call)), methods);
  return id;
}

/** The deadlines of the build count until the session is open; from then on the build keeps them itself. */
function untilItIsOpen({ timeout, ...call }: CallOptions): CallOptions {
  const limits = typeof timeout === "number" ? { total: timeout } : timeout;
  return { ...call, timeout: { headers: limits?.headers ?? limits?.total } };
}

/** BuildKit asks now and then, and gives up a session that does not answer. */
const healthService: GrpcMethods = {
  // Field 1, the number 1: serving.
  "/grpc.health.v1.Health/Check": () => Buffer.from([0x08, 0x01]),
};
