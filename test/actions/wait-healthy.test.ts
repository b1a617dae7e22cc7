import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { waitHealthy } from "../../src/actions/wait-healthy.js";
import { ConnectionError, DockerError, NotFoundError } from "../../src/errors.js";
import { type State, watched } from "./container-watch-engine.js";

const starting: State = { Status: "running", Health: { Status: "starting", FailingStreak: 0, Log: [] } };
const healthy: State = { Status: "running", Health: { Status: "healthy", FailingStreak: 0, Log: [] } };
const failed = (Output: string): State => ({
  Status: "running",
  Health: { Status: "unhealthy", FailingStreak: 3, Log: [{ Start: "", End: "", ExitCode: 1, Output }] },
});
const ended: State = { ...failed(""), Status: "exited", ExitCode: 3 };

describe("waitHealthy", () => {
  test("resolves at once when it is healthy already, and closes the events", async () => {
    await using engine = await watched([healthy]);
    await waitHealthy(engine.client, "web");
    await engine.daemon.settled();
    expect(engine.paths()).toEqual([
      "GET /containers/web/json",
      "GET /events",
      `GET /containers/${engine.id}/json`,
    ]);
  });

  test("asks for the events of this container alone, those before the first look too", async () => {
    await using engine = await watched([healthy]);
    await waitHealthy(engine.client, "web");
    const query = engine.daemon.calls.find(({ path }) => path === "/events")?.query;
    expect(query?.get("since")).toBe("1");
    expect(JSON.parse(query?.get("filters") ?? "")).toMatchObject({
      type: ["container"],
      container: [engine.id],
    });
  });

  test("looks only when the engine has begun to tell events", async () => {
    await using engine = await watched([healthy], { holdEvents: true });
    const waiting = waitHealthy(engine.client, "web");
    await sleep(60);
    expect(engine.paths().filter((path) => path.includes(engine.id))).toEqual([]);
    engine.releaseEvents();
    await waiting;
  });

  test("looks again with each event, however the engine spells it, and polls nothing", async () => {
    for (const action of ["health_status: healthy", "health_status"]) {
      await using engine = await watched([starting, healthy]);
      const waiting = waitHealthy(engine.client, "web");
      await engine.looked(1);
      await sleep(50);
      expect(engine.looks).toBe(1);
      engine.event(action);
      await waiting;
      expect(engine.looks).toBe(2);
    }
  });

  test("takes the look for true and not old events", async () => {
    await using engine = await watched([starting, starting, healthy]);
    const waiting = waitHealthy(engine.client, "web");
    engine.event("die", { exitCode: "1" }, 1);
    engine.event("health_status: unhealthy", {}, 2);
    await engine.looked(2);
    await sleep(20);
    engine.event("health_status: healthy");
    await waiting;
  });

  test("rejects when it is unhealthy, with what the last check said, shortened", async () => {
    await using engine = await watched([failed(`no database\n${"x".repeat(5000)}`)]);
    const failure = await waitHealthy(engine.client, "web").catch((error: unknown) => error as DockerError);
    expect(failure).toBeInstanceOf(DockerError);
    expect(failure).toMatchObject({ code: "CONTAINER_UNHEALTHY" });
    expect(failure?.message).toMatch(
      /^Container web is unhealthy after 3 failed checks.*code 1: no database/s,
    );
    expect(failure?.message.length).toBeLessThan(1200);
    await engine.daemon.settled();
  });

  test("waits on where unhealthy is to be waited through, and while no check has failed", async () => {
    const frozen = { ...failed(""), Status: "paused" };
    const thawed: State = { Status: "running", Health: { Status: "unhealthy", FailingStreak: 0, Log: [] } };
    for (const [states, failOnUnhealthy] of [
      [[failed(""), healthy], false],
      [[frozen, healthy], true],
      [[thawed, healthy], true],
    ] as const) {
      await using engine = await watched([...states]);
      const waiting = waitHealthy(engine.client, "web", { failOnUnhealthy });
      await engine.looked(1);
      engine.event("health_status: healthy");
      await waiting;
    }
  });

  test.each<[string, State[]]>([
    ["created", [{ Status: "created" }, healthy]],
    ["restarting", [{ Status: "restarting", ExitCode: 1, Health: ended.Health }, healthy]],
  ])("waits for a container that is %s", async (_, states) => {
    await using engine = await watched(states, { healthcheck: ["CMD", "true"] });
    const waiting = waitHealthy(engine.client, "web");
    await engine.looked(1);
    engine.event("start");
    await waiting;
  });

  test.each([undefined, ["NONE"], []])("says that there is no healthcheck: %j", async (healthcheck) => {
    await using engine = await watched([{ Status: "running" }], { healthcheck });
    await expect(waitHealthy(engine.client, "web")).rejects.toMatchObject({ code: "NO_HEALTHCHECK" });
  });

  test("rejects when it has ended, with the exit code and not the health", async () => {
    await using engine = await watched([starting, ended]);
    const waiting = expect(waitHealthy(engine.client, "web")).rejects.toMatchObject({
      code: "CONTAINER_EXITED",
      message: "Container web exited with code 3 before it was healthy.",
    });
    await engine.looked(1);
    engine.event("die", { exitCode: "3" });
    await waiting;
  });

  test("rejects when it is removed, with the exit code that its end told of", async () => {
    await using engine = await watched([starting, undefined]);
    const waiting = expect(waitHealthy(engine.client, "web")).rejects.toMatchObject({
      code: "CONTAINER_REMOVED",
      message: "Container web exited with code 137 and was removed before it was healthy.",
    });
    await engine.looked(1);
    engine.event("die", { exitCode: "137" });
    await engine.looked(2);
    engine.event("destroy");
    await waiting;
  });

  test("does not wait long for the event of a removal that nobody tells", async () => {
    await using engine = await watched([starting, undefined]);
    const waiting = expect(waitHealthy(engine.client, "web")).rejects.toMatchObject({
      message: "Container web was removed before it was healthy.",
    });
    await engine.looked(1);
    engine.event("pause");
    await waiting;
  });

  test("rejects when the container is not there, and when the engine ends its events", async () => {
    await using missing = await watched([undefined], { missing: true });
    await expect(waitHealthy(missing.client, "web")).rejects.toThrow(NotFoundError);
    await using engine = await watched([starting]);
    const waiting = expect(waitHealthy(engine.client, "web")).rejects.toMatchObject({ code: "EVENTS_ENDED" });
    await engine.looked(1);
    engine.endEvents();
    await waiting;
    await using cut = await watched([starting]);
    const broken = expect(waitHealthy(cut.client, "web")).rejects.toThrow(ConnectionError);
    await cut.looked(1);
    cut.cutEvents();
    await broken;
  });

  test("ends with its deadline, which silence alone is not, and tells what was seen last", async () => {
    await using engine = await watched([starting]);
    const call = { timeout: { total: 200, idle: 20, headers: 5000 } };
    await expect(waitHealthy(engine.client, "web", {}, call)).rejects.toMatchObject({
      code: "TIMEOUT_TOTAL",
      milliseconds: 200,
      message: "Container web was not healthy within 200 ms; last seen: running, its health is starting.",
    });
    await engine.daemon.settled();
  });

  test("an abort rejects with its reason and closes everything", async () => {
    const reason = new Error("enough");
    await using engine = await watched([starting]);
    const controller = new AbortController();
    const waiting = waitHealthy(engine.client, "web", {}, { signal: controller.signal });
    await engine.looked(1);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await engine.daemon.settled();
  });
});
