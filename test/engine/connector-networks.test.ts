import { afterAll, expect, test } from "vitest";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("the connector's networks", (engine) => {
  const connector = connectorFor(engine);
  const docker = dockerFor(engine);
  afterAll(async () => {
    await connector.close();
    await docker.close();
  });

  test("are created, joined, left, found and removed", async () => {
    const name = engine.uniqueName("net");
    const created = checkOutput(
      await connector.execute("docker-network-create", {
        networkconfig_name: name,
        networkconfig_labels: JSON.stringify(engine.labels),
        networkconfig_checkduplicate: "true",
      } as object),
    );
    const id = String(created.data[0]?.Id);
    await using box = await withContainer(docker, engine);

    const joined = await connector.execute("connect_network", { id, container: box.id, aliases: "a, b" });
    expect(checkOutput(joined).message).toBe(`Successfully connected container ${box.id} to network ${id}.`);
    const inspected = checkOutput(await connector.execute("inspect_network", { id: name, verbose: "false" }));
    expect(Object.keys(inspected.data[0]?.Containers ?? {})).toEqual([box.id]);
    expect((await connector.execute("inspect_network", { id: name, verbose: "false" })).data).toEqual(
      inspected.data,
    );

    const refused = await connector.execute("remove_network", { id });
    expect(refused).toMatchObject({
      status: "failed",
      error: { category: expect.stringMatching(/forbidden|conflict/) },
    });

    checkOutput(
      await connector.execute("disconnect_network", { id, Container: box.name, force: "yes" } as never),
    );
    const found = checkOutput(await connector.execute("list_networks", { filters: `{"name": "${name}"}` }));
    expect(found.data.map(({ Id }) => Id)).toEqual([id]);
    expect((await connector.execute("list_networks", { filters: `name=${name}` })).data).toEqual(found.data);
    checkOutput(await connector.execute("remove_network", { id }));
    expect(await connector.execute("remove_network", { id })).toMatchObject({
      status: "failed",
      error: { category: "not_found", httpStatus: 404 },
    });
  });

  test("are pruned by their label", async () => {
    const name = engine.uniqueName("net");
    checkOutput(
      await connector.execute("create_network", { name, labels: { ...engine.labels, [name]: "" } }),
    );
    const pruned = checkOutput(
      await connector.execute("prune_networks", { filters: { label: name } as never }),
    );
    expect(pruned).toMatchObject({ data: [{ NetworksDeleted: [name] }], message: "Removed 1 network." });
    const none = checkOutput(
      await connector.execute("prune_networks", { filters: `{"label": ["${name}"]}` }),
    );
    expect(none).toMatchObject({ data: [{ NetworksDeleted: [] }], message: "Removed 0 networks." });
  });
});
