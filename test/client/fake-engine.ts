import { expect } from "vitest";
import type { DockerOptions } from "../../src/client/options.js";
import { Docker } from "../../src/docker.js";
import { type Call, type FakeDaemon, fakeDaemon, type Handler, type Routes } from "../helpers/fake-daemon.js";

/** A fake daemon that also says its version, and a client that speaks with it. Both end with `await using`. */
export async function fakeEngine(routes: Routes = {}, options: FakeEngineOptions = {}): Promise<FakeEngine> {
  const { api = "1.51", oldest = "1.24", client = {} } = options;
  const version: Handler = (call) =>
    call.json(200, { Version: "28.5.2", ApiVersion: api, MinAPIVersion: oldest });
  const daemon = await fakeDaemon({ "GET /version": version, ...routes });
  const docker = new Docker({ host: daemon.host, retry: false, ...client });
  return {
    daemon,
    docker,
    get calls() {
      return daemon.calls.filter(({ path }) => path !== "/version");
    },
    async [Symbol.asyncDispose]() {
      await docker.close();
      await daemon.close();
    },
  };
}

export interface FakeEngineOptions {
  readonly api?: string;
  readonly oldest?: string;
  readonly client?: DockerOptions;
}

export interface FakeEngine extends AsyncDisposable {
  readonly daemon: FakeDaemon;
  readonly docker: Docker;
  /** All calls but those that ask for the version. */
  readonly calls: readonly Call[];
}

/** A promise and the function that fulfils it, for a test that has to wait for a moment. */
export function moment(): { readonly came: Promise<void>; readonly now: () => void } {
  let now = () => {};
  const came = new Promise<void>((resolve) => {
    now = resolve;
  });
  return { came, now };
}

/** Resolves when the connection that a call came on is closed. */
export async function closed({ request: { socket } }: Call): Promise<void> {
  await expect.poll(() => socket.closed, { timeout: 3000 }).toBe(true);
}

/** The one call of this path that has come. */
export function callOf({ calls }: FakeEngine, path: string): Call {
  const found = calls.filter((call) => call.path === path);
  const [call] = found;
  if (call === undefined || found.length > 1) throw new Error(`${found.length} calls of ${path}`);
  return call;
}
