import type { RegistryCredentials } from "../../../client/registry-auth.js";
import { type AuthConfig, parseRegistryCredentials } from "../../../client/registry-auth.js";
import { registryOf, serverAddressOf } from "../../../client/registry-name.js";
import { InvalidArgumentError } from "../../../errors.js";

/**
 * Credentials by the addresses of registries, as a build takes them. The spelling of the API is taken too.
 * @throws InvalidArgumentError without any of the secrets
 */
export function readRegistryConfig(given: object): Record<string, AuthConfig> {
  const auths = Object.entries(given).map(([address, credentials]): [string, AuthConfig] => {
    const registry = registryOf(address);
    if (registry === undefined) {
      // The key is not shown: it may have a password in it.
      throw new InvalidArgumentError(
        "registry_config has a key that is no address of a registry. Give such as registry.example:5000.",
      );
    }
    const what = `registry_config of ${registry}`;
    return [serverAddressOf(registry), parseRegistryCredentials(inOurSpelling(credentials), registry, what)];
  });
  return Object.fromEntries(auths);
}

function inOurSpelling(credentials: unknown): RegistryCredentials {
  if (typeof credentials !== "object" || credentials === null) return credentials as RegistryCredentials; // is refused
  const entries = Object.entries(credentials)
    .filter(([name, value]) => value !== "" && value !== null && !["serveraddress", "email"].includes(name))
    .map(([name, value]) => [spellings[name] ?? name, value]);
  return Object.fromEntries(entries) as RegistryCredentials; // is judged by whom it is given to
}

const spellings: Readonly<Record<string, string>> = {
  identitytoken: "identityToken",
  registrytoken: "registryToken",
};
