import { afterAll, expect, test } from "vitest";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector's volumes", (engine) => {
  const connector = connectorFor(engine);
  afterAll(() => connector.close());

  test("are created, found and removed", async () => {
    const name = engine.uniqueName("vol");
    const labels = JSON.stringify(engine.labels);
    const created = checkOutput(await connector.execute("create_volume", { name, driver: "local", labels }));
    expect(created.message).toBe(`Successfully created volume ${name}.`);
    const inspected = checkOutput(await connector.execute("inspect_volume", { name }));
    expect(inspected.data[0]).toMatchObject({ Name: name, Labels: engine.labels });
    expect((await connector.execute("inspect_volume", { name })).data).toEqual(inspected.data);
    const found = checkOutput(await connector.execute("list_volumes", { filters: `name=${name}` }));
    expect(found).toMatchObject({
      message: "Found 1 volume.",
      data: [{ Volumes: [{ Name: name }], Warnings: [] }],
    });
    expect((await connector.execute("list_volumes", { filters: `name=${name}` })).data).toEqual(found.data);
    checkOutput(await connector.execute("remove_volume", { name, force: "false" }));
    expect((await connector.execute("inspect_volume", { name })).error?.category).toBe("not_found");
  });

  test("are pruned by their label", async () => {
    const name = engine.uniqueName("vol");
    checkOutput(await connector.execute("create_volume", { name, labels: { ...engine.labels, [name]: "" } }));
    const all = engine.since("1.42") ? { all: true } : {};
    const filters = JSON.stringify({ label: name, ...all });
    const pruned = checkOutput(await connector.execute("prune_volumes", { filters }));
    expect(pruned).toMatchObject({ data: [{ VolumesDeleted: [name] }], message: "Removed 1 volume." });
    expect(
      checkOutput(await connector.execute("prune_volumes", { filters })).data[0]?.VolumesDeleted,
    ).toEqual([]);
  });
});
