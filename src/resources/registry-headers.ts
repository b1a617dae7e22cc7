import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { parseImageReference } from "../client/image-reference.js";
import { encodeRegistryAuth, encodeRegistryConfig, isAnonymous } from "../client/registry-auth.js";
import { hub, isRegistryHost, looksLikeRegistry } from "../client/registry-name.js";

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

/** The same for the registry of an image or a plugin. `what` is the argument's name, for messages. */
export function registryAuthOf<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  call?: CallOptions,
  what?: string,
): Promise<Record<string, string>> {
  return registryAuth(client, parseImageReference(image, what).registry, call);
}

/**
 * The same for a service, where it is kept for the nodes that pull the image. There is none where there are no
 * credentials: nobody's would take the place of those that the service has. An image by its id is in no registry.
 */
export async function serviceAuth<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string | undefined,
  { signal }: CallOptions = {},
): Promise<Record<string, string> | undefined> {
  if (image === undefined || /^(sha256:)?[0-9a-f]{64}$/.test(image)) return undefined;
  const auth = await client.credentials.for(parseImageReference(image).registry, { signal });
  return isAnonymous(auth) ? undefined : { "x-registry-auth": encodeRegistryAuth(auth) };
}

/** The same for a search in the registry that the term begins with, else in Docker Hub. Without credentials there is none. */
export async function searchAuth<V extends AnyVersion>(
  client: EngineClient<V>,
  term: unknown,
  { signal }: CallOptions = {},
): Promise<Record<string, string> | undefined> {
  const [, host = ""] = /^([^/]*)\//.exec(String(term)) ?? [];
  const registry = looksLikeRegistry(host) && isRegistryHost(host) ? host : hub;
  const auth = await client.credentials.for(registry, { signal });
  return isAnonymous(auth) ? undefined : { "x-registry-auth": encodeRegistryAuth(auth) };
}

/** The header with every registry's credentials, for builds. */
export async function registryConfig<V extends AnyVersion>(
  client: EngineClient<V>,
  { signal }: CallOptions = {},
): Promise<Record<string, string>> {
  const { auths } = await client.credentials.all({ signal });
  return { "x-registry-config": encodeRegistryConfig(auths) };
}
