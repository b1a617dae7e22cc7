import { type GrpcMethods, grpcStatus } from "./grpc-server.js";
import { messageOf, textIn } from "./message-fields.js";

/** Gives BuildKit the secrets of a build, each when a step mounts it. BuildKit asks for others too, on its own account. */
export function secretsService(secrets: ReadonlyMap<string, Uint8Array>): GrpcMethods {
  return {
    "/moby.buildkit.secrets.v1.Secrets/GetSecret": (request) => {
      const id = textIn(request, 1);
      const value = secrets.get(id);
      return value === undefined
        ? { status: grpcStatus.notFound, message: `the build has no secret ${id}` }
        : messageOf({ 1: value });
    },
  };
}
