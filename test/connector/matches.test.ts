import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { actionNames, catalogue } from "../../src/connector/catalogue.js";
import { createConnector } from "../../src/connector/connector.js";
import type { Handler } from "../helpers/fake-daemon.js";
import { tcpServer } from "./failures/tcp-engine.js";
import { fakeConnector } from "./fake-connector.js";

/** What the older connectors did right, and playbooks count on. */
const platforms = JSON.parse(readFileSync(new URL("fixtures/platforms.json", import.meta.url), "utf8")) as {
  readonly splunk: readonly { readonly name: string; readonly identifier: string }[];
};

const done: Handler = async (call) => {
  await call.body();
  call.json(200, []);
};

describe("a playbook finds again", () => {
  test("each action by what it was called, in whatever case and with whatever between the words (X10, S13, F17)", () => {
    for (const action of catalogue) {
      const { splunk, fortisoar, xsoar } = action.platforms;
      for (const name of [splunk?.identifier, splunk?.action, fortisoar?.operation, xsoar?.command]) {
        if (name === undefined) continue;
        expect(actionNames.get(name)?.name).toBe(action.name);
      }
    }
    for (const { name, identifier } of platforms.splunk) {
      expect(actionNames.get(identifier)).toBe(actionNames.get(name));
    }
    const spellings = [
      "docker-container-list",
      "Docker Container List",
      "DOCKER_CONTAINER_LIST",
      "list_containers",
      "List Containers",
    ];
    expect(spellings.map((name) => actionNames.get(name)?.name)).toEqual(
      spellings.map(() => "list_containers"),
    );
  });

  test("results in the context by their prefix, which no other action's hides (X8, X-2.1-12)", () => {
    const published = catalogue.filter(
      ({ platforms }) => platforms.xsoar?.published && platforms.xsoar.prefix,
    );
    expect(published.length).toBeGreaterThan(30);
    for (const { name, platforms, output } of published) {
      expect(platforms.xsoar?.prefix, name).toMatch(/^Docker\.[A-Z]\w+$/);
      const { keyField } = platforms.xsoar ?? {};
      if (keyField !== undefined) expect(Object.keys(output), name).toContain(keyField);
    }
  });

  test.each(["true", "True", "yes", "1", true])(
    "the switch %j as on, and sends it as the API says it (X11, X-2.1-12, S-2.2-11)",
    async (all) => {
      await using fake = await fakeConnector({ "GET /containers/json": done });
      await fake.connector.execute("list_containers", {
        all: all as string,
        limit: "5",
        size: "",
        filters: null,
      });
      expect([...(fake.calls[0]?.query ?? [])].filter(([name]) => name !== "size")).toEqual(
        expect.arrayContaining([
          ["all", "true"],
          ["limit", "5"],
        ]),
      );
    },
  );

  test("objects, one or many, counted by the action and by what went well (S12)", async () => {
    await using fake = await fakeConnector({
      "GET /containers/json": (call) => call.json(200, [{ Id: "a" }, { Id: "b" }]),
    });
    const { counts, summary } = await fake.connector.execute("list_containers");
    expect({ counts, total: summary.total }).toEqual({ counts: { total: 1, successful: 1 }, total: 2 });
    const { counts: none } = await fake.connector.execute("remove_container", { id: "nope" });
    expect(none).toEqual({ total: 1, successful: 0 });
  });

  test("that ids are encoded, and refused where they are none (S7, S-2.2-11, F-2.3-14)", async () => {
    await using fake = await fakeConnector({ "POST /containers/{id}/stop": (call) => call.send(204) });
    expect((await fake.connector.execute("stop container", { id: "a/b?c#d%2F é" })).status).toBe("success");
    expect(fake.calls[0]?.path).toBe("/containers/a%2Fb%3Fc%23d%252F%20%C3%A9/stop");
    for (const id of [".", ".."]) {
      const envelope = await fake.connector.execute("stop container", { id });
      expect(envelope.error).toMatchObject({ category: "validation", retryable: false });
    }
    expect(fake.calls).toHaveLength(1);
  });
});

describe("credentials of registries", () => {
  /** All three paddings, and letters that the two alphabets tell apart. */
  const passwords = ["~?>", "~?>~", "~?>~?", "pässwörd ÿÿÿ", "ûûûû"];
  const registryServerAddress = "r.example:5000";

  test.each(passwords)(
    "with the password %j go in the alphabet of URLs, padded (F5, F-2.3-10, X5)",
    async (registryPassword) => {
      await using fake = await fakeConnector(
        { "GET /distribution/{name}/json": (call) => call.json(200, { Descriptor: {}, Platforms: [] }) },
        { config: { registryUsername: "ü", registryPassword, registryServerAddress } },
      );
      await fake.connector.execute("inspect_distribution", { name: `${registryServerAddress}/app:1` });
      const header = String(fake.calls[0]?.headers["x-registry-auth"]);
      expect(header).toMatch(/^[A-Za-z0-9_-]+={0,2}$/);
      expect(header.length % 4).toBe(0);
      expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({
        username: "ü",
        password: registryPassword,
      });
    },
  );

  test("go nowhere but to calls that involve that registry (X5, X-2.1-11)", async () => {
    await using fake = await fakeConnector(
      { "GET /info": (call) => call.json(200, {}), "GET /containers/json": done },
      { config: { registryIdentityToken: "t", registryServerAddress } },
    );
    await fake.connector.execute("get_info");
    await fake.connector.execute("list_containers");
    await fake.connector.execute("inspect_distribution", { name: "other.example/app:1" });
    const sent = fake.daemon.calls.map(({ headers }) => headers["x-registry-auth"]);
    const said = sent
      .filter((header) => header !== undefined)
      .map((header) => Buffer.from(String(header), "base64url").toString());
    expect(said.filter((text) => text !== "{}")).toEqual([]);
  });
});

describe("the settings that one connector lacked", () => {
  test("are all sent: who the client is, the version, and its own time (S-2.2-7, F2, F3, F4, F9)", async () => {
    await using fake = await fakeConnector(
      { "GET /info": (call) => call.json(200, { ID: "x" }) },
      { config: { accessToken: "t", apiVersion: "v1.43", timeout: "5" } },
    );
    expect((await fake.connector.execute("get_info")).meta.apiVersion).toBe("1.43");
    expect(fake.calls.map(({ version, headers }) => [version, headers.authorization])).toEqual([
      ["1.43", "Bearer t"],
    ]);
    await using basic = createConnector({
      socketPath: fake.daemon.socketPath,
      username: "ü",
      password: "p:q",
      authenticationType: "Basic",
    });
    await basic.execute("get_info");
    const expected = `Basic ${Buffer.from("ü:p:q").toString("base64")}`;
    expect(fake.calls.at(-1)?.headers.authorization).toBe(expected);
  });

  test("say so when the engine is too old for the version (F2)", async () => {
    const message = "client version 1.51 is too new. Maximum supported API version is 1.41";
    await using fake = await fakeConnector(
      { "GET /_ping": (call) => call.json(400, { message }) },
      { api: "1.41", config: { apiVersion: "1.51" } },
    );
    const envelope = await fake.connector.execute("ping");
    expect(envelope.error).toMatchObject({ category: "unsupported_version", retryable: false });
  });
});

describe("the system's proxy", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["true", 1],
    ["false", 0],
    ["", 0],
  ])("counts where the switch is %j: %i times (X4, X-2.1-11)", async (proxy, times) => {
    let asked = 0;
    await using server = await tcpServer((socket) => {
      asked++;
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    });
    for (const name of ["HTTP_PROXY", "http_proxy"]) vi.stubEnv(name, `http://${server.authority}`);
    for (const name of ["NO_PROXY", "no_proxy"]) vi.stubEnv(name, "");
    // What is on this machine is never asked for by a proxy.
    await using connector = createConnector({
      url: "http://engine.invalid",
      proxy,
      retryAttempts: "0",
      timeout: "5",
    });
    const { message } = await connector.execute("ping");
    expect(asked).toBe(times);
    expect(message).toMatch(times === 0 ? /engine\.invalid was not found/ : /proxy.*502/i);
  });
});
