import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { settingFields } from "../../../src/connector/settings.js";
import { fakeConnector } from "../fake-connector.js";
import { expectFailure } from "./expect-failure.js";

const clock = vi.hoisted(() => ({ skipped: 0, sleeps: [] as number[], stuck: false }));

// Who waits for a turn has it at once, and the clock says that the time is over; or sleeps until it is woken.
vi.mock("node:timers/promises", async (original) => ({
  ...(await original<typeof import("node:timers/promises")>()),
  setTimeout: async (milliseconds: number, _value: unknown, { signal }: { signal?: AbortSignal } = {}) => {
    clock.sleeps.push(milliseconds);
    if (clock.stuck)
      await new Promise((_, reject) => signal?.addEventListener("abort", reject, { once: true }));
    clock.skipped += milliseconds;
  },
}));

beforeEach(() => {
  Object.assign(clock, { skipped: 0, sleeps: [], stuck: false });
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + clock.skipped);
});
afterEach(() => vi.restoreAllMocks());

test("more requests than a minute may have wait for the next one, and are sent then (F11)", async () => {
  await using fake = await fakeConnector({}, { config: { rateLimit: "3", timeout: "5" } });
  // The first one asks for the version too.
  for (let turn = 0; turn < 2; turn++) expect((await fake.connector.execute("ping")).status).toBe("success");
  expect(clock.sleeps).toEqual([]);
  for (let turn = 0; turn < 3; turn++) expect((await fake.connector.execute("ping")).status).toBe("success");
  expect(clock.skipped).toBeGreaterThan(55_000);
  expect(clock.skipped).toBeLessThan(65_000);
  expect(fake.calls).toHaveLength(5);
});

test("a limit is one connector's, and its actions share it (F11)", async () => {
  await using one = await fakeConnector({}, { config: { rateLimit: "3" } });
  await using other = createConnector({
    socketPath: one.daemon.socketPath,
    rateLimit: "3",
    retryAttempts: "0",
  });
  await Promise.all([
    one.connector.execute("ping"),
    one.connector.execute("ping"),
    other.execute("ping"),
    other.execute("ping"),
  ]);
  expect(clock.sleeps).toEqual([]);
  await Promise.all([one.connector.execute("ping"), one.connector.execute("ping")]);
  expect(clock.sleeps.length).toBeGreaterThan(0);
});

test.each(["0", "-1"])("a limit of %s is none (F11)", async (rateLimit) => {
  await using fake = await fakeConnector({}, { config: { rateLimit } });
  for (let turn = 0; turn < 100; turn++) await fake.connector.execute("ping");
  expect(clock.sleeps).toEqual([]);
});

test("who waits for a turn can be cancelled, and nothing is sent (F11)", async () => {
  await using fake = await fakeConnector({}, { config: { rateLimit: "2" } });
  await fake.connector.execute("ping");
  clock.stuck = true;
  const abort = new AbortController();
  const waiting = fake.connector.execute("ping", {}, { signal: abort.signal });
  await expect.poll(() => clock.sleeps.length).toBe(1);
  abort.abort();
  expectFailure(await waiting, { category: "cancelled", retryable: true });
  expect(fake.calls).toHaveLength(1);
});

// As soon as there is the setting.
test.skipIf(!("rateLimitWait" in settingFields))(
  "who would wait longer than the settings allow fails at once, and may ask again (F11)",
  async () => {
    await using fake = await fakeConnector(
      {},
      { config: { rateLimit: "2", rateLimitWait: "5", retryAttempts: "3", retryDelay: "0" } },
    );
    expect((await fake.connector.execute("ping")).status).toBe("success");
    for (const [name, parameters] of [
      ["ping", {}],
      ["kill_container", { id: "web" }],
    ] as const) {
      expectFailure(await fake.connector.execute(name, parameters), {
        category: "rate_limited",
        retryable: true,
        message:
          /^The rate of 2 requests a minute is used up.*longer than the 5 s it may take\. Nothing was sent\./,
      });
    }
    expect(clock.sleeps).toEqual([]);
    expect(fake.calls).toHaveLength(1);
    clock.skipped += 60_000;
    expect((await fake.connector.execute("ping")).status).toBe("success");
  },
);
