import { InvalidArgumentError } from "../errors.js";
import type { RateLimitOptions } from "../transport/rate-limit.js";
import type { RetryOptions } from "../transport/retry.js";
import type { ClientDeadlines, DockerOptions } from "./options.js";

/**
 * Refuses options that there are none of. Most of them say where the engine is or how it is spoken with: one that is passed over
 * would send the calls to another engine.
 * @throws InvalidArgumentError
 */
export function checkOptions(options: DockerOptions): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new InvalidArgumentError(
      'The options of a client must be an object, such as { host: "unix:///run/docker.sock" }.',
    );
  }
  checkNames("", options, known);
  checkNames("tls.", options.tls, knownOfTls);
  checkNames("retry.", options.retry, knownOfRetry);
  checkNames("rateLimit.", options.rateLimit, knownOfRateLimit);
  checkNames("timeout.", options.timeout, knownOfTimeout);
}

function checkNames(path: string, value: unknown, names: Readonly<Record<string, true>>): void {
  if (typeof value !== "object" || value === null) return;
  const wrong = Object.keys(value).find((name) => !Object.hasOwn(names, name));
  if (wrong === undefined) return;
  const meant = Object.hasOwn(elsewhere, wrong) ? `Say ${elsewhere[wrong]}.` : undefined;
  throw new InvalidArgumentError(
    `A client has no option ${path}${wrong}. ${(path === "" && meant) || `There are ${Object.keys(names).join(", ")}.`}`,
  );
}

type Names<Options> = Readonly<Record<keyof Options, true>>;

const known: Names<DockerOptions> = {
  host: true,
  context: true,
  tls: true,
  apiVersion: true,
  timeout: true,
  maxConnections: true,
  keepAlive: true,
  retry: true,
  rateLimit: true,
  auth: true,
  registryAuth: true,
  cliCredentials: true,
  headers: true,
  proxy: true,
  fetch: true,
};

const knownOfTls: Names<Exclude<NonNullable<DockerOptions["tls"]>, false>> = {
  ca: true,
  cert: true,
  key: true,
  passphrase: true,
  servername: true,
  pin: true,
  rejectUnauthorized: true,
};

const knownOfRetry: Names<RetryOptions> = {
  attempts: true,
  minDelay: true,
  maxDelay: true,
  factor: true,
  jitter: true,
  on: true,
  anyMethod: true,
};

const knownOfRateLimit: Names<RateLimitOptions> = { perMinute: true, maxWait: true };

const knownOfTimeout: Names<ClientDeadlines> = { connect: true, headers: true, idle: true, total: true };

/** Names that other clients have for them. */
const elsewhere: Readonly<Record<string, string>> = {
  socketPath: 'host: "unix:///path/to.sock"',
  port: "it in the host: tcp://host:port",
  protocol: "it in the host: https://host:port, ssh://user@host",
  ca: "tls: { ca }",
  cert: "tls: { cert }",
  key: "tls: { key }",
  version: 'apiVersion: "1.43"',
  username: "host: ssh://user@host, or auth: { username, password } for a proxy",
};
