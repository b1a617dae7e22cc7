import { describe, expect, test } from "vitest";
import { type OperationFacts, type OperationId, operations } from "../../generated/operations.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { bareClient } from "../client/bare-client.js";
import { fakeEngine } from "../client/fake-engine.js";
import type { Handler } from "../helpers/fake-daemon.js";

const all: readonly [string, OperationFacts][] = Object.entries(operations);
const withName = all.flatMap(([id, { path, method }]) => {
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  return name === undefined ? [] : [{ id: id as OperationId, name, path, method }]; // a key of the table
});

describe("an id with .. in it", () => {
  test.each(["..", "x/../prune?", "../../images/json?x=", "/../info", "a/.", "x\\..\\prune"])(
    "is refused before anything is sent, whatever the call: %j",
    async (hostile) => {
      await using engine = await bareClient({});
      for (const { id, name } of withName) {
        const calling = engine.client.call(id, { path: { [name]: hostile } });
        await expect(calling, id).rejects.toThrow(InvalidArgumentError);
        await expect(calling, id).rejects.toThrow(`${name} (of ${operations[id].path}) is`);
      }
      expect(engine.daemon.calls).toEqual([]);
    },
  );

  test("is refused by streams, jobs and connections too", async () => {
    await using engine = await fakeEngine();
    const { containers, images, services, exec } = engine.docker;
    const id = "x/../prune?";
    const attempts: readonly [string, () => unknown][] = [
      ["logs", () => containers.logs(id).text()],
      ["stats", () => containers.stats(id)[Symbol.asyncIterator]().next()],
      ["export", () => containers.export(id)[Symbol.asyncIterator]().next()],
      ["attach", () => containers.attach(id)],
      ["exec", () => engine.docker.exec(id, ["date"])],
      ["exec.start", () => exec.start(id)],
      ["service logs", () => services.logs(id).text()],
      ["save", () => images.save(id)[Symbol.asyncIterator]().next()],
      ["pull", () => images.pull(id)],
      ["push", () => images.push(id)],
      ["copyTo", () => engine.docker.copyTo(id, { a: "b" }, "/")],
      ["putArchive", () => containers.putArchive(id, Buffer.from(""), { path: "/" })],
    ];
    for (const [name, attempt] of attempts) {
      await expect((async () => attempt())(), name).rejects.toThrow(InvalidArgumentError);
    }
    expect(engine.calls).toEqual([]);
  });
});

describe("an id with what has a meaning in URLs", () => {
  test.each([
    "a?b=c&d",
    "a#b",
    "a%2e%2e",
    "a b",
    "x/start?t=1",
    "name@sha256:00ff",
    "ü/ÿ",
    "a;b",
    "a\r\nX: y",
  ])("stays one segment in every call: %j", async (text) => {
    const nothing: Handler = (call) => call.send(204);
    const routes = withName.map(({ method, path }) => [`${method} ${path}`, nothing]);
    await using engine = await bareClient(Object.fromEntries(routes));
    for (const { id, path, method, name } of withName) {
      const before = engine.paths().length;
      // What else an operation needs is judged behind the path, which is all that counts here.
      await engine.client.call(id, { path: { [name]: text } }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(InvalidArgumentError);
      });
      const sent = `${method} ${path.replace(`{${name}}`, encodeURIComponent(text))}`;
      for (const line of engine.paths().slice(before)) expect(line).toBe(sent);
    }
    expect(engine.paths().length).toBeGreaterThan(25);
  });

  test("stays a value in a query: a new name, a tag, a term, a path", async () => {
    await using engine = await fakeEngine({
      "POST /containers/{id}/rename": (call) => call.send(204),
      "GET /images/search": (call) => call.json(200, []),
      "HEAD /containers/{id}/archive": (call) =>
        call.send(200, "", { "X-Docker-Container-Path-Stat": Buffer.from("{}").toString("base64") }),
    });
    const value = "x&force=1#y?z=/../%00";
    await engine.docker.containers.rename("web", value);
    await engine.docker.images.search({ term: value });
    await engine.docker.containers.statArchive("web", { path: value }).catch(() => undefined);
    expect(engine.calls.map(({ query }) => [...query])).toEqual([
      [["name", value]],
      [["term", value]],
      [["path", value]],
    ]);
  });
});

test("a container's name works as an engine lists it, with a slash before it", async () => {
  await using engine = await fakeEngine({
    "GET /containers/json": (call) => call.json(200, [{ Id: "x", Names: ["/web"] }]),
    "POST /containers/web/stop": (call) => call.send(204),
  });
  const [web] = await engine.docker.containers.list();
  await engine.docker.containers.stop(web?.Names?.[0] ?? "");
  expect(engine.calls.map(({ path }) => path)).toEqual(["/containers/json", "/containers/web/stop"]);
});
