import type { CliConfig } from "./cli-config.js";
import { readContext, readContextTls } from "./context.js";
import { defaultAddress, findDefaultSocket } from "./default-socket.js";
import type { TlsOptions } from "./endpoint.js";
import { readEnvironmentTls, tlsVariable } from "./environment-tls.js";
import type { Machine } from "./machine.js";
import type { EndpointOptions } from "./resolve-endpoint.js";

/** Walks the places that may name an engine, in the docker CLI's order, up to the first that does. */
export async function chooseHost(
  options: EndpointOptions,
  environment: NodeJS.ProcessEnv,
  config: CliConfig,
  machine: Machine,
): Promise<HostChoice> {
  const looked: string[] = [];
  const fromEnvironment = {
    readTls: () => readEnvironmentTls(environment, config.directory),
    tlsSource: tlsVariable(environment) ?? "the environment",
    looked,
  };

  if (options.host !== undefined) {
    return { address: options.host, source: 'option "host"', ...fromEnvironment };
  }
  if (options.context === undefined || options.context === noContext) {
    if (options.context) looked.push(`option "context" is "${noContext}", which means no context`);
    if (environment.DOCKER_HOST) {
      return { address: environment.DOCKER_HOST, source: "DOCKER_HOST", ...fromEnvironment };
    }
    looked.push("DOCKER_HOST is not set");
  }

  const named = nameContext(options, environment, config, looked);
  if (named !== undefined) {
    const context = await readContext(named.name, named.by, config.directory);
    return {
      address: context.host ?? defaultAddress(machine),
      source: context.source,
      looked,
      readTls: () => readContextTls(context),
      tlsSource: `the ${context.source}`,
    };
  }

  // Asking for TLS and naming no host means this port for the CLI, not the socket.
  const tlsAskedBy = options.tls ? 'option "tls"' : options.tls === undefined && tlsVariable(environment);
  if (tlsAskedBy) {
    const source = `default address with TLS (${tlsAskedBy})`;
    return { address: "tcp://localhost:2376", source, ...fromEnvironment };
  }
  const socket = await findDefaultSocket(environment, machine);
  return { ...fromEnvironment, ...socket, looked: [...looked, ...socket.looked] };
}

export interface HostChoice {
  readonly address: string;
  readonly source: string;
  readonly looked: readonly string[];
  /** The TLS that goes with this choice. Asked only where TLS can be spoken: its files may be missing otherwise. */
  readonly readTls: () => Promise<TlsOptions | undefined>;
  /** For messages: what asks for that TLS. */
  readonly tlsSource: string;
}

/** The CLI's name for "as without contexts". It also ends the search: a context named later is not used. */
const noContext = "default";

function nameContext(
  options: EndpointOptions,
  environment: NodeJS.ProcessEnv,
  config: CliConfig,
  looked: string[],
): { name: string; by: string } | undefined {
  if (options.context === noContext) return undefined;
  if (options.context !== undefined) return { name: options.context, by: 'option "context"' };
  const { DOCKER_CONTEXT } = environment;
  if (DOCKER_CONTEXT === noContext) {
    looked.push(`DOCKER_CONTEXT is "${noContext}", which means no context`);
    return undefined;
  }
  if (DOCKER_CONTEXT) return { name: DOCKER_CONTEXT, by: "DOCKER_CONTEXT" };
  looked.push("DOCKER_CONTEXT is not set");
  const { currentContext, file, absent } = config;
  if (currentContext !== undefined && currentContext !== noContext) return { name: currentContext, by: file };
  looked.push(
    `${file} ${absent ?? (currentContext ? `has the current context "${noContext}", which means no context` : "has no current context")}`,
  );
  return undefined;
}
