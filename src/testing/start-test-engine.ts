import { createEngine, type EngineOptions } from "./engine/engine.js";
import { Faults } from "./faults.js";
import { type ListenOptions, startHost } from "./http-host.js";
import { log, RequestLog } from "./request-log.js";

/**
 * Starts a Docker engine that lives in this process, for tests: images, containers, exec, logs, events, networks and volumes
 * without a single real container. It ends by `stop()`, or by itself with `await using`.
 * @throws InvalidArgumentError when an option is wrong
 * @example
 * await using engine = await startTestEngine({ apiVersion: "1.43", images: ["alpine:3"] });
 * const docker = new Docker({ host: engine.host });
 */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const engine = createEngine(options);
  const faults = new Faults();
  const requests = new RequestLog();
  const { host, stop } = await startHost({
    listen: options.listen,
    headers: engine.headers,
    handle(exchange) {
      log(requests, exchange);
      return faults.handle(exchange, engine.handler);
    },
  });
  const end = async () => {
    await stop();
    await engine.stop();
  };
  return { host, apiVersion: engine.apiVersion, faults, requests, stop: end, [Symbol.asyncDispose]: end };
}

export interface TestEngineOptions extends EngineOptions, ListenOptions {}

/** A running test engine. */
export interface TestEngine extends AsyncDisposable {
  /** As `new Docker({ host })` and `DOCKER_HOST` take it. */
  readonly host: string;
  /** The newest API version that it speaks. */
  readonly apiVersion: string;
  /** What is to go wrong. */
  readonly faults: Faults;
  /** What it has been asked. */
  readonly requests: RequestLog;
  /** Breaks every connection, ends every container, and leaves nothing behind. */
  stop(): Promise<void>;
}
