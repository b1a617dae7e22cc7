import type { ContainerInspectResponse } from "../../generated/schema.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { DockerError, InvalidArgumentError } from "../errors.js";
import { EitherSignal } from "../transport/either-signal.js";
import { orAborted } from "../transport/or-aborted.js";
import { type Look, watchContainer } from "./container-watch.js";
import { isRunning, stateInWords, stillComing } from "./container-watch-end.js";
import { withinDeadline } from "./wait-for-deadline.js";
import { answersAt } from "./wait-for-port-connection.js";
import { listensInside } from "./wait-for-port-inside.js";

export interface PortCondition {
  /** A TCP port in the container. */
  readonly port: number;
  /**
   * Where ports that the engine publishes are reached from here, such as `127.0.0.1`. Needed only for a container without a
   * shell: there is no looking into it, and so its published port is tried.
   */
  readonly host?: string;
}

export interface OpenPort {
  readonly port: number;
  /** Where the engine publishes it, as the engine says it: `0.0.0.0` and `::` are all of its addresses. */
  readonly published: readonly { readonly host: string; readonly port: number }[];
}

/**
 * Waits until a program in the container listens on a port. A connection from outside would not tell: engines accept those
 * to published ports whether or not anybody listens. So a shell in the container reads the kernel's table of sockets until
 * the port is in it; a port that listens on loopback alone does not count. With the network of the host or of another
 * container, that is whose ports these are.
 */
export async function waitForPort<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  condition: PortCondition,
  call: CallOptions,
): Promise<OpenPort> {
  const { port, host } = condition;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError(`The port to wait for is ${String(port)}; give one from 1 to 65535.`);
  }
  let last: Look | undefined;
  const late = (milliseconds: number) =>
    `Port ${port} of container ${container} was not open within ${milliseconds} ms; last seen: ${last ? stateInWords(last) : "nothing"}.`;
  return withinDeadline(call, late, (during) =>
    whileItRuns(client, container, `port ${port} was open`, during, {
      see: (look) => {
        last = look;
      },
      async work(now, working) {
        const { Id: id } = now();
        if (!(await listensInside(client, id, port, working))) {
          if (host === undefined) throw noShell(container);
          await answersAt(() => publishedAt(now(), port, host), working);
        }
        return { port, published: publishedPorts(now(), port) };
      },
    }),
  );
}

/** Works from the moment the container runs; its end, for good, is the end of the work. */
async function whileItRuns<V extends AnyVersion, T>(
  client: EngineClient<V>,
  container: string,
  awaited: string,
  { signal, ...call }: CallOptions,
  { see, work }: Work<T>,
): Promise<T> {
  const stop = new AbortController();
  const either = new EitherSignal(signal, stop.signal);
  const during = { ...call, signal: either.signal };
  let now: ContainerInspectResponse | undefined;
  let itRuns: (current: () => ContainerInspectResponse) => void = () => undefined;
  const running = new Promise<() => ContainerInspectResponse>((resolve) => {
    itRuns = resolve;
  });
  const watching = (async (): Promise<never> => {
    for await (const look of watchContainer(client, container, during)) {
      see(look);
      const current = stillComing(look, container, awaited);
      now = current;
      if (isRunning(current.State)) itRuns(() => now ?? current);
    }
    throw new Error("a watch ended and its last look was no end");
  })();
  const working = orAborted(running, during.signal).then((current) => work(current, during));
  try {
    return await Promise.race([watching, working]);
  } finally {
    stop.abort();
    await Promise.allSettled([watching, working]);
    either.leave();
  }
}

interface Work<T> {
  see(look: Look): void;
  /** `now` gives the container as it was last seen. */
  work(now: () => ContainerInspectResponse, call: CallOptions): Promise<T>;
}

function publishedPorts({ NetworkSettings }: ContainerInspectResponse, port: number): OpenPort["published"] {
  const bindings = NetworkSettings.Ports?.[`${port}/tcp`] ?? [];
  return bindings.map(({ HostIp, HostPort }) => ({ host: HostIp, port: Number(HostPort) }));
}

function publishedAt(
  container: ContainerInspectResponse,
  port: number,
  host: string,
): { host: string; port: number } {
  const [first] = publishedPorts(container, port);
  if (first !== undefined) return { host, port: first.port };
  throw new DockerError(
    `Container ${container.Name.slice(1)} has no shell to look for port ${port} with, and does not publish it. Publish it, or wait for a line of the log.`,
    { code: "PORT_NOT_VISIBLE" },
  );
}

function noShell(container: string): DockerError {
  return new DockerError(
    `Container ${container} has no shell to look for the port with. Give the host at which published ports are reached from here, or wait for a line of the log.`,
    { code: "PORT_NOT_VISIBLE" },
  );
}
