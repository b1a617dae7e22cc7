import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations } from "./operation-cases.js";

const init = { ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" };
const join = { ...init, RemoteAddrs: ["192.0.2.1:2377"], JoinToken: "SWMTKN-1-x" };
const spec = { Name: "default", Labels: { a: "b" } };

describeOperations("swarm", [
  { name: "inspect", make: ({ swarm }) => swarm.inspect(), sent: "GET /swarm", answer: { ID: "s" } },
  { name: "init", make: ({ swarm }) => swarm.init(init), sent: "POST /swarm/init", body: init, answer: "n1" },
  { name: "join", make: ({ swarm }) => swarm.join(join), sent: "POST /swarm/join", body: join },
  { name: "leave", make: ({ swarm }) => swarm.leave({ force: true }), sent: "POST /swarm/leave?force=true" },
  {
    name: "update",
    make: ({ swarm }) =>
      swarm.update(spec, { version: 9, rotateWorkerToken: true, rotateManagerToken: false }),
    sent: "POST /swarm/update?version=9&rotateWorkerToken=true&rotateManagerToken=false",
    body: spec,
  },
  {
    name: "unlockKey",
    make: ({ swarm }) => swarm.unlockKey(),
    sent: "GET /swarm/unlockkey",
    answer: { UnlockKey: "SWMKEY-1-x" },
  },
  {
    name: "unlock",
    make: ({ swarm }) => swarm.unlock({ UnlockKey: "SWMKEY-1-x" }),
    sent: "POST /swarm/unlock",
    body: { UnlockKey: "SWMKEY-1-x" },
  },
]);

describe("swarm", () => {
  test("is not updated without the version that was read", async () => {
    await using engine = await fakeEngine();
    // What JavaScript, or a cast, lets through.
    const updating = engine.docker.swarm.update(spec, {} as { version: number });
    await expect(updating).rejects.toThrow(InvalidArgumentError);
    expect(engine.calls).toEqual([]);
  });
});
