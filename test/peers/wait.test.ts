import { describe, expect, test } from "vitest";
import { NotFoundError, TimeoutError } from "../../src/errors.js";
import { closed, fakeEngine } from "../client/fake-engine.js";

describe("the wait for a container", () => {
  test.each([undefined, "not-running", "next-exit", "removed"] as const)(
    "says its condition in the query, where engines read it: %s",
    async (condition) => {
      let body = "none";
      await using engine = await fakeEngine({
        "POST /containers/{id}/wait": async (call) => {
          body = (await call.body()).toString();
          call.json(200, { StatusCode: 3 });
        },
      });
      expect(await engine.docker.containers.wait("web", { condition })).toEqual({ StatusCode: 3 });
      const [call] = engine.calls;
      expect([...(call?.query ?? [])]).toEqual(condition === undefined ? [] : [["condition", condition]]);
      expect(body).toBe("");
      expect(call?.headers["content-type"]).toBeUndefined();
    },
  );

  test("gives what the engine could not find out, beside the code", async () => {
    const answer = { StatusCode: 0, Error: { Message: "the container vanished" } };
    await using engine = await fakeEngine({
      "POST /containers/{id}/wait": (call) => call.json(200, answer),
    });
    expect(await engine.docker.containers.wait("web", { condition: "removed" })).toEqual(answer);
  });

  test("outlives the client's limit for a call, though its head has come long before its end", async () => {
    await using engine = await fakeEngine(
      {
        "POST /containers/{id}/wait": async (call) => {
          call.start(200, { "Content-Type": "application/json" });
          setTimeout(() => void call.write('{"StatusCode":7}\n').then(() => call.end()), 200);
        },
      },
      { client: { timeout: { total: 50, headers: 20, idle: 20 }, apiVersion: "1.51" } },
    );
    expect(await engine.docker.containers.wait("web")).toEqual({ StatusCode: 7 });
  });

  test("for what will never come ends with its own limit or signal, and the connection with it", async () => {
    await using engine = await fakeEngine({ "POST /containers/{id}/wait": (call) => call.start() });
    const { containers } = engine.docker;
    const limited = containers.wait("web", { condition: "removed" }, { timeout: 50 });
    await expect(limited).rejects.toThrow(TimeoutError);
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(containers.wait("web", {}, { signal })).rejects.toBe(reason);
    const during = new AbortController();
    const waiting = containers.wait("web", { condition: "next-exit" }, { signal: during.signal });
    setTimeout(() => during.abort(reason), 50);
    await expect(waiting).rejects.toBe(reason);
    expect(engine.calls).toHaveLength(2);
    for (const call of engine.calls) await closed(call);
  });

  test("is never asked for a second time when its connection breaks: the exit may have been told", async () => {
    await using engine = await fakeEngine(
      { "POST /containers/{id}/wait": (call) => call.cut() },
      { client: { retry: { attempts: 3, minDelay: 1 } } },
    );
    await expect(engine.docker.containers.wait("web")).rejects.toMatchObject({ code: "CONNECTION_RESET" });
    expect(engine.calls).toHaveLength(1);
  });

  test("that broke off is no exit with code 0", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/wait": async (call) => {
        call.start(200, { "Content-Type": "application/json" });
        await call.write('{"Status');
        call.cut();
      },
    });
    await expect(engine.docker.containers.wait("web")).rejects.toMatchObject({ code: "CONNECTION_RESET" });
  });

  test("for one that is gone says so", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/wait": (call) => call.json(404, { message: "No such container: web" }),
    });
    const waiting = engine.docker.containers.wait("web", { condition: "removed" });
    await expect(waiting).rejects.toThrow(NotFoundError);
    await expect(waiting).rejects.toThrow("No such container: web");
  });
});
