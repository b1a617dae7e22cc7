import { Pool } from "undici";
import { expect } from "vitest";
import { type ConnectorOptions, createConnector } from "../../src/transport/connect.js";
import { toConnectionError } from "../../src/transport/connection-error.js";
import type { Endpoint } from "../../src/transport/endpoint.js";

/** One request through a pool of its own, as the transport makes it; a failure comes as our error. */
export async function ask(endpoint: Endpoint, options: Partial<ConnectorOptions> = {}): Promise<string> {
  const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {}, ...options });
  const pool = new Pool(connector.origin, { connect: connector.connect });
  try {
    const { statusCode, body } = await pool.request({ path: "/_ping", method: "GET" });
    return `${statusCode} ${await body.text()}`;
  } catch (error) {
    throw toConnectionError(error, endpoint, { unsent: false });
  } finally {
    await pool.destroy();
    await connector.close();
  }
}

/** The failure of one request, after which neither side may have a socket left. */
export async function failureOf(endpoint: Endpoint, options: Partial<ConnectorOptions> = {}): Promise<Error> {
  const before = openSockets();
  const outcome = await ask(endpoint, options).then(
    (answer) => new Error(`no failure: ${answer}`),
    (error: Error) => error,
  );
  await expect.poll(openSockets, { timeout: 4_000 }).toBeLessThanOrEqual(before);
  return outcome;
}

/** How often a bare call of the connector answers, and with what. */
export async function callsBack(
  endpoint: Endpoint,
  options: Partial<ConnectorOptions> = {},
): Promise<unknown[]> {
  const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {}, ...options });
  const calls: unknown[] = [];
  await new Promise<void>((resolve) => {
    connector.connect({ hostname: "ignored", protocol: "http:", port: "1" }, (error, socket) => {
      calls.push(error ?? socket);
      resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await connector.close();
  return calls;
}

/** Sockets of this process that are open and in use, of clients and servers alike. */
export function openSockets(): number {
  return process
    .getActiveResourcesInfo()
    .filter((name) =>
      /^(TCPSocketWrap|PipeWrap|TCPConnectWrap|PipeConnectWrap|TLSWrap|ProcessWrap)$/.test(name),
    ).length;
}
