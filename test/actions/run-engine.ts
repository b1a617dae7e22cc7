import type { Duplex } from "node:stream";
import { expect } from "vitest";
import { type FakeEngine, type FakeEngineOptions, fakeEngine, moment } from "../client/fake-engine.js";
import type { Routes } from "../helpers/fake-daemon.js";

export const type = { "Content-Type": "application/vnd.docker.multiplexed-stream" };

/** An engine that runs a container as a real one does: the wait's answer begins at once and ends with the container. */
export async function runner(
  routes: Routes = {},
  {
    output = [],
    exitCode = 0,
    ...options
  }: FakeEngineOptions & { output?: Buffer[]; exitCode?: number } = {},
): Promise<FakeEngine> {
  const ended = moment();
  let attached: Duplex | undefined;
  return fakeEngine(
    {
      "POST /containers/create": (call) => call.json(201, { Id: "abc", Warnings: [] }),
      "POST /containers/{id}/wait": async (call) => {
        call.start(200, { "Content-Type": "application/json" });
        await ended.came;
        await call.write(JSON.stringify({ StatusCode: exitCode }));
        call.end();
      },
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        for (const piece of output) attached?.write(piece);
        attached?.end();
        ended.now();
      },
      "POST /containers/{id}/attach": (call) => {
        attached = call.hijack(type);
      },
      "DELETE /containers/{id}": (call) => call.send(204),
      ...routes,
    },
    options,
  );
}

export function said({ calls }: FakeEngine): string[] {
  return calls.map(({ method, path }) => `${method} ${path}`);
}

export const removal = "DELETE /containers/abc";

/** A run's failure, after which the container must be gone, with its volumes and by force. */
export async function failureOf(engine: FakeEngine, run: Promise<unknown>): Promise<unknown> {
  const outcome = await run.then(
    () => "no failure",
    (error: unknown) => error,
  );
  const removals = engine.calls.filter(({ method }) => method === "DELETE");
  expect(removals.map(({ path }) => path)).toEqual(["/containers/abc"]);
  expect(Object.fromEntries(removals[0]?.query ?? [])).toEqual({ force: "true", v: "true" });
  return outcome;
}
