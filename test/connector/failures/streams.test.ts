import { describe, expect, test } from "vitest";
import type { Handler } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { expectFailure } from "./expect-failure.js";

const lines = (...values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\r\n`);
const json = { "Content-Type": "application/json" };

/** An answer of 200 whose last line is the failure. */
const failing =
  (failure: object): Handler =>
  async (call) => {
    await call.body();
    await call.stream(lines({ status: "Begun" }, { stream: "Step 1/1 : RUN x\n" }, failure), json);
  };

/** The jobs, each with its request. */
const jobs: readonly (readonly [string, object, string])[] = [
  ["pull_image", { from_image: "app:1" }, "POST /images/create"],
  ["push_image", { name: "app:1" }, "POST /images/{name}/push"],
  ["build_image", { dockerfile_content: "FROM app:1", t: "b" }, "POST /build"],
  ["image_load", { images_tarball: "image.tar" }, "POST /images/load"],
];

const files = { "image.tar": new Uint8Array(1024) };
const config = { retryAttempts: "3", retryDelay: "0" };

describe("a failure within an answer of 200", () => {
  test.each(jobs)(
    "fails %s with the engine's sentence (X-2.1-2, F-2.3-2, F-2.3-12)",
    async (name, parameters, route) => {
      const message = "denied: requested access to the resource is denied";
      const fault = { errorDetail: { message }, error: message };
      await using fake = await fakeConnector({ [route]: failing(fault) }, { config });
      const envelope = await fake.connector.execute(name, parameters, { files });
      expectFailure(envelope, { category: "stream_error", retryable: false });
      expect(envelope.message).toContain(message);
      expect(fake.calls).toHaveLength(1);
    },
  );

  test.each(jobs)(
    "fails %s also by the old member alone, and with a number (X-2.1-2)",
    async (name, parameters, route) => {
      await using old = await fakeConnector({ [route]: failing({ error: "no space left" }) });
      expectFailure(await old.connector.execute(name, parameters, { files }), {
        category: "stream_error",
        message: /no space left/,
      });
      const fault = {
        errorDetail: { code: 127, message: "the command returned 127" },
        error: "the command returned 127",
      };
      await using number = await fakeConnector({ [route]: failing(fault) });
      expectFailure(await number.connector.execute(name, parameters, { files }), {
        category: "stream_error",
        message: /returned 127/,
      });
    },
  );

  test.each(jobs)(
    "that is a cut, fails %s, and it is not asked for again (F-2.3-2, F-2.3-13)",
    async (name, parameters, route) => {
      const cut: Handler = async (call) => {
        await call.body();
        call.start(200, json);
        await call.write(...lines({ status: "Begun" }), '{"status": "Dow');
        call.cut();
      };
      await using fake = await fakeConnector({ [route]: cut }, { config });
      const envelope = await fake.connector.execute(name, parameters, { files });
      expectFailure(envelope, {});
      expect(["connection", "stream_error"]).toContain(envelope.error?.category);
      expect(fake.calls).toHaveLength(1);
    },
  );

  test.each(jobs)(
    "that is no JSON, fails %s and shows the line (F-2.3-2)",
    async (name, parameters, route) => {
      const broken: Handler = async (call) => {
        await call.body();
        await call.stream([...lines({ status: "Begun" }), "This is a page.\n"], json);
      };
      await using fake = await fakeConnector({ [route]: broken }, { config });
      expectFailure(await fake.connector.execute(name, parameters, { files }), {
        category: "stream_error",
        retryable: false,
        message: /not JSON: "This is a page\."/,
      });
      expect(fake.calls).toHaveLength(1);
    },
  );

  test.each(jobs)("does not hide a refusal: %s (F14)", async (name, parameters, route) => {
    const refuse: Handler = async (call) => {
      await call.body();
      call.json(500, { message: "The engine's own sentence." });
    };
    await using fake = await fakeConnector({ [route]: refuse }, { config });
    expectFailure(await fake.connector.execute(name, parameters, { files }), {
      category: "server_error",
      httpStatus: 500,
      retryable: false,
      message: "The engine's own sentence.",
    });
    expect(fake.calls).toHaveLength(1);
  });
});

describe("a stream that goes on", () => {
  test("is told as truncated when it is cut off, not as a failure (F-2.3-3)", async () => {
    await using fake = await fakeConnector({
      "GET /events": async (call) => {
        call.start(200, json);
        await call.write(
          ...lines({
            Type: "container",
            Action: "start",
            time: 1,
            timeNano: 1,
            Actor: { ID: "a", Attributes: {} },
          }),
        );
      },
    });
    const envelope = await fake.connector.execute("system_events", {}, { bounds: { time: 100 } });
    expect(envelope).toMatchObject({
      status: "success",
      meta: { truncated: true },
      data: [{ Type: "container" }],
    });
    expect(fake.calls).toHaveLength(1);
    await fake.daemon.settled();
  });

  test("fails where it breaks before its end, and is not asked for again (F-2.3-2, F-2.3-3)", async () => {
    await using fake = await fakeConnector(
      {
        "GET /events": async (call) => {
          call.start(200, json);
          await call.write(...lines({ Type: "container" }), "{");
          call.cut();
        },
      },
      { config },
    );
    const envelope = await fake.connector.execute("system_events", { until: "1" });
    expectFailure(envelope, {});
    expect(["connection", "stream_error"]).toContain(envelope.error?.category);
    expect(fake.calls).toHaveLength(1);
  });
});
