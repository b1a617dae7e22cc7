import { expect, test } from "vitest";
import type { Docker } from "../../src/docker.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Call } from "../helpers/fake-daemon.js";

const version = { version: 3 };
const tar = Buffer.from("a tar, really");

/** What engines do without a word, and the status they say it with. */
const calls: readonly [route: string, status: number, make: (docker: Docker) => Promise<unknown>][] = [
  ["POST /containers/{id}/resize", 200, (d) => d.containers.resize("a", { height: 1, width: 2 })],
  ["POST /exec/{id}/resize", 200, (d) => d.exec.resize("a", { height: 1, width: 2 })],
  ["POST /exec/{id}/start", 200, (d) => d.exec.start("a", { detach: true })],
  ["PUT /containers/{id}/archive", 200, (d) => d.containers.putArchive("a", tar, { path: "/" })],
  ["POST /networks/{id}/connect", 200, (d) => d.networks.connect("a", { Container: "b" })],
  ["POST /networks/{id}/disconnect", 200, (d) => d.networks.disconnect("a", { Container: "b" })],
  ["POST /plugins/{name}/enable", 200, (d) => d.plugins.enable("a")],
  ["POST /plugins/{name}/disable", 200, (d) => d.plugins.disable("a")],
  ["DELETE /plugins/{name}", 200, (d) => d.plugins.remove("a")],
  ["DELETE /nodes/{id}", 200, (d) => d.nodes.remove("a")],
  ["POST /nodes/{id}/update", 200, (d) => d.nodes.update("a", { Role: "worker" }, version)],
  ["POST /swarm/join", 200, (d) => d.swarm.join({ ListenAddr: "a", RemoteAddrs: ["b"], JoinToken: "c" })],
  ["POST /swarm/leave", 200, (d) => d.swarm.leave()],
  ["POST /swarm/update", 200, (d) => d.swarm.update({}, version)],
  ["POST /swarm/unlock", 200, (d) => d.swarm.unlock({ UnlockKey: "a" })],
  ["DELETE /services/{id}", 200, (d) => d.services.remove("a")],
  ["POST /secrets/{id}/update", 200, (d) => d.secrets.update("a", {}, version)],
  ["POST /configs/{id}/update", 200, (d) => d.configs.update("a", {}, version)],
  ["PUT /volumes/{name}", 200, (d) => d.volumes.update("a", {}, version)],
  ["POST /images/{name}/tag", 201, (d) => d.images.tag("a", "b")],
  ["POST /containers/{id}/start", 204, (d) => d.containers.start("a")],
  ["POST /containers/{id}/stop", 204, (d) => d.containers.stop("a")],
  ["POST /containers/{id}/start", 304, (d) => d.containers.start("a")],
  ["POST /containers/{id}/stop", 304, (d) => d.containers.stop("a")],
  ["POST /containers/{id}/restart", 204, (d) => d.containers.restart("a")],
  ["POST /containers/{id}/kill", 204, (d) => d.containers.kill("a")],
  ["POST /containers/{id}/rename", 204, (d) => d.containers.rename("a", "b")],
  ["POST /containers/{id}/pause", 204, (d) => d.containers.pause("a")],
  ["POST /containers/{id}/unpause", 204, (d) => d.containers.unpause("a")],
  ["DELETE /containers/{id}", 204, (d) => d.containers.remove("a")],
  ["DELETE /volumes/{name}", 204, (d) => d.volumes.remove("a")],
  ["DELETE /networks/{id}", 204, (d) => d.networks.remove("a")],
  ["DELETE /secrets/{id}", 204, (d) => d.secrets.remove("a")],
  ["DELETE /configs/{id}", 204, (d) => d.configs.remove("a")],
  ["POST /plugins/{name}/set", 204, (d) => d.plugins.configure("a", [])],
  ["POST /plugins/create", 204, (d) => d.plugins.create(tar, { name: "a" })],
];

test.each(calls)("%s with %i and no body is a success without a value", async (route, status, make) => {
  const nothing = async (call: Call) => {
    await call.body();
    call.send(status, "", status === 200 || status === 201 ? { "Content-Length": "0" } : {});
  };
  await using engine = await fakeEngine({ [route]: nothing });
  expect(await make(engine.docker)).toBeUndefined();
  // The connection is free for the next call.
  expect(await make(engine.docker)).toBeUndefined();
  expect(engine.daemon.connectionCount).toBeLessThanOrEqual(2);
});

test("a status of 304 is no success where nothing can be so already", async () => {
  await using engine = await fakeEngine({ "POST /containers/{id}/kill": (call) => call.send(304) });
  await expect(engine.docker.containers.kill("a")).rejects.toMatchObject({ status: 304 });
});

test("a text as the whole JSON of an answer is a text", async () => {
  await using engine = await fakeEngine({
    "POST /swarm/init": (call) => call.send(200, '"n0de"\n', { "Content-Type": "application/json" }),
  });
  expect(await engine.docker.swarm.init({ ListenAddr: "127.0.0.1" })).toBe("n0de");
});
