import { afterEach, describe, expect, test } from "vitest";
import { catalogue } from "../../src/connector/catalogue.js";
import { createConnector } from "../../src/connector/connector.js";
import { project } from "../../src/connector/projection/index.js";
import { Docker } from "../../src/docker.js";
import { fakeEngine } from "../client/fake-engine.js";
import { fakeConnector } from "../connector/fake-connector.js";
import type { Handler } from "../helpers/fake-daemon.js";

/** Text, as an object literal would set the prototype and JSON.parse does not. */
const trap =
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"prototype":{"polluted":"yes"},"toString":1,"hasOwnProperty":1,"toJSON":1,"then":1}';
const trapped = () => JSON.parse(trap);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Array.prototype)).toEqual([]);
  expect(Object.keys(Function.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
  expect(String({})).toBe("[object Object]");
});

describe("an answer with keys of prototypes", () => {
  const send =
    (text: string): Handler =>
    (call) =>
      call.send(200, text, { "Content-Type": "application/json", __proto__: "x", Constructor: "y" });

  test("is given as it was said, and reaches no prototype", async () => {
    await using engine = await fakeEngine({
      "GET /info": send(trap),
      "GET /containers/json": send(`[${trap},{"Id":"x","Labels":${trap}}]`),
      "GET /events": send(`${trap}\n${trap}\n`),
    });
    const info: unknown = await engine.docker.system.info();
    expect(Object.hasOwn(Object(info), "__proto__")).toBe(true);
    expect(Object(info).polluted).toBeUndefined();
    expect(JSON.stringify(info)).toBe(trap.replace(/"toJSON":1,/, '"toJSON":1,'));
    expect(await engine.docker.containers.list()).toHaveLength(2);
    let seen = 0;
    for await (const event of engine.docker.system.events()) if (Object.hasOwn(event, "__proto__")) seen++;
    expect(seen).toBe(2);
  });

  test("in progress and errors is read as any other", async () => {
    const error =
      '{"errorDetail":{"message":"no luck","__proto__":{"code":1}},"__proto__":{"polluted":"yes"}}';
    await using engine = await fakeEngine({
      "POST /images/{name}/push": send(
        `${trap}\n{"status":"x","id":"__proto__","progressDetail":${trap}}\n${error}\n`,
      ),
      "POST /build": send(`{"aux":${trap}}\n{"stream":"__proto__"}\n${error}\n`),
      "GET /containers/{id}/json": (call) =>
        call.send(500, `{"message":${trap},"__proto__":{"message":"wrong"}}`),
    });
    await expect(engine.docker.images.push("r.example/x:1")).rejects.toThrow("no luck");
    await expect(engine.docker.build({ dockerfile: "FROM scratch" })).rejects.toThrow("no luck");
    await expect(engine.docker.containers.inspect("web")).rejects.toThrow(/^\{"message":\{"__proto__"/);
  });

  test("goes into a container that is made again without more than it says", async () => {
    let created: unknown;
    const inspected = `{"Id":"old","Name":"/web","Image":"sha256:i","State":{"Running":false,"Status":"exited"},"Config":{"Image":"x","Labels":${trap},"Env":["__proto__=1"],"Volumes":${trap}},"HostConfig":{"Sysctls":${trap},"NetworkMode":"default"},"NetworkSettings":{"Networks":${trap}},"Mounts":[],"__proto__":{"polluted":"yes"}}`;
    await using engine = await fakeEngine({
      "GET /containers/{id}/json": send(inspected),
      "GET /images/{name}/json": send(`{"Id":"sha256:i","Config":{"Labels":${trap}}}`),
      "POST /containers/create": async (call) => {
        created = JSON.parse((await call.body()).toString());
        call.json(400, { message: "enough" });
      },
      "POST /containers/{id}/{verb}": (call) => call.send(204),
    });
    await engine.docker.recreate("web").catch(() => undefined);
    // Whether it got so far or was refused before: nothing has leaked into what was sent.
    expect(Object(created).polluted).toBeUndefined();
  });
});

describe("what is given with keys of prototypes", () => {
  test("is sent as it stands in bodies, and refused where keys are known", async () => {
    const bodies: string[] = [];
    await using engine = await fakeEngine({
      "POST /containers/create": async (call) => {
        bodies.push((await call.body()).toString());
        call.json(201, { Id: "x", Warnings: [] });
      },
    });
    const { containers } = engine.docker;
    await containers.create({ Image: "x", Labels: trapped(), HostConfig: { Sysctls: trapped() } });
    expect(bodies).toEqual([`{"Image":"x","Labels":${trap},"HostConfig":{"Sysctls":${trap}}}`]);
    const hostile = JSON.parse('{"__proto__":{"all":true}}');
    await expect(containers.list(hostile)).rejects.toThrow("ContainerList has no option __proto__");
    await expect(containers.list({ filters: trapped() })).rejects.toThrow("filters of ContainerList have no");
    await expect(containers.list({}, { headers: trapped() })).rejects.toThrow("header");
  });

  test("as options of a client is refused", () => {
    const options = JSON.parse('{"__proto__":{"apiVersion":"1.1"}}');
    expect(() => new Docker(options)).toThrow("A client has no option __proto__.");
  });

  test("goes through every action of the connector without a crash", { timeout: 60_000 }, async () => {
    // It has nothing of any name.
    await using fake = await fakeConnector();
    for (const { name, input } of catalogue) {
      const fields = Object.keys(input);
      const inputs: readonly unknown[] = [
        trapped(),
        JSON.parse('{"__proto__":{"id":"x","name":"x"}}'),
        ...fields.flatMap((field) => [{ [field]: trapped() }, { [field]: trap }, { [field]: "__proto__=x" }]),
        Object.fromEntries(fields.map((field) => [field, trapped()])),
        Object.fromEntries(fields.map((field) => [field, trap])),
      ];
      for (const parameters of inputs) {
        const envelope = await fake.connector.execute(name, parameters as object, { dryRun: true });
        const { category } = envelope.error ?? { category: "validation" };
        expect(["validation", "not_found", "stream_error"], JSON.stringify(envelope.error)).toContain(
          category,
        );
      }
    }
  });

  test("is no name of an action, and no setting", async () => {
    await using fake = await fakeConnector();
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const envelope = await fake.connector.execute(name, {});
      expect(envelope, name).toMatchObject({ status: "failed", error: { category: "validation" } });
    }
    expect(() => createConnector(trapped())).toThrow(/no parameter|not known|no setting/);
  });

  test("goes through the connector's answers and each platform's projection", async () => {
    await using fake = await fakeConnector({
      "GET /info": (call) => call.send(200, trap, { "Content-Type": "application/json" }),
      "GET /containers/json": (call) =>
        call.send(200, `[{"Id":"x","Names":["/a"],"Labels":${trap}},${trap}]`),
    });
    for (const action of ["get_info", "list_containers"]) {
      const envelope = await fake.connector.execute(action);
      for (const platform of ["splunk", "fortisoar", "xsoar"] as const) {
        const projected = project(platform, envelope);
        expect(Object(projected).polluted).toBeUndefined();
      }
    }
  });
});
