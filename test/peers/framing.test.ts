import { describe, expect, test } from "vitest";
import { containerAttach } from "../../src/resources/container-attach.js";
import { Exec } from "../../src/resources/exec.js";
import { bareClient, hijacked, raw } from "../client/bare-client.js";
import { frame } from "../helpers/frames.js";

const frames = Buffer.concat([frame("stdout", "out é\n"), frame("stderr", "err\n")]);
const attach = "POST /containers/{id}/attach";
const start = "POST /exec/{id}/start";

describe.each([101, 200] as const)(
  "a connection that was handed over with %i and without a type",
  (status) => {
    test.each([
      [false, "out é\nerr\n"],
      [true, frames.toString()],
    ])("is read as the container says, not as its bytes look (Tty: %s)", async (Tty, text) => {
      await using engine = await bareClient({
        [attach]: (call) => void hijacked(call, "", status).end(frames),
        "GET /containers/{id}/json": (call) => call.json(200, { Config: { Tty } }),
      });
      const { output } = await containerAttach(engine.client, "web", {});
      expect(await output.text()).toBe(text);
      expect(engine.paths()).toEqual(["POST /containers/web/attach", "GET /containers/web/json"]);
    });

    test.each([
      [false, "out é\nerr\n"],
      [true, frames.toString()],
    ])("is read as the command says (Tty: %s)", async (tty, text) => {
      await using engine = await bareClient({
        [start]: (call) => void hijacked(call, "application/octet-stream", status).end(frames),
        "GET /exec/{id}/json": (call) => call.json(200, { ProcessConfig: { tty } }),
      });
      const { output } = await new Exec(engine.client).start("x");
      expect(await output.text()).toBe(text);
      expect(engine.paths()).toEqual(["POST /exec/x/start", "GET /exec/x/json"]);
    });
  },
);

test("an engine that says raw on an upgraded connection is believed, and asked no more", async () => {
  await using engine = await bareClient({ [attach]: (call) => void hijacked(call, raw).end(frames) });
  const { output } = await containerAttach(engine.client, "web", {});
  expect(await output.text()).toBe(frames.toString());
  expect(engine.paths()).toEqual(["POST /containers/web/attach"]);
});
