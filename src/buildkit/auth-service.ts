import type { Credentials } from "../client/credentials.js";
import { InvalidArgumentError } from "../errors.js";
import type { GrpcMethods } from "./grpc-server.js";
import { messageOf, textIn } from "./message-fields.js";

/**
 * Tells BuildKit who it is to a registry, when it asks. Of the service's methods this is the first; where the others are
 * missing BuildKit fetches tokens by itself.
 */
export function authService(credentials: Credentials, signal: AbortSignal | undefined): GrpcMethods {
  return {
    "/moby.filesync.v1.Auth/Credentials": async (request) => {
      const registry = textIn(request, 1);
      const { username, password, identitytoken, registrytoken } = await credentials.for(registry, {
        signal,
      });
      if (registrytoken !== undefined) {
        throw new InvalidArgumentError(
          `The credentials for ${registry} are a registryToken, which BuildKit cannot use. Give a username and a password, or an identityToken.`,
        );
      }
      // A secret without a name is an identity token.
      if (identitytoken !== undefined) return messageOf({ 2: identitytoken });
      return messageOf({ 1: username ?? "", 2: password ?? "" });
    },
  };
}
