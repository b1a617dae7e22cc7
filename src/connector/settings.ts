import { boolean, choice, choices, integer, list, number, object, text, type ValuesOf } from "./field.js";

/** What a platform's form asks for to reach an engine. Groups are told apart by comments only: forms have one level. */
export const settingFields = {
  // Where the engine is: one of url, host and socketPath.
  url: text("Address of the engine, such as https://10.0.0.5:2376.", {
    names: { xsoar: "url", splunk: "host_ip" },
  }),
  host: text("Host name or IP address of the engine.", {
    names: { fortisoar: "server_address" },
    aliases: ["hostname", "server"],
  }),
  port: integer("TCP port. Default: 2376 with TLS, 2375 without.", { min: 1, max: 65_535 }),
  protocol: choice("How the engine is spoken with.", ["https", "http"], { default: "https" }),
  socketPath: text("Unix socket or named pipe of an engine on this machine.", { aliases: ["socket"] }),
  apiVersion: text("API version such as v1.43, or auto for the newest that both sides know.", {
    default: "auto",
    names: { fortisoar: "api_version" },
  }),
  proxy: text("true for the proxy of the environment, false for none, or a proxy's URL.", {
    default: "false",
  }),

  // Who the client is to a proxy before the engine.
  authenticationType: choice(
    "Which credentials count. Left out: a token before user and password, those before a certificate.",
    ["none", "certificate", "basic", "bearer"],
    { names: { fortisoar: "authentication_type" } },
  ),
  username: text("User name for the proxy before the engine."),
  password: text("Password for the proxy before the engine.", { secret: true }),
  accessToken: text("Bearer token for the proxy before the engine.", {
    secret: true,
    names: { fortisoar: "access_token" },
    aliases: ["token", "bearer_token"],
  }),

  // TLS.
  clientCert: text("Client certificate as PEM text.", {
    names: { xsoar: "client_certificate", fortisoar: "cert_path" },
  }),
  clientKey: text("Private key of the client certificate as PEM text.", {
    secret: true,
    names: { xsoar: "client_key", fortisoar: "key_path" },
  }),
  clientKeyPassphrase: text("Passphrase of the private key.", { secret: true }),
  caCert: text("Certificates of the authorities to trust as PEM text. Default: the public ones.", {
    names: { xsoar: "ca_certificate", fortisoar: "ca_cert_path" },
  }),
  verifyTls: boolean("Check the engine's certificate.", {
    default: true,
    names: { fortisoar: "verify_ssl", splunk: "verify_server_cert" },
  }),
  insecure: boolean("Trust any certificate: the opposite of verifyTls, and before it.", { default: false }),
  serverName: text("Name to find in the engine's certificate instead of the host."),
  pinnedCertificates: list("SHA-256 of public keys of which the engine's certificate must have one.", {
    aliases: ["pin"],
  }),

  // Registries.
  registryIdentityToken: text("Identity token for the registry.", {
    secret: true,
    names: { xsoar: "identitytoken" },
  }),
  registryUsername: text("User name for the registry.", { names: { fortisoar: "registry_username" } }),
  registryPassword: text("Password for the registry.", {
    secret: true,
    names: { fortisoar: "registry_password" },
  }),
  registryServerAddress: text("Address of the registry, such as registry.example:5000 or docker.io.", {
    names: { xsoar: "registry_serveraddress", fortisoar: "registry_server" },
  }),
  registryConfig: object(
    "Credentials of further registries by their addresses: { username, password } each.",
    {
      secret: true,
    },
  ),

  // Patience.
  timeout: number("Seconds for a request.", { default: 60, min: 0 }),
  healthTimeout: number("Seconds for the test of the connection.", { default: 10, min: 0 }),
  buildTimeout: number("Seconds for a build.", { default: 300, min: 0 }),
  retryAttempts: integer("How often a failed request is repeated. 0: never.", {
    default: 3,
    max: 20,
    names: { fortisoar: "retry_attempts" },
  }),
  retryDelay: number("Seconds before the first repetition; each further pause is twice as long.", {
    default: 1,
    names: { fortisoar: "retry_delay" },
  }),
  retryBackoff: object(
    "How pauses grow: factor (2), maxDelay in seconds (30), and jitter (true), which varies them at random.",
  ),
  retryOn: list(
    "Statuses and codes after which a request is repeated. Default: 429, 502, 503, 504, and connections refused or broken.",
  ),
  rateLimit: integer("Requests a minute; 0 or less for no limit.", {
    default: 60,
    min: Number.MIN_SAFE_INTEGER,
    names: { fortisoar: "rate_limit" },
  }),
  rateLimitWait: number(
    "The longest wait in seconds for a turn, after which an action fails. Default: as long as it takes.",
  ),
  keepAlive: boolean("Use connections again.", { default: true }),
  maxSockets: integer("The most connections at a time.", { default: 10, min: 1 }),

  // What may be done.
  readOnly: boolean("Refuse every action that changes something.", { default: false }),
  allowedActions: list("Names of the only actions that may be used. Default: all."),
  allowedCategories: choices("Categories of the only actions that may be used. Default: all.", [
    "system",
    "containers",
    "exec",
    "images",
    "networks",
    "volumes",
    "swarm",
    "execution",
  ]),
};

export type Settings = ValuesOf<typeof settingFields>;
