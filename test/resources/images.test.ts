import { describe, expect, test } from "vitest";
import { InvalidArgumentError, ProgressError, UnsupportedVersionError } from "../../src/errors.js";
import { callOf, closed, fakeEngine } from "../client/fake-engine.js";
import { describeOperations, progress } from "./operation-cases.js";

const id = `sha256:${"ab".repeat(32)}`;
const tar = Buffer.from("a tar, really");
const pushed = { tag: "1", digest: "sha256:x", size: 5 };
const pushes = progress({ status: "Pushed" }, { aux: { Tag: "1", Digest: "sha256:x", Size: 5 } });

describeOperations("images", [
  {
    name: "list",
    make: ({ images }) =>
      images.list({ all: true, sharedSize: true, filters: { dangling: false, reference: ["a:*"] } }),
    sent: 'GET /images/json?all=true&shared-size=true&filters={"dangling":["false"],"reference":["a:*"]}',
    answer: [{ Id: id }],
  },
  {
    name: "inspect",
    make: ({ images }) => images.inspect("registry.example/a/b:1", { manifests: true }),
    sent: "GET /images/registry.example%2Fa%2Fb%3A1/json?manifests=true",
    answer: { Id: id },
  },
  {
    name: "import",
    make: ({ images }) =>
      images.import(tar, { repo: "a", tag: "1", message: "m", changes: ["ENV A=b", "CMD x"] }).then(),
    sent: "POST /images/create?fromSrc=-&repo=a&tag=1&message=m&changes=ENV A=b&changes=CMD x",
    body: tar,
    answer: progress({ status: id }),
    gives: { id },
  },
  {
    name: "import from a URL",
    make: ({ images }) => images.import(undefined, { fromSrc: "http://h/x.tar", repo: "a" }).then(),
    sent: "POST /images/create?fromSrc=http://h/x.tar&repo=a",
    answer: progress({ status: id }),
    gives: { id },
  },
  {
    name: "push",
    make: ({ images }) => images.push("registry.example/a:1").then(),
    sent: "POST /images/registry.example%2Fa/push?tag=1",
    registry: "registry.example",
    answer: pushes,
    gives: { digest: "sha256:x", tags: [pushed] },
  },
  {
    name: "push without a tag",
    make: ({ images }) => images.push("other.example:5000/a").then(),
    sent: "POST /images/other.example%3A5000%2Fa/push?tag=latest",
    registry: "other.example:5000",
    answer: pushes,
    gives: { digest: "sha256:x", tags: [pushed] },
  },
  {
    name: "push with a tag that is not set, which does not mean all tags",
    make: ({ images }) => images.push("registry.example/a", { tag: undefined }).then(),
    sent: "POST /images/registry.example%2Fa/push?tag=latest",
    registry: "registry.example",
    answer: pushes,
    gives: { digest: "sha256:x", tags: [pushed] },
  },
  {
    name: "tag",
    make: ({ images }) => images.tag(id, "registry.example:5000/a:2"),
    sent: `POST /images/${encodeURIComponent(id)}/tag?repo=registry.example:5000/a&tag=2`,
  },
  {
    name: "tag without a tag",
    make: ({ images }) => images.tag("a", "b"),
    sent: "POST /images/a/tag?repo=b&tag=latest",
  },
  {
    name: "remove",
    make: ({ images }) => images.remove("a:1", { force: true, noPrune: true }),
    sent: "DELETE /images/a%3A1?force=true&noprune=true",
    answer: [{ Untagged: "a:1" }],
  },
  {
    name: "prune",
    make: ({ images }) => images.prune({ filters: { dangling: false, until: "24h" } }),
    sent: 'POST /images/prune?filters={"dangling":["false"],"until":["24h"]}',
    answer: { ImagesDeleted: null, SpaceReclaimed: 0 },
  },
  {
    name: "history",
    make: ({ images }) => images.history("a:1"),
    sent: "GET /images/a%3A1/history",
    answer: [{ Id: id }],
  },
  {
    name: "search",
    make: ({ images }) => images.search({ term: "web", limit: 3, filters: { stars: 5 } }),
    sent: 'GET /images/search?term=web&limit=3&filters={"stars":["5"]}',
    answer: [{ name: "web" }],
  },
  {
    name: "save of one",
    make: async ({ images }) => Buffer.concat(await pieces(images.save("a:1"))).toString(),
    sent: "GET /images/a%3A1/get",
    answer: tar,
    gives: tar.toString(),
  },
  {
    name: "save of several",
    make: async ({ images }) => Buffer.concat(await pieces(images.save(["a:1", "b"]))).toString(),
    sent: "GET /images/get?names=a:1&names=b",
    answer: tar,
    gives: tar.toString(),
  },
  {
    name: "load",
    make: ({ images }) => images.load(tar, { quiet: true }).then(),
    sent: "POST /images/load?quiet=true",
    body: tar,
    answer: progress({ stream: "Loaded image: a:1\n" }),
    gives: { images: ["a:1"] },
  },
]);

async function pieces(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for await (const piece of stream) read.push(piece);
  return read;
}

describe("images.build", () => {
  test("sends the options by their names on the wire, and gives the image", async () => {
    const bodies: string[] = [];
    await using engine = await fakeEngine({
      "POST /build": async (call) => {
        bodies.push((await call.body()).toString());
        call.send(200, progress({ stream: "Step 1/1 : FROM a\n" }, { aux: { ID: id } }));
      },
    });
    const building = engine.docker.images.build(tar, {
      tag: ["a:1", "b"],
      dockerfile: "d/Dockerfile",
      noCache: true,
      buildArgs: { A: "b" },
      labels: { l: "m" },
      cacheFrom: ["c"],
    });
    expect(await building).toMatchObject({ id });
    expect(bodies).toEqual([tar.toString()]);
    const { query, headers } = callOf(engine, "/build");
    expect([...query]).toEqual([
      ["t", "a:1"],
      ["t", "b"],
      ["dockerfile", "d/Dockerfile"],
      ["nocache", "true"],
      ["buildargs", '{"A":"b"}'],
      ["labels", '{"l":"m"}'],
      ["cachefrom", '["c"]'],
    ]);
    expect(headers["content-type"]).toBe("application/x-tar");
  });
});

describe("images", () => {
  test("are not pushed or named by what has a digest", async () => {
    await using engine = await fakeEngine();
    const { images } = engine.docker;
    expect(() => images.push(`a@${id}`)).toThrow(InvalidArgumentError);
    expect(() => images.push(id)).toThrow("is an image's id, not its name");
    await expect(images.tag("a", `b@${id}`)).rejects.toThrow("target has a digest");
    expect(engine.calls).toEqual([]);
  });

  test("whose push the registry refuses say why, to every await and to the loop", async () => {
    const message = "denied: requested access to the resource is denied";
    await using engine = await fakeEngine({
      "POST /images/{name}/push": (call) =>
        call.send(200, progress({ status: "Preparing" }, { errorDetail: { message }, error: message })),
    });
    const job = engine.docker.images.push("registry.example/a");
    const seen: (string | undefined)[] = [];
    const loop = (async () => {
      for await (const { status } of job) seen.push(status);
    })();
    await expect(loop).rejects.toThrow(new ProgressError(message));
    await expect(job.then()).rejects.toThrow(message);
    expect(seen).toEqual(["Preparing"]);
    expect(engine.calls).toHaveLength(1);
  });

  test("are sent nothing about before somebody waits for a job or a stream", async () => {
    await using engine = await fakeEngine({ "POST /images/load": (call) => call.send(200) });
    const { images } = engine.docker;
    const job = images.load(tar);
    images.save("a");
    images.push("a");
    await engine.docker.apiVersion();
    expect(engine.calls).toEqual([]);
    expect(await job).toEqual({ images: [] });
    expect(engine.calls).toHaveLength(1);
  });

  test("of another platform are refused by an engine that cannot choose", async () => {
    await using engine = await fakeEngine({}, { api: "1.47" });
    const platform = { os: "linux", architecture: "arm64" };
    await expect(engine.docker.images.load(tar, { platform }).then()).rejects.toThrow(
      UnsupportedVersionError,
    );
    expect(engine.calls).toEqual([]);
  });

  test("that are saved end with the loop, and the connection with them", async () => {
    await using engine = await fakeEngine({
      "GET /images/{name}/get": async (call) => {
        call.start(200, { "Content-Type": "application/x-tar" });
        while (!call.closed) await call.write(Buffer.alloc(65_536));
      },
    });
    for await (const piece of engine.docker.images.save("a")) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    await closed(callOf(engine, "/images/a/get"));
  });
});
