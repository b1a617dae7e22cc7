import type { Newest } from "../../src/client/api-version.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import type { DockerOptions } from "../../src/client/options.js";
import { type Call, type FakeDaemon, fakeDaemon, type Handler, type Routes } from "../helpers/fake-daemon.js";

/** A fake daemon and what the resources speak to it with. Both end with `await using`. */
export async function bareClient(
  routes: Routes,
  { api = "1.51", ...options }: { api?: string } & DockerOptions = {},
): Promise<BareClient> {
  const version: Handler = (call) => call.json(200, { ApiVersion: api, MinAPIVersion: "1.24" });
  const daemon = await fakeDaemon({ "GET /version": version, ...routes });
  const connection = new Connection({ host: daemon.host, retry: false, ...options });
  return {
    daemon,
    client: new EngineClient<Newest>(connection),
    paths: () => daemon.calls.map(({ method, path }) => `${method} ${path}`).slice(1),
    async [Symbol.asyncDispose]() {
      await connection.close();
      await daemon.close();
    },
  };
}

export interface BareClient extends AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly client: EngineClient<Newest>;
  /** All calls but the one for the version. */
  paths(): string[];
}

/** Hands the connection over with 101, or with 200 as engines without upgrades do, and says `output`. */
export function handsOver(output: Uint8Array | string, type: string, status: 101 | 200 = 101): Handler {
  return (call) => void hijacked(call, type, status).end(output);
}

/** Hands the connection over. */
export function hijacked(call: Call, type = multiplexed, status: 101 | 200 = 101) {
  if (status === 200) Object.defineProperty(call, "upgradable", { value: false });
  return call.hijack({ "Content-Type": type }).resume();
}

export const multiplexed = "application/vnd.docker.multiplexed-stream";
export const raw = "application/vnd.docker.raw-stream";
