import type { DockerOptions } from "../../src/client/options.js";
import { type BareClient, bareClient, hijacked } from "../client/bare-client.js";
import type { Call, Handler, Routes } from "../helpers/fake-daemon.js";
import { type GrpcClient, grpcClient } from "./grpc-client.js";

/** An engine with BuildKit's sessions, and what it does on them. */
export async function sessionEngine(
  { build, routes }: { build?: (call: Call, session: GrpcClient) => Promise<void>; routes?: Routes } = {},
  options: DockerOptions & { api?: string } = {},
): Promise<SessionEngine> {
  const sessions = new Map<string, GrpcClient>();
  const engine = await bareClient(
    {
      "POST /session": (call) => {
        const socket = hijacked(call);
        socket.on("end", () => socket.end());
        sessions.set(String(call.headers["x-docker-expose-session-uuid"]), grpcClient(socket));
      },
      "POST /build": async (call) => {
        const session = sessions.get(call.query.get("session") ?? "");
        if (session === undefined) throw new Error("a build without a session");
        await build?.(call, session);
      },
      ...routes,
    },
    { registryAuth: {}, ...options },
  );
  return {
    ...engine,
    sessions,
    async [Symbol.asyncDispose]() {
      for (const session of sessions.values()) session.close();
      await engine[Symbol.asyncDispose]();
    },
  };
}

export interface SessionEngine extends BareClient {
  readonly sessions: ReadonlyMap<string, GrpcClient>;
}

/** What BuildKit answers to a build that has made an image. */
export const built: Handler = async (call) => {
  await call.body();
  await call.stream([
    `${JSON.stringify({ id: "moby.image.id", aux: { ID: `sha256:${"a".repeat(64)}` } })}\n`,
  ]);
};

export const getSecret = "/moby.buildkit.secrets.v1.Secrets/GetSecret";
export const getCredentials = "/moby.filesync.v1.Auth/Credentials";
export const checkHealth = "/grpc.health.v1.Health/Check";
