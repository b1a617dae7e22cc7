import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { call } from "../../../scripts/engine/plain-call.js";
import { describeEngines } from "./each-engine.js";
import { RUN_LABEL, removeLeftovers } from "./leftovers.js";

describeEngines("what tests leave", (engine) => {
  test("is found by label or name, removed and named; everything else stays", async () => {
    const run = randomBytes(4).toString("hex");
    const labels = { [RUN_LABEL]: run };
    const post = (path: string, body: unknown) =>
      call(engine, "POST", path, { body: Buffer.from(JSON.stringify(body)) });
    const other = engine.uniqueName("other");
    await post("/volumes/create", { Name: other, Labels: engine.labels });
    try {
      const left = `left-${run}`;
      await post(`/containers/create?name=${left}`, {
        Image: engine.image,
        Labels: labels,
        Cmd: ["sleep", "600"],
      });
      await post(`/containers/${left}/start`, {});
      await post("/networks/create", { Name: left, Labels: labels });
      await post("/volumes/create", { Name: `sdk-${run}-unlabelled` });
      await post(`/commit?container=${left}&repo=${left}`, {});
      expect(await removeLeftovers(engine, run)).toEqual([
        `container /${left}`,
        `network ${left}`,
        `volume sdk-${run}-unlabelled`,
        `image ${left}:latest`,
      ]);
      expect(await removeLeftovers(engine, run)).toEqual([]);
      expect((await call(engine, "GET", `/volumes/${other}`)).status).toBe(200);
    } finally {
      await call(engine, "DELETE", `/volumes/${other}`);
    }
  });
});
