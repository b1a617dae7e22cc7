import { expect } from "vitest";
import { type BareClient, bareClient } from "../client/bare-client.js";
import { moment } from "../client/fake-engine.js";
import type { Call, Routes } from "../helpers/fake-daemon.js";

export interface State {
  readonly Status: string;
  readonly ExitCode?: number;
  readonly Error?: string;
  readonly StartedAt?: string;
  readonly Health?: object;
}

/**
 * An engine with one container, `web`, that is in the next of `states` with each look, and in the last one from then on;
 * undefined is gone. The events come as the test says.
 */
export async function watched(
  states: readonly (State | undefined)[],
  {
    holdEvents = false,
    healthcheck,
    missing = false,
    routes = {},
    networkSettings = {},
    api = "1.51",
  }: WatchedOptions = {},
): Promise<WatchedEngine> {
  const id = "c".repeat(64);
  let looks = 0;
  let events: Call | undefined;
  const early: string[] = [];
  const released = moment();
  if (!holdEvents) released.now();
  const answer = (call: Call, state: State | undefined) => {
    if (state === undefined) return call.json(404, { message: "No such container: web" });
    call.json(200, {
      Id: id,
      Name: "/web",
      State: {
        ExitCode: 0,
        StartedAt: "2026-01-01T00:00:00.5Z",
        Running: state.Status === "running",
        ...state,
      },
      Config: { ...(healthcheck && { Healthcheck: { Test: healthcheck } }) },
      NetworkSettings: networkSettings,
    });
  };
  const engine = await bareClient(
    {
      "GET /containers/web/json": (call) => answer(call, missing ? undefined : { Status: "running" }),
      [`GET /containers/${id}/json`]: (call) => answer(call, states[Math.min(looks++, states.length - 1)]),
      "GET /events": async (call) => {
        await released.came;
        call.start(200, { "Content-Type": "application/json" });
        events = call;
        for (const line of early) call.writeNow(line);
      },
      ...routes,
    },
    { api },
  );
  return {
    ...engine,
    id,
    get looks() {
      return looks;
    },
    async looked(times) {
      await expect.poll(() => looks, { timeout: 3000, interval: 5 }).toBeGreaterThanOrEqual(times);
    },
    event(Action, Attributes = {}, seconds = Date.now() / 1000) {
      const message = { Type: "container", Action, Actor: { ID: id, Attributes }, timeNano: seconds * 1e9 };
      const line = `${JSON.stringify(message)}\n`;
      if (events) events.writeNow(line);
      else early.push(line);
    },
    releaseEvents: released.now,
    endEvents: () => events?.end(),
    cutEvents: () => events?.cut(),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

export interface WatchedOptions {
  /** The head of the events' answer comes with `releaseEvents()`. */
  readonly holdEvents?: boolean;
  readonly healthcheck?: readonly string[] | undefined;
  /** There is no such container from the beginning. */
  readonly missing?: boolean;
  readonly routes?: Routes;
  readonly networkSettings?: object;
  readonly api?: string;
}

export interface WatchedEngine extends BareClient {
  readonly id: string;
  /** How often the container was looked at by its whole id. */
  readonly looks: number;
  looked(times: number): Promise<void>;
  event(action: string, attributes?: Readonly<Record<string, string>>, seconds?: number): void;
  releaseEvents(): void;
  endEvents(): void;
  cutEvents(): void;
}
