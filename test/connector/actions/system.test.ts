import { describe, expect, test } from "vitest";
import { hijacked } from "../../client/bare-client.js";
import { describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";

describeActions("system", [
  {
    name: "get_info",
    parameters: {},
    sent: "GET /info",
    answer: {
      ID: "x",
      Name: "host",
      ServerVersion: "28.5.2",
      Containers: 3,
      ContainersRunning: 1,
      Images: 2,
      Warnings: null,
    },
    data: [
      {
        ID: "x",
        Name: "host",
        ServerVersion: "28.5.2",
        Containers: 3,
        ContainersRunning: 1,
        Images: 2,
        Warnings: [],
      },
    ],
    message: "Engine 28.5.2 on host: 1 of 3 containers run, 2 images.",
  },
  {
    case: "the labels of a select (F19, F-2.3-9)",
    name: "system_df",
    parameters: { type: "Container, Build Cache", verbose: "false" },
    sent: "GET /system/df?type=container&type=build-cache",
    answer: { Containers: [{}], BuildCache: null },
    data: [{ Containers: [{}], BuildCache: [] }],
    message: "Measured 0 images, 1 container, 0 volumes and 0 records of the build cache.",
  },
  {
    case: "credentials in the body and nowhere else",
    name: "auth",
    parameters: {
      authconfig_username: "u",
      authconfig_password: "p",
      authconfig_email: "",
      serveraddress: "r.example",
    },
    sent: "POST /auth",
    body: { username: "u", password: "p", serveraddress: "r.example" },
    answer: { Status: "Login Succeeded" },
    message: "r.example takes the credentials: Login Succeeded.",
  },
]);

describe("system_events", () => {
  const event = (Action: string) =>
    `${JSON.stringify({ Type: "container", Action, Actor: {}, time: 1, timeNano: 1e9 })}\n`;

  test("reads what has happened up to now, as filters and times say (F20, F-2.3-2, F-2.3-8)", async () => {
    await using fake = await fakeConnector({
      "GET /events": (call) => call.send(200, event("start") + event("die")),
    });
    const { message, data } = await fake.connector.execute("system_events", {
      filters: '{"type": "container"}',
      since: "2026-01-31T12:00:00",
      until: "2026-01-31T12:00:10Z",
    });
    expect(message).toBe("Read 2 events.");
    expect(data.map(({ Action }) => Action)).toEqual(["start", "die"]);
    expect(Object.fromEntries(fake.calls[0]?.query ?? [])).toEqual({
      filters: '{"type":["container"]}',
      since: "1769860800",
      until: "1769860810",
    });
  });

  test("always has an end, and is asked for once (F-2.3-3)", async () => {
    await using fake = await fakeConnector({
      "GET /events": async (call) => {
        call.start();
        for (let n = 0; n < 3; n++) await call.write(event("start"));
      },
    });
    const bounds = { time: 300 };
    const { data, meta } = await fake.connector.execute("system_events", { until: "9999999999" }, { bounds });
    expect(data).toHaveLength(3);
    expect(meta.truncated).toBe(true);
    expect(fake.calls).toHaveLength(1);
    await expect.poll(() => fake.daemon.busy).toBe(0);
  });
});

describe("start_session", () => {
  test("says whether the engine offers one", async () => {
    await using fake = await fakeConnector({
      "POST /session": (call) => {
        const socket = hijacked(call);
        socket.on("end", () => socket.end());
      },
    });
    expect(await fake.connector.execute("start_session")).toMatchObject({
      status: "success",
      message: "The engine offers sessions of BuildKit.",
    });
    await expect.poll(() => fake.daemon.connections).toBe(1);
  });
});
