import { getEventListeners } from "node:events";
import { setImmediate, setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { fakeDaemon } from "../helpers/fake-daemon.js";

test("thirty calls at a time share a signal without a warning, and leave no listener on it", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  const { signal } = new AbortController();
  try {
    await using daemon = await fakeDaemon({
      "GET /version": (call) => call.json(200, { ApiVersion: "1.51" }),
      "GET /info": async (call) => {
        await setTimeout(100);
        call.json(200, { ID: "x" });
      },
    });
    await using docker = new Docker({ host: daemon.host });
    await docker.apiVersion();
    const answers = await Promise.all(Array.from({ length: 30 }, () => docker.system.info({ signal })));
    expect(answers).toHaveLength(30);
    await setImmediate();
  } finally {
    process.off("warning", note);
  }
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
