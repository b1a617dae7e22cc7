import { type Connector, createConnector } from "../../src/connector/connector.js";
import { type Call, type FakeDaemon, fakeDaemon, type Handler, type Routes } from "../helpers/fake-daemon.js";

/** A fake daemon that says its version, and a connector that speaks with it. Both end with `await using`. */
export async function fakeConnector(
  routes: Routes = {},
  { api = "1.51", config = {} }: { api?: string; config?: object } = {},
): Promise<FakeConnector> {
  const version: Handler = (call) =>
    call.json(200, { Version: "28.5.2", ApiVersion: api, MinAPIVersion: "1.24" });
  const daemon = await fakeDaemon({ "GET /version": version, ...routes });
  const connector = createConnector({
    socketPath: daemon.socketPath,
    retryAttempts: "0",
    rateLimit: "0",
    ...config,
  });
  return {
    daemon,
    connector,
    get calls() {
      return daemon.calls.filter(({ path }) => path !== "/version");
    },
    async [Symbol.asyncDispose]() {
      await connector.close();
      await daemon.close();
    },
  };
}

export interface FakeConnector extends AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly connector: Connector;
  /** All calls but those that ask for the version. */
  readonly calls: readonly Call[];
}
