import { newestVersion } from "../../generated/operations.js";
import { minorOf } from "../client/api-version.js";
import type { Auth } from "../client/headers.js";
import type { DockerOptions } from "../client/options.js";
import type { RegistryAuth, RegistryCredentials } from "../client/registry-auth.js";
import { InvalidArgumentError } from "../errors.js";
import type { TlsOptions } from "../transport/endpoint.js";
import type { RateLimitOptions } from "../transport/rate-limit.js";
import { unfoldPem } from "./pem-text.js";
import { retryOf } from "./retry-options.js";
import type { Settings } from "./settings.js";

/** What a client is made with, and what the user should know of it. */
export interface ClientOptions {
  readonly options: DockerOptions;
  readonly warnings: readonly string[];
}

/**
 * Makes a client's options of a form's settings. Nothing is taken from this machine's docker CLI: what a playbook does
 * must not depend on where it runs.
 * @throws InvalidArgumentError with all faults at once
 */
export function clientOptions(settings: Settings): ClientOptions {
  const faults: string[] = [];
  const address = addressOf(settings, faults);
  const secure = address.startsWith("https:");
  const tls = tlsOf(settings, secure, faults);
  // Forms come with versions that are newer than this package: what it has in common with the engine serves as well.
  const tooNew = (minorOf(settings.apiVersion) ?? 0) > newestVersion;
  const options: DockerOptions = {
    host: address,
    tls,
    apiVersion: tooNew ? "auto" : settings.apiVersion,
    proxy: proxyOf(settings.proxy),
    auth: authOf(settings, faults),
    registryAuth: registriesOf(settings, faults),
    cliCredentials: false,
    timeout: (settings.timeout ?? 60) * 1000,
    retry: retryOf(settings, faults),
    keepAlive: settings.keepAlive,
    rateLimit: rateOf(settings),
    maxConnections: settings.maxSockets,
  };
  if (faults.length > 0) throw new InvalidArgumentError(faults.join(" "));
  const warnings = warningsOf(address, tls);
  if (tooNew)
    warnings.push(
      `apiVersion ${settings.apiVersion} is not known yet: the newest that the engine shares is spoken.`,
    );
  return { options, warnings };
}

function addressOf({ url, host, port, protocol = "https", socketPath }: Settings, faults: string[]): string {
  const given = Object.entries({ url, host, socketPath }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    const names = given.map(([name]) => name).join(" and ");
    faults.push(`Give one of url, host and socketPath${names && `, and not ${names}`}.`);
    return "https://unknown";
  }
  if (socketPath !== undefined)
    return socketPath.startsWith("\\\\.\\pipe\\") || socketPath.startsWith("//./pipe/")
      ? `npipe://${socketPath.replaceAll("\\", "/")}`
      : socketPath.includes("://")
        ? socketPath
        : `unix://${socketPath}`;
  // Older connectors ask for a host and take a URL, or the other way round.
  const text = (url ?? host ?? "").trim().replace(/\/+(v\d+\.\d+\/*)?$/, "");
  if (/^(unix|npipe|ssh):\/\//.test(text)) return text;
  const [, scheme, rest = ""] = /^(?:(https?|tcp):\/\/)?(.*)$/i.exec(text) ?? [];
  const secure =
    scheme === undefined || scheme.toLowerCase() === "tcp"
      ? protocol === "https"
      : scheme.toLowerCase() === "https";
  const authority = rest.replace(/^([^:/[\]]*:[^/[\]]*:[^/[\]]*)$/, "[$1]"); // an IPv6 address without its brackets
  const hasPort = /^(\[[^\]]*\]|[^:/]*):\d+/.test(authority);
  const [, name = "", path = ""] = /^([^/]*)(.*)$/.exec(authority) ?? [];
  return `${secure ? "https" : "http"}://${hasPort ? name : `${name}:${port ?? (secure ? 2376 : 2375)}`}${path}`;
}

function tlsOf(settings: Settings, secure: boolean, faults: string[]): TlsOptions | false {
  const {
    clientCert,
    clientKey,
    clientKeyPassphrase,
    caCert,
    verifyTls,
    insecure,
    serverName,
    pinnedCertificates,
  } = settings;
  if (!secure) return false;
  if ((clientCert === undefined) !== (clientKey === undefined)) {
    faults.push(
      `${clientCert === undefined ? "clientCert" : "clientKey"} is missing: certificate and key count only together.`,
    );
  }
  return {
    ...(caCert !== undefined && { ca: unfoldPem(caCert) }),
    ...(clientCert !== undefined && { cert: unfoldPem(clientCert) }),
    ...(clientKey !== undefined && { key: unfoldPem(clientKey) }),
    ...(clientKeyPassphrase !== undefined && { passphrase: clientKeyPassphrase }),
    ...(serverName !== undefined && { servername: serverName }),
    ...(pinnedCertificates && pinnedCertificates.length > 0 && { pin: pinnedCertificates }),
    rejectUnauthorized: insecure !== true && verifyTls !== false,
  };
}

/** A switch of forms, or a URL. Left out means that the environment's proxy counts. */
function proxyOf(proxy: string | undefined): string | false | undefined {
  const word = (proxy ?? "false").toLowerCase();
  if (["true", "yes", "1", "on"].includes(word)) return undefined;
  return ["false", "no", "0", "off"].includes(word) ? false : proxy;
}

function authOf(settings: Settings, faults: string[]): Auth | undefined {
  const { authenticationType: type, username, password, accessToken } = settings;
  if (type === "none" || type === "certificate") return undefined;
  if (type === "bearer" || (type === undefined && accessToken !== undefined)) {
    if (accessToken === undefined) faults.push("accessToken is missing: authenticationType asks for one.");
    return { bearer: accessToken ?? "" };
  }
  if (type === undefined && username === undefined && password === undefined) return undefined;
  if (username === undefined || password === undefined) {
    faults.push(`${username === undefined ? "username" : "password"} is missing: both are needed.`);
    return undefined;
  }
  return { username, password };
}

function registriesOf(settings: Settings, faults: string[]): RegistryAuth {
  const registries: Record<string, RegistryCredentials> = Object.create(null) as Record<
    string,
    RegistryCredentials
  >; // an address is any text
  for (const [address, credentials] of Object.entries(settings.registryConfig ?? {})) {
    registries[address] = credentials as RegistryCredentials; // the client checks it
  }
  const { registryIdentityToken, registryUsername, registryPassword, registryServerAddress } = settings;
  const parts = { registryUsername, registryPassword, registryServerAddress };
  const missing = Object.entries(parts)
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
  const address = registryServerAddress ?? "docker.io";
  if (registryIdentityToken !== undefined) {
    if (registryUsername !== undefined || registryPassword !== undefined) {
      faults.push(
        "Give either registryIdentityToken, or registryUsername and registryPassword, and not both.",
      );
    }
    registries[address] = { identityToken: registryIdentityToken };
  } else if (registryUsername !== undefined && registryPassword !== undefined) {
    registries[address] = { username: registryUsername, password: registryPassword };
  } else if (registryUsername !== undefined || registryPassword !== undefined) {
    faults.push(
      `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing: credentials of a registry are whole or left out.`,
    );
  }
  return { ...registries };
}

function rateOf({ rateLimit = 60, rateLimitWait }: Settings): RateLimitOptions | undefined {
  if (rateLimit <= 0) return undefined;
  return { perMinute: rateLimit, ...(rateLimitWait !== undefined && { maxWait: rateLimitWait * 1000 }) };
}

function warningsOf(address: string, tls: TlsOptions | false): string[] {
  const warnings: string[] = [];
  if (address.startsWith("http:")) {
    warnings.push(
      "The engine is spoken with over plain HTTP: whoever is between can read and change everything.",
    );
  }
  if (tls !== false && tls.rejectUnauthorized === false && tls.pin === undefined) {
    warnings.push(
      "The engine's certificate is not checked: whoever is between can read and change everything.",
    );
  }
  return warnings;
}
