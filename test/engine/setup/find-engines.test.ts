import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { findEngines, parseHosts } from "./find-engines.js";

test("a list of hosts may name some of them", () => {
  expect(parseHosts("unix:///a.sock, e28=tcp://127.0.0.1:2376,,", undefined)).toEqual([
    { host: "unix:///a.sock" },
    { name: "e28", host: "tcp://127.0.0.1:2376" },
  ]);
});

test("certificates are for TCP addresses only", () => {
  expect(parseHosts("unix:///a.sock,tcp://127.0.0.1:2376", "/certs")).toEqual([
    { host: "unix:///a.sock" },
    { host: "tcp://127.0.0.1:2376", certPath: "/certs" },
  ]);
});

test("an engine that is not there is told of, with what to do", async () => {
  const { engines, absence } = await findEngines({ DOCKER_HOST: "unix:///no/such.sock" });
  expect(engines).toEqual([]);
  expect(absence).toMatch(
    /^No engine answered at unix:\/\/\/no\/such\.sock: .*ENOENT.* Set DOCKER_HOST, or /,
  );
});

test("an engine that was asked for by name and is not there is a failure", async () => {
  const asked = findEngines({ DOCKER_ENGINE_SDK_TEST_HOSTS: "old=unix:///no/such.sock" });
  await expect(asked).rejects.toThrow("No engine answered at unix:///no/such.sock");
});

test("an address that only the SDK understands is told of", async () => {
  const { absence } = await findEngines({ DOCKER_HOST: "ssh://somewhere" });
  expect(absence).toContain("The engine address ssh://somewhere is not understood here");
});

test("an engine gives its name, its versions and takes the image, unless it has it", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(JSON.stringify({ Version: "27.0.0", ApiVersion: "1.46", MinAPIVersion: "1.24" }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  // A listening TCP server's address is no string.
  const host = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const found = await findEngines({ DOCKER_ENGINE_SDK_TEST_HOSTS: `${host},x=${host}` });
  server.close();
  const versions = { engineVersion: "27.0.0", apiVersion: "1.46", minApiVersion: "1.24" };
  expect(found.engines).toEqual([
    { name: "engine 27.0.0", host, ...versions },
    { name: "x", host, ...versions },
  ]);
  expect(new Set(asked)).toEqual(
    new Set(["GET /version", "GET /images/docker-engine-sdk/busybox:test/json"]),
  );
});
