/** Docker Hub, as image names have it. */
export const hub = "docker.io";

/**
 * The registry that an address means, by the name it has in image names: a host as it stands, a URL as the docker CLI
 * and its credential helpers write them, or one of Docker Hub's own names. Undefined where it means none.
 */
export function registryOf(address: string): string | undefined {
  const [, host = "", path = "/"] = /^(?:https?:\/\/)?([^/]*)(\/.*)?$/is.exec(address) ?? [];
  if (!isRegistryHost(host)) return undefined;
  const registry = host.toLowerCase();
  if (!hubHosts.has(registry)) return registry;
  // `docker login` in the browser keeps further tokens beside the entry, at `…/v1/access-token` and the like.
  return /^\/(v[12]\/?)?$/.test(path) ? hub : undefined;
}

/** By what a registry is called in config.json, by credential helpers and in the engine's map for builds. */
export function serverAddressOf(registry: string): string {
  return registry === hub ? "https://index.docker.io/v1/" : registry;
}

/** True for a host with or without a port, as an image's name can begin with. */
export function isRegistryHost(text: string): boolean {
  return registryHost.test(text);
}

/** What tells a registry from the first folder of a path, which can have neither of these. */
export function looksLikeRegistry(host: string): boolean {
  return /[.:A-Z]/.test(host) || host === "localhost";
}

const hubHosts = new Set([hub, "index.docker.io", "registry-1.docker.io"]);

const label = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const registryHost = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-f:]+\\])(?::[0-9]+)?$`, "i");
