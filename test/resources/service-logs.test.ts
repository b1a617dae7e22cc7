import { describe, expect, test } from "vitest";
import { NotFoundError } from "../../src/errors.js";
import { callOf, closed, fakeEngine } from "../client/fake-engine.js";
import { frame, pieces } from "../helpers/frames.js";

const frames = Buffer.concat([frame("stdout", "out\n"), frame("stderr", "err\n")]);
const serviceWith = (TTY: boolean) => ({ Spec: { TaskTemplate: { ContainerSpec: { TTY } } } });
const taskWith = (TTY: boolean) => ({ Spec: { ContainerSpec: { TTY } } });

describe.each([["services", serviceWith] as const, ["tasks", taskWith] as const])(
  "%s.logs",
  (noun, specWith) => {
    test.each([
      ["application/vnd.docker.multiplexed-stream", frames],
      ["application/vnd.docker.raw-stream", Buffer.from("plain\n")],
    ])("lets the engine say what %s is", async (type, bytes) => {
      await using engine = await fakeEngine({
        [`GET /${noun}/x/logs`]: (call) => call.stream(pieces(bytes, 3), { "Content-Type": type }),
      });
      const { stdout, stderr } = await engine.docker[noun].logs("x").collect();
      expect([stdout.toString(), stderr.toString()]).toEqual(
        bytes === frames ? ["out\n", "err\n"] : ["plain\n", ""],
      );
      expect(engine.calls).toHaveLength(1);
    });

    test.each([
      ["frames", false, frames, "out\nerr\n"],
      ["a terminal's output", true, Buffer.from("plain\n"), "plain\n"],
    ])("before API 1.42 asks for the spec, which tells %s", async (_, tty, bytes, text) => {
      await using engine = await fakeEngine(
        {
          [`GET /${noun}/x`]: (call) => call.json(200, specWith(tty)),
          [`GET /${noun}/x/logs`]: (call) => call.stream([bytes]),
        },
        { api: "1.41" },
      );
      expect(await engine.docker[noun].logs("x").text()).toBe(text);
      expect(engine.calls.map(({ path }) => path)).toEqual([`/${noun}/x`, `/${noun}/x/logs`]);
    });

    test("says with the first step that there is none", async () => {
      await using engine = await fakeEngine(
        { [`GET /${noun}/x`]: (call) => call.json(404, { message: "x not found" }) },
        { api: "1.41" },
      );
      const logs = engine.docker[noun].logs("x");
      await expect(logs.text()).rejects.toThrow(NotFoundError);
    });

    test("are followed until the loop is left", async () => {
      await using engine = await fakeEngine({
        [`GET /${noun}/x/logs`]: async (call) => {
          call.start(200, { "Content-Type": "application/vnd.docker.multiplexed-stream" });
          await call.write(frames);
        },
      });
      for await (const { text } of engine.docker[noun].logs("x", { follow: true }).lines()) {
        expect(text).toBe("out");
        break;
      }
      expect(callOf(engine, `/${noun}/x/logs`).query.get("follow")).toBe("true");
      await closed(callOf(engine, `/${noun}/x/logs`));
    });
  },
);
