import { describe, expect, expectTypeOf, test } from "vitest";
import { type WaitedFor, waitFor } from "../../src/actions/wait-for.js";
import type { FoundLine } from "../../src/actions/wait-for-log.js";
import type { OpenPort } from "../../src/actions/wait-for-port.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { type State, watched } from "./container-watch-engine.js";

const running: State = { Status: "running" };
const exited: State = { Status: "exited", ExitCode: 3 };

describe("waitFor running", () => {
  test.each<[string, (State | undefined)[], string]>([
    ["created", [{ Status: "created" }, running], "start"],
    ["restarting", [{ Status: "restarting" }, running], "start"],
    ["paused", [{ Status: "paused" }, running], "unpause"],
  ])("waits for one that is %s", async (_, states, action) => {
    await using engine = await watched(states);
    const waiting = waitFor(engine.client, "web", "running");
    await engine.looked(1);
    engine.event(action);
    expect(await waiting).toBeUndefined();
    await engine.daemon.settled();
  });

  test("rejects for one that has ended, with the engine's reason", async () => {
    await using engine = await watched([{ ...exited, Error: "no such device" }]);
    await expect(waitFor(engine.client, "web", "running")).rejects.toMatchObject({
      code: "CONTAINER_EXITED",
      message: "Container web exited with code 3 (no such device) before it ran.",
    });
  });
});

describe("waitFor exit", () => {
  test("gives the code of the end that has been", async () => {
    await using engine = await watched([exited]);
    expect(await waitFor(engine.client, "web", "exit")).toEqual({ exitCode: 3 });
  });

  test("gives the code of the next end, also when it runs again by then", async () => {
    await using engine = await watched([running]);
    const waiting = waitFor(engine.client, "web", "exit");
    await engine.looked(1);
    engine.event("die", { exitCode: "7" });
    expect(await waiting).toEqual({ exitCode: 7 });
  });

  test("does not take the end of an earlier run for one of this", async () => {
    await using engine = await watched([running, running, exited]);
    const waiting = waitFor(engine.client, "web", "exit");
    // In the second in which this run began, half a second before.
    engine.event("die", { exitCode: "9" }, Date.parse("2026-01-01T00:00:00.4Z") / 1000);
    await engine.looked(2);
    engine.event("pause");
    expect(await waiting).toEqual({ exitCode: 3 });
  });

  test("gives the code of one that was removed with its end, before there was a look", async () => {
    await using engine = await watched([undefined]);
    const waiting = waitFor(engine.client, "web", "exit");
    engine.event("die", { exitCode: "5" });
    engine.event("destroy");
    expect(await waiting).toEqual({ exitCode: 5 });
  });

  test("rejects for one that is removed and never ran", async () => {
    await using engine = await watched([{ Status: "created" }, undefined]);
    const waiting = expect(waitFor(engine.client, "web", "exit")).rejects.toMatchObject({
      code: "CONTAINER_REMOVED",
    });
    await engine.looked(1);
    engine.event("destroy");
    await waiting;
  });
});

describe("waitFor removed", () => {
  test("waits through its end for its removal", async () => {
    await using engine = await watched([running, exited, undefined]);
    const waiting = waitFor(engine.client, "web", "removed");
    await engine.looked(1);
    engine.event("die", { exitCode: "0" });
    await engine.looked(2);
    engine.event("destroy");
    expect(await waiting).toBeUndefined();
  });

  test("tells at its deadline what was seen last", async () => {
    await using engine = await watched([exited]);
    await expect(waitFor(engine.client, "web", "removed", {}, { timeout: 60 })).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      message: "Container web was not removed within 60 ms; last seen: exited with code 3.",
    });
  });
});

describe("waitFor", () => {
  test("gives what its condition finds", () => {
    expectTypeOf<WaitedFor<"exit">>().toEqualTypeOf<{ readonly exitCode: number }>();
    expectTypeOf<WaitedFor<"running" | "healthy" | "removed">>().toEqualTypeOf<undefined>();
    expectTypeOf<WaitedFor<{ log: string }>>().toEqualTypeOf<FoundLine>();
    expectTypeOf<WaitedFor<{ port: 80; host: string }>>().toEqualTypeOf<OpenPort>();
  });

  test("passes healthy on", async () => {
    const unhealthy = { Status: "running", Health: { Status: "unhealthy", FailingStreak: 1, Log: null } };
    await using engine = await watched([unhealthy]);
    await expect(waitFor(engine.client, "web", "healthy")).rejects.toMatchObject({
      code: "CONTAINER_UNHEALTHY",
    });
    const call = { timeout: 60 };
    await expect(
      waitFor(engine.client, "web", "healthy", { failOnUnhealthy: false }, call),
    ).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
    });
  });

  test.each([
    "stopped",
    undefined,
    null,
    {},
    { log: "" },
    { log: 5 },
    { log: "a", maxLineBytes: 0 },
    { port: 0 },
    { port: 65_536 },
    { port: "80" },
  ])("refuses %j as a condition before anything is sent", async (condition) => {
    await using engine = await watched([running]);
    await expect(waitFor(engine.client, "web", condition as "exit")).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toHaveLength(0);
  });
});
