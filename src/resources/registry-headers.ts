import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { parseImageReference } from "../client/image-reference.js";
import { encodeRegistryAuth, encodeRegistryConfig } from "../client/registry-auth.js";

/**
 * The header with the credentials for a registry: those the client was given, else the docker CLI's. Always there, since
 * older engines refuse a push without it; `{}` in it is nobody.
 */
export async function registryAuth<V extends AnyVersion>(
  client: EngineClient<V>,
  registry: string,
  { signal }: CallOptions = {},
): Promise<Record<string, string>> {
  return { "x-registry-auth": encodeRegistryAuth(await client.credentials.for(registry, { signal })) };
}

/** The same for the registry of an image. */
export function registryAuthOf<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  call?: CallOptions,
): Promise<Record<string, string>> {
  return registryAuth(client, parseImageReference(image).registry, call);
}

/** The header with every registry's credentials, for builds. */
export async function registryConfig<V extends AnyVersion>(
  client: EngineClient<V>,
  { signal }: CallOptions = {},
): Promise<Record<string, string>> {
  const { auths } = await client.credentials.all({ signal });
  return { "x-registry-config": encodeRegistryConfig(auths) };
}
