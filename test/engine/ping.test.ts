import { expect, test } from "vitest";
import { call } from "../../scripts/engine/plain-call.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("a first word", (engine) => {
  test("the engine answers a ping and has the test image", async () => {
    expect(await call(engine, "GET", "/_ping")).toEqual({ status: 200, text: "OK" });
    expect(await call(engine, "GET", `/images/${engine.image}/json`)).toMatchObject({ status: 200 });
  });

  test("a shell runs in a container of the test image", async () => {
    const name = engine.uniqueName("ping");
    const body = Buffer.from(
      JSON.stringify({
        Image: engine.image,
        Cmd: ["/bin/sh", "-c", "echo hello | grep -q hello && exit 42"],
        Labels: engine.labels,
      }),
    );
    expect(await call(engine, "POST", `/containers/create?name=${name}`, { body })).toMatchObject({
      status: 201,
    });
    try {
      expect(await call(engine, "POST", `/containers/${name}/start`)).toMatchObject({ status: 204 });
      const { text } = await call(engine, "POST", `/containers/${name}/wait`);
      expect(JSON.parse(text)).toMatchObject({ StatusCode: 42 });
    } finally {
      await call(engine, "DELETE", `/containers/${name}?force=1`);
    }
  });
});
