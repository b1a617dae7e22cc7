import { Docker } from "../../src/docker.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { Faults } from "../../src/testing/faults.js";
import { startHost } from "../../src/testing/http-host.js";
import { log, RequestLog } from "../../src/testing/request-log.js";

/** A host with log and faults before a handler of the test's own, and a client of it. */
export async function ownEngine(
  answer: (exchange: Exchange) => void | Promise<void>,
  options: OwnOptions = {},
) {
  const faults = new Faults();
  const requests = new RequestLog();
  const { host, stop } = await startHost({
    listen: options.listen,
    handle(exchange) {
      log(requests, exchange);
      return faults.handle(exchange, async (sent) => answer(sent));
    },
  });
  const docker = new Docker({ host, apiVersion: "1.51", retry: false, cliCredentials: false });
  return {
    host,
    docker,
    faults,
    requests,
    async [Symbol.asyncDispose]() {
      await docker.close();
      await stop();
    },
  };
}

interface OwnOptions {
  readonly listen?: "unix" | "tcp";
}
