import { InvalidArgumentError } from "../errors.js";
import { bracketed } from "./authority.js";
import { chooseHost } from "./choose-host.js";
import { chooseTls } from "./choose-tls.js";
import { readCliConfig } from "./cli-config.js";
import { conceal } from "./conceal.js";
import type { Endpoint, TlsOptions } from "./endpoint.js";
import { type Host, parseHost } from "./host.js";
import { type Machine, thisMachine } from "./machine.js";
import type { TcpHost } from "./tcp-host.js";

/**
 * Finds the engine as the docker CLI does: the options, `DOCKER_HOST`, `DOCKER_CONTEXT`, the CLI's current context, the
 * default socket; then, where the CLI would give up, the sockets of a rootless engine and of Docker Desktop. Nothing is
 * connected to. When nothing is found, the default socket comes back with all that was looked at.
 *
 * @throws InvalidArgumentError when an option, a variable, a settings file or a context is wrong
 */
export async function resolveEndpoint(
  options: EndpointOptions = {},
  environment: NodeJS.ProcessEnv = process.env,
  machine: Machine = thisMachine(),
): Promise<Endpoint> {
  checkOptions(options);
  const config = await readCliConfig(environment, machine);
  const choice = await chooseHost(options, environment, config, machine);
  const { source, looked } = choice;
  const host = parseHost(choice.address, source);
  const base = { source, looked, headers: conceal(config.headers) };
  if (host.kind === "tcp") {
    const tls = await chooseTls(host, choice, options.tls);
    const port = host.port ?? defaultPort(host, tls !== undefined);
    const address = `${host.scheme}://${bracketed(host.hostname)}:${port}${host.basePath}`;
    const { kind, hostname, basePath } = host;
    return { ...base, kind, address, hostname, port, basePath, tls: tls && conceal(tls) };
  }
  checkWithoutTls(host, source, options, machine);
  return { ...base, ...host };
}

/** Which engine to speak with. Without any of these, the one the docker CLI would speak with. */
export interface EndpointOptions {
  /**
   * The engine's address: `unix:///path/to.sock`, `npipe:////./pipe/name`, `tcp://host:port`, `https://host:port`,
   * `ssh://user@host`. Like `docker --host`: before `DOCKER_HOST` and every context. `tcp://` without a port means 2375, with
   * TLS 2376; the port never decides about TLS.
   */
  readonly host?: string | undefined;
  /** A context of the docker CLI by name. Like `docker --context`: before `DOCKER_HOST`. Not together with `host`. */
  readonly context?: string | undefined;
  /**
   * Speaks TLS, with exactly this: nothing is added from the environment or the context. An object without fields means
   * TLS with the public authorities. `false` means no TLS, whatever the environment asks for.
   * Left out: as `DOCKER_TLS_VERIFY`, `DOCKER_TLS` and `DOCKER_CERT_PATH` say, for a context as the context says.
   */
  readonly tls?: TlsOptions | false | undefined;
}

function defaultPort({ scheme }: TcpHost, tls: boolean): number {
  if (scheme === "http") return 80;
  if (scheme === "https") return 443;
  return tls ? 2376 : 2375;
}

function checkWithoutTls(host: Host, source: string, options: EndpointOptions, machine: Machine): void {
  if (options.tls) {
    throw new InvalidArgumentError(
      `Option "tls" does not go with the ${host.kind} address of ${source}: TLS is spoken with tcp:// and https:// only. Leave the option out or give another host.`,
    );
  }
  if (host.kind === "npipe" && machine.platform !== "win32") {
    throw new InvalidArgumentError(
      `${source} is an npipe:// address, and named pipes exist on Windows only.`,
    );
  }
}

function checkOptions({ host, context, tls }: EndpointOptions): void {
  if (host !== undefined && context !== undefined) {
    throw new InvalidArgumentError('Give either option "host" or option "context", not both.');
  }
  for (const [name, value] of Object.entries({ host, context })) {
    if (value !== undefined && (typeof value !== "string" || value.trim() === "")) {
      throw new InvalidArgumentError(
        `Option "${name}" must be a text that is not empty. Leave it out for the docker CLI's own choice.`,
      );
    }
  }
  if (tls !== undefined && tls !== false && (typeof tls !== "object" || tls === null)) {
    throw new InvalidArgumentError(
      'Option "tls" must be an object or false; {} means the public authorities.',
    );
  }
}
