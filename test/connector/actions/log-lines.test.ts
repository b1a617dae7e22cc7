import { describe, expect, test } from "vitest";
import { multiplexed, raw } from "../../client/bare-client.js";
import { closed, moment } from "../../client/fake-engine.js";
import { frame } from "../../helpers/frames.js";
import { checkOutput } from "../check-output.js";
import { fakeConnector } from "../fake-connector.js";

describe.each([
  ["service_logs", "services"],
  ["task_logs", "tasks"],
] as const)("%s", (name, noun) => {
  const route = `GET /${noun}/{id}/logs`;
  const headers = { "Content-Type": multiplexed };

  test("gives lines without the frames around them (X-2.1-10, F-2.3-6)", async () => {
    const bytes = Buffer.concat([
      frame("stdout", "hällo\nwor"),
      frame("stderr", "oops\n"),
      frame("stdout", "ld"),
    ]);
    await using fake = await fakeConnector({
      [route]: (call) => call.stream([bytes.subarray(0, 10), bytes.subarray(10)], headers),
    });
    const envelope = checkOutput(
      await fake.connector.execute(name, {
        id: "web",
        tail: "5",
        since: "2026-01-01T00:00:00",
        timestamps: "false",
      }),
    );
    expect(envelope.data).toEqual([
      { stream: "stdout", text: "hällo" },
      { stream: "stderr", text: "oops" },
      { stream: "stdout", text: "world" },
    ]);
    expect(envelope).toMatchObject({
      message: expect.stringMatching(/^Read 3 lines of (service|task) web\.$/),
      summary: { lines: 3, stderr: 1 },
      meta: { truncated: false },
    });
    expect(Object.fromEntries(fake.calls[0]?.query ?? [])).toEqual({
      details: "false",
      follow: "false",
      stdout: "true",
      stderr: "true",
      since: "1767225600",
      timestamps: "false",
      tail: "5",
    });
  });

  test("asks for no stream that is not wanted (F-2.3-1)", async () => {
    await using fake = await fakeConnector({
      [route]: (call) => call.stream(["raw\n"], { "Content-Type": raw }),
    });
    const { data } = await fake.connector.execute(name, { id: "web", stdout: "false" });
    expect(data).toEqual([{ stream: "console", text: "raw" }]);
    const query = fake.calls[0]?.query;
    expect([query?.get("stdout"), query?.get("stderr")]).toEqual(["false", "true"]);
  });

  test("ends what it follows at its limit, says each line meanwhile, and asks once (F-2.3-3)", async () => {
    const gone = moment();
    await using fake = await fakeConnector(
      {
        [route]: async (call) => {
          call.start(200, headers);
          await call.write(frame("stdout", "one\n"), frame("stdout", "two\n"));
          await closed(call);
          gone.now();
        },
      },
      { config: { retryAttempts: "3" } },
    );
    const told: string[] = [];
    const envelope = await fake.connector.execute(
      name,
      { id: "web", follow: "true" },
      { bounds: { time: 300 }, onProgress: (line) => told.push(line) },
    );
    await gone.came;
    expect(envelope).toMatchObject({
      status: "success",
      data: [{ text: "one" }, { text: "two" }],
      meta: { truncated: true },
    });
    expect(told).toEqual(["one", "two"]);
    expect(envelope.message).toMatch(/A limit cut it off\.$/);
    expect(fake.calls).toHaveLength(1);
  });

  test("does not repeat a follow that is refused (F-2.3-3)", async () => {
    await using fake = await fakeConnector(
      { [route]: (call) => call.send(502, "bad gateway") },
      { config: { retryAttempts: "2", retryDelay: "0" } },
    );
    const { error } = await fake.connector.execute(name, { id: "web", follow: "true" });
    expect(error?.httpStatus).toBe(502);
    expect(fake.calls).toHaveLength(1);
  });

  test("cuts a line that is longer than its limit", async () => {
    await using fake = await fakeConnector({
      [route]: (call) => call.stream([frame("stdout", "x".repeat(100))], headers),
    });
    const { data, meta } = await fake.connector.execute(name, { id: "web" }, { bounds: { bytes: 40 } });
    expect(data).toEqual([{ stream: "stdout", text: "x".repeat(40) }]);
    expect(meta.truncated).toBe(true);
  });

  test("fails where there is nothing of that name (X-2.1-1)", async () => {
    await using fake = await fakeConnector({
      [route]: (call) => call.json(404, { message: "web not found" }),
    });
    expect(await fake.connector.execute(name, { id: "web" })).toMatchObject({
      status: "failed",
      message: "web not found",
      error: { category: "not_found" },
    });
  });
});
