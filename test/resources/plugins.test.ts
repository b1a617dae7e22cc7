import { describe, expect, test } from "vitest";
import { InvalidArgumentError, ProgressError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { describeOperations, progress } from "./operation-cases.js";

const tar = Buffer.from("a tar, really");
const remote = "registry.example/p:1";
const privileges = [{ Name: "network", Description: "", Value: ["host"] }];
const installs = progress({ status: "Downloading" }, { status: "Digest: sha256:x" });

describeOperations("plugins", [
  {
    name: "list",
    make: ({ plugins }) => plugins.list({ filters: { enabled: true, capability: ["volumedriver"] } }),
    sent: 'GET /plugins?filters={"enabled":["true"],"capability":["volumedriver"]}',
    answer: [{ Name: "p" }],
  },
  {
    name: "privileges",
    make: ({ plugins }) => plugins.privileges(remote),
    sent: `GET /plugins/privileges?remote=${remote}`,
    registry: "registry.example",
    answer: privileges,
  },
  {
    name: "install",
    make: ({ plugins }) => plugins.install(privileges, { remote, name: "p" }).then(),
    sent: `POST /plugins/pull?remote=${remote}&name=p`,
    body: privileges,
    registry: "registry.example",
    answer: installs,
    gives: { digest: "sha256:x" },
  },
  {
    name: "inspect",
    make: ({ plugins }) => plugins.inspect("a/p:1"),
    sent: "GET /plugins/a%2Fp%3A1/json",
    answer: { Name: "a/p:1" },
  },
  {
    name: "remove",
    make: ({ plugins }) => plugins.remove("p", { force: true }),
    sent: "DELETE /plugins/p?force=true",
  },
  {
    name: "enable",
    make: ({ plugins }) => plugins.enable("p", { timeout: 5 }),
    sent: "POST /plugins/p/enable?timeout=5",
  },
  {
    name: "enable, with the time that engines must be told",
    make: ({ plugins }) => plugins.enable("p"),
    sent: "POST /plugins/p/enable?timeout=0",
  },
  {
    name: "enable, with a time that is not set",
    make: ({ plugins }) => plugins.enable("p", { timeout: undefined }),
    sent: "POST /plugins/p/enable?timeout=0",
  },
  {
    name: "disable",
    make: ({ plugins }) => plugins.disable("p", { force: true }),
    sent: "POST /plugins/p/disable?force=true",
  },
  {
    name: "upgrade",
    make: ({ plugins }) => plugins.upgrade("p", privileges, { remote }).then(),
    sent: `POST /plugins/p/upgrade?remote=${remote}`,
    body: privileges,
    registry: "registry.example",
    answer: installs,
    gives: { digest: "sha256:x" },
  },
  {
    name: "create",
    make: ({ plugins }) => plugins.create(tar, { name: "p" }),
    sent: "POST /plugins/create?name=p",
    body: tar,
  },
  {
    name: "push",
    make: ({ plugins }) => plugins.push("registry.example/p:1").then(),
    sent: "POST /plugins/registry.example%2Fp%3A1/push",
    registry: "registry.example",
    answer: progress({ status: "1: digest: sha256:x size: 5" }),
    gives: { digest: "sha256:x", tags: [{ tag: "1", digest: "sha256:x", size: 5 }] },
  },
  {
    name: "configure",
    make: ({ plugins }) => plugins.configure("p", ["DEBUG=1"]),
    sent: "POST /plugins/p/set",
    body: ["DEBUG=1"],
  },
]);

describe("plugins.install", () => {
  test("throws what goes wrong in the middle", async () => {
    const message = "incorrect privileges";
    await using engine = await fakeEngine({
      "POST /plugins/pull": (call) => call.send(200, progress({ errorDetail: { message }, error: message })),
    });
    const installing = engine.docker.plugins.install([], { remote: "registry.example/p" });
    await expect(installing.then()).rejects.toThrow(new ProgressError(message));
  });

  test("refuses a remote that is no name, by what it is called", async () => {
    await using engine = await fakeEngine();
    const installing = engine.docker.plugins.install([], { remote: "https://registry.example/p" }).then();
    await expect(installing).rejects.toThrow(InvalidArgumentError);
    await expect(installing).rejects.toThrow(/^remote begins with a URL's scheme/);
    expect(engine.calls).toEqual([]);
  });
});
