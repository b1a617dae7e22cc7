import { exec } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connector, createConnector } from "../../src/connector/connector.js";
import { checkOutput } from "../connector/check-output.js";

const {
  /** The addresses of two engines that reach each other, and are in no swarm. */
  DOCKER_ENGINE_SDK_TEST_SWARM_PAIR: addresses = "",
  /** A shell command that stops the first of them and starts it again, and ends when it answers. */
  DOCKER_ENGINE_SDK_TEST_SWARM_RESTART: restart = "",
} = process.env;
const hosts = addresses.split(",").filter((host) => host !== "");
const reason = hosts.length > 0 ? "" : ": DOCKER_ENGINE_SDK_TEST_SWARM_PAIR names none";

// One story: each test goes on where the one before has ended.
describe.skipIf(reason !== "")(`the connector on a swarm of two nodes${reason}`, { timeout: 90_000 }, () => {
  const config = { rateLimit: "0", retryAttempts: "0" };
  const manager = createConnector({ url: hosts[0] ?? "https://none", ...config });
  const worker = createConnector({ url: hosts[1] ?? "https://none", ...config });
  let key = "";

  beforeAll(() => {
    if (hosts.length !== 2 || restart === "") {
      throw new Error("Two addresses are needed, and the command to start the first engine again.");
    }
  });

  afterAll(async () => {
    for (const connector of [worker, manager]) {
      // A test may have failed before it was in a swarm, or after it had left.
      await connector.execute("swarm_leave", { force: "true" });
      await connector.close();
    }
  });

  test("begins it with managers that lock", async () => {
    const [node] = await run(manager, "docker-swarm-init", {
      spec_encryptionconfig: '{"AutoLockManagers": true}',
    });
    const [answer] = await run(manager, "docker-swarm-unlockkey");
    key = String(answer?.UnlockKey);
    expect(key).toMatch(/^SWMKEY-1-/);
    expect((await run(manager, "list_nodes")).map(({ ID }) => ID)).toEqual([node?.NodeID]);
  });

  test("joins a worker, which cannot be asked of the swarm", async () => {
    const [swarm] = await run(manager, "swarm_inspect");
    const [node] = await run(manager, "list_nodes");
    const { Worker: jointoken } = { ...(swarm?.JoinTokens as { Worker: string } | undefined) }; // so of every swarm
    const { Addr: remoteaddrs } = { ...(node?.ManagerStatus as { Addr: string } | undefined) }; // so of every manager
    const joined = checkOutput(await worker.execute("docker-swarm-join", { remoteaddrs, jointoken }));
    expect(joined).toMatchObject({
      data: [{ statusCode: 200 }],
      message: "This engine has joined the swarm.",
      parameters: { join_token: "***" },
    });
    await expect
      .poll(() => manager.execute("list_nodes"), { timeout: 40_000 })
      .toMatchObject({ summary: { total: 2, ready: 2 } });
    expect((await worker.execute("list_nodes")).error).toMatchObject({
      category: "unavailable",
      retryable: false,
    });
  });

  test("takes a node off its list once it has left", async () => {
    const [node] = await run(manager, "list_nodes", { filters: "role=worker" });
    const id = String(node?.ID);
    expect((await manager.execute("remove_node", { id })).message).toMatch(/not down/);
    await run(worker, "swarm_leave");
    const removed = async () => (await manager.execute("remove_node", { id })).status;
    await expect.poll(removed, { timeout: 40_000, interval: 500 }).toBe("success");
    expect((await manager.execute("list_nodes")).summary).toMatchObject({ total: 1 });
    expect((await manager.execute("remove_node", { id })).error?.category).toBe("not_found");
  });

  test("unlocks a manager that has been started again", async () => {
    await promisify(exec)(restart);
    const locked = await manager.execute("list_nodes");
    expect(locked).toMatchObject({ message: expect.stringMatching(/lock/), error: { retryable: false } });
    const wrong = await manager.execute("swarm_unlock", { unlock_key: key.replace(/.$/, "A") });
    expect(wrong.status).toBe("failed");
    expect(await run(manager, "docker-swarm-unlock", { unlockkey: key })).toEqual([{ statusCode: 200 }]);
    await expect
      .poll(() => manager.execute("list_nodes"), { timeout: 40_000 })
      .toMatchObject({ summary: { total: 1, ready: 1 } });
  });
});

/** Runs an action that goes well, and gives its data, held against its fields. */
async function run(connector: Connector, name: string, parameters: object = {}) {
  return checkOutput(await connector.execute(name, parameters)).data;
}
