import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderSink } from "../../../src/connector/files.js";
import { createConnector } from "../../../src/connector/index.js";
import { fakeConnector } from "../fake-connector.js";
import { credentialsIn, digest, id, pulled, queryOf, refusing, telling } from "./images-engine.js";

const inspected = {
  "GET /images/{name}/json": (call: { json(s: number, v: unknown): void }) => call.json(200, { Id: id }),
};
const mine = { username: "me", password: "~~~???ÿ", serveraddress: "registry.example" };
const config = {
  registryUsername: mine.username,
  registryPassword: mine.password,
  registryServerAddress: mine.serveraddress,
};

describe("pull_image", () => {
  test("pulls one tag, with credentials, and tells what goes on (F5, F-2.3-2)", async () => {
    await using fake = await fakeConnector(
      { "POST /images/create": telling(...pulled("registry.example/app:latest")), ...inspected },
      { config },
    );
    const lines: string[] = [];
    const envelope = await fake.connector.execute(
      "docker-image-create",
      { from_image: "registry.example/app", platform: "linux/arm64", tag: "" },
      { onProgress: (line) => lines.push(line) },
    );
    expect(envelope).toMatchObject({
      status: "success",
      message: "Successfully pulled image registry.example/app:latest.",
      data: [
        {
          id,
          digest,
          image: "registry.example/app:latest",
          downloaded: true,
          status: "Downloaded newer image for registry.example/app:latest",
        },
      ],
      context: { prefix: "Docker.ImageCreate", keyField: "id" },
    });
    const [call] = fake.calls;
    expect(queryOf(call)).toEqual({
      fromImage: "registry.example/app",
      tag: "latest",
      platform: "linux/arm64",
    });
    expect(credentialsIn(call, "x-registry-auth")).toEqual(mine);
    expect(lines).toEqual([
      "Pulling from library/x",
      "a1: Downloading",
      "a1: Pull complete",
      `Digest: ${digest}`,
      "Status: Downloaded newer image for registry.example/app:latest",
    ]);
  });

  test.each([
    [{ image: "app:1" }, { fromImage: "app", tag: "1" }],
    [
      { fromImage: "app:1", tag: "2" },
      { fromImage: "app", tag: "2" },
    ],
    [
      { from_image: "app", tag: digest },
      { fromImage: "app", tag: digest },
    ],
    [{ from_image: `app@${digest}` }, { fromImage: "app", tag: digest }],
    [
      { from_image: "app", additional_fields: '{"platform": "linux/386"}' },
      { fromImage: "app", tag: "latest", platform: "linux/386" },
    ],
  ])("of %j asks for %j (F18)", async (parameters, query) => {
    await using fake = await fakeConnector({
      "POST /images/create": telling(...pulled("app", false)),
      ...inspected,
    });
    const envelope = await fake.connector.execute("pull_image", parameters as object);
    expect(envelope.data).toMatchObject([{ downloaded: false }]);
    expect(envelope.message).toMatch(/^Image app\S+ was up to date\.$/);
    expect(queryOf(fake.calls[0])).toEqual(query);
  });

  test("fails with what the registry says in the stream, and is not asked for again (X-2.1-2, F-2.3-2, F-2.3-13)", async () => {
    await using fake = await fakeConnector(
      {
        "POST /images/create": telling(
          { status: "Pulling from x", id: "1" },
          { error: "toomanyrequests", errorDetail: { message: "toomanyrequests: slow down" } },
        ),
      },
      { config: { retryAttempts: "3" } },
    );
    expect(await fake.connector.execute("pull_image", { from_image: "app:1" })).toMatchObject({
      status: "failed",
      message: "toomanyrequests: slow down",
      data: [],
      error: { category: "stream_error", retryable: false },
    });
    expect(fake.calls).toHaveLength(1);
  });

  test("fails with what the engine passes on before the stream begins", async () => {
    await using fake = await fakeConnector({ "POST /images/create": refusing(404, "manifest unknown") });
    expect(await fake.connector.execute("pull_image", { from_image: "app" })).toMatchObject({
      message: "manifest unknown",
      error: { category: "not_found", httpStatus: 404 },
    });
  });

  test("refuses an option that there is none of", async () => {
    await using fake = await fakeConnector();
    expect(
      await fake.connector.execute("pull_image", {
        from_image: "app",
        additional_fields: '{"plattform": "x"}',
      }),
    ).toMatchObject({
      error: { category: "validation" },
      message: expect.stringContaining("ImageCreate has no option plattform"),
    });
  });

  test("imports a file that was handed over", async () => {
    let body = "";
    await using fake = await fakeConnector({
      "POST /images/create": async (call) => {
        body = (await call.body()).toString();
        call.send(200, `${JSON.stringify({ status: id })}\n`, { "Content-Type": "application/json" });
      },
    });
    const envelope = await fake.connector.execute(
      "pull_image",
      {
        from_src: "-",
        repo: "app",
        tag: "2",
        message: "made",
        changes: '["ENV A=b", "CMD [\\"a\\", \\"b\\"]"]',
      },
      { files: { "-": Buffer.from("a tar") } },
    );
    expect(envelope).toMatchObject({
      message: "Successfully imported image app:2.",
      data: [{ id, image: "app:2", status: "Imported" }],
    });
    expect(queryOf(fake.calls[0])).toEqual({
      fromSrc: "-",
      repo: "app:2",
      message: "made",
      changes: ["ENV A=b", 'CMD ["a", "b"]'],
    });
    expect(body).toBe("a tar");
  });

  test("imports from a URL, which the engine fetches, without a name", async () => {
    await using fake = await fakeConnector({ "POST /images/create": telling({ status: id }) });
    const envelope = await fake.connector.execute("pull_image", { from_src: "https://files.example/a.tar" });
    expect(envelope).toMatchObject({ message: `Successfully imported image ${id}.`, data: [{ id }] });
    expect(queryOf(fake.calls[0])).toEqual({ fromSrc: "https://files.example/a.tar" });
  });

  test("says which files there are where the one to import is not among them", async () => {
    await using fake = await fakeConnector();
    const envelope = await fake.connector.execute(
      "pull_image",
      { from_src: "root.tar" },
      { files: { a: "/a" } },
    );
    expect(envelope.error).toMatchObject({
      category: "validation",
      message: 'no file "root.tar" was handed over; there are: a.',
    });
  });

  test("ends at its limit of time", async () => {
    await using fake = await fakeConnector({
      "POST /images/create": async (call) => {
        call.start();
        await call.write('{"status": "Pulling"}\n');
      },
    });
    expect(
      await fake.connector.execute("pull_image", { from_image: "app" }, { bounds: { time: 100 } }),
    ).toMatchObject({ status: "failed", error: { category: "timeout", retryable: true } });
    await fake.daemon.settled();
  });

  test("ends when it is cancelled", async () => {
    await using fake = await fakeConnector({
      "POST /images/create": async (call) => {
        call.start();
        await call.write('{"status": "Pulling"}\n');
      },
    });
    const controller = new AbortController();
    const pulling = fake.connector.execute(
      "pull_image",
      { from_image: "app" },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect(await pulling).toMatchObject({ error: { category: "cancelled" } });
    await fake.daemon.settled();
  });

  test("shows what it would send, without the credentials (F-2.3-14)", async () => {
    await using fake = await fakeConnector({}, { config });
    const envelope = await fake.connector.execute(
      "pull_image",
      { from_image: "registry.example/a" },
      { dryRun: true },
    );
    expect(envelope).toMatchObject({
      status: "success",
      data: [{ method: "POST", headers: { "x-registry-auth": "***" } }],
    });
    expect(JSON.stringify(envelope)).not.toContain(Buffer.from(JSON.stringify(mine)).toString("base64url"));
    expect(fake.calls).toEqual([]);
  });
});

describe("push_image", () => {
  const said = [
    { status: "The push refers to repository [registry.example/app]" },
    { status: "Pushed", id: "l1", progressDetail: {} },
    { status: `2: digest: ${digest} size: 528` },
    { aux: { Tag: "2", Digest: digest, Size: 528 } },
  ];

  test.each([
    [{ name: "registry.example/app:2" }, { tag: "2" }],
    [{ name: "registry.example/app", tag: "2" }, { tag: "2" }],
    [{ name: "registry.example/app:1", tag: "2" }, { tag: "2" }],
    [{ name: "registry.example/app", tag: "" }, { tag: "latest" }],
    [
      { name: "registry.example/app:2", platform: '{"os": "linux", "architecture": "arm64"}' },
      { tag: "2", platform: '{"os":"linux","architecture":"arm64"}' },
    ],
  ])("of %j asks for %j, with credentials (F-2.3-8, F-2.3-10)", async (parameters, query) => {
    await using fake = await fakeConnector({ "POST /images/{name}/push": telling(...said) }, { config });
    const envelope = await fake.connector.execute("docker-image-push", parameters as object);
    expect(envelope).toMatchObject({
      status: "success",
      message: `Successfully pushed image registry.example/app:${query.tag} as ${digest}.`,
      data: [{ image: "registry.example/app:2", tag: "2", digest, size: 528 }],
    });
    const [call] = fake.calls;
    expect(call?.path).toBe("/images/registry.example%2Fapp/push");
    expect(queryOf(call)).toEqual(query);
    expect(credentialsIn(call, "x-registry-auth")).toEqual(mine);
  });

  test("says that nobody pushes where there are no credentials, for older engines refuse to hear nothing", async () => {
    await using fake = await fakeConnector({ "POST /images/{name}/push": telling(...said) });
    await fake.connector.execute("push_image", { name: "registry.example/app:2" });
    expect(credentialsIn(fake.calls[0], "x-registry-auth")).toEqual({});
  });

  test("fails with what the registry says in the stream (X-2.1-2)", async () => {
    await using fake = await fakeConnector({
      "POST /images/{name}/push": telling(said[0] ?? {}, {
        error: "denied",
        errorDetail: { message: "denied: not yours" },
      }),
    });
    expect(await fake.connector.execute("push_image", { name: "registry.example/app" })).toMatchObject({
      status: "failed",
      message: "denied: not yours",
      error: { category: "stream_error", retryable: false },
    });
  });
});

describe("image_load", () => {
  test("sends the bytes of a file handed over, and names what is in it (X-2.1-9)", async () => {
    const folder = await mkdtemp(join(tmpdir(), "image-load-"));
    try {
      const { path } = await folderSink(folder).save("a.tar", pieces("some ", "bytes"), { mediaType: "a/b" });
      let body = "";
      await using fake = await fakeConnector({
        "POST /images/load": async (call) => {
          expect(call.headers["content-type"]).toBe("application/x-tar");
          body = (await call.body()).toString();
          const lines = ["Loaded image: app:1\n", `Loaded image ID: ${id}\n`];
          const text = lines.map((stream) => JSON.stringify({ stream })).join("\n");
          call.send(200, text, { "Content-Type": "application/json" });
        },
      });
      const envelope = await fake.connector.execute(
        "docker-image-load",
        { images_tarball: "upload", quiet: "true" } as never,
        { files: { upload: path } },
      );
      expect(envelope).toMatchObject({
        status: "success",
        data: [{ image: "app:1" }, { image: id }],
        message: `Successfully loaded 2 images: app:1, ${id}.`,
        summary: { total: 2 },
      });
      expect(body).toBe("some bytes");
      expect(queryOf(fake.calls[0])).toEqual({ quiet: "true" });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("fails with what the engine says in the stream", async () => {
    await using fake = await fakeConnector({
      "POST /images/load": telling({ errorDetail: { message: "unexpected EOF" } }),
    });
    expect(
      await fake.connector.execute("image_load", { archive: "a" }, { files: { a: Buffer.from("x") } }),
    ).toMatchObject({ message: "unexpected EOF", error: { category: "stream_error" } });
  });

  test("fails where the file is gone", async () => {
    await using fake = await fakeConnector({ "POST /images/load": telling() });
    expect(
      await fake.connector.execute("image_load", { archive: "a" }, { files: { a: "/nowhere/a.tar" } }),
    ).toMatchObject({
      message: 'The file "a" could not be read: ENOENT.',
      error: { category: "validation" },
    });
  });
});

describe("image_save and images_save", () => {
  test("write what comes to a file, byte for byte (X-2.1-9, S-2.2-2, F-2.3-11)", async () => {
    const folder = await mkdtemp(join(tmpdir(), "image-save-"));
    try {
      await using fake = await fakeConnector({
        "GET /images/{name}/get": (call) => call.stream(["one ", "image"]),
        "GET /images/get": (call) => call.stream(["two ", "images"]),
      });
      await using connector = createConnector(
        { socketPath: fake.daemon.socketPath, rateLimit: "0" },
        { sink: folderSink(folder) },
      );
      const one = await connector.execute("docker-image-get", { name: "registry.example:5000/../app:1" });
      expect(one.error?.category).toBe("validation");
      const saved = await connector.execute("docker-image-get", { name: "registry.example:5000/app:1" });
      expect(saved.data).toEqual(saved.files);
      expect(saved.files[0]).toMatchObject({ name: "registry.example_5000_app_1.tar", size: 9 });
      expect(saved.files[0]?.path.startsWith(folder)).toBe(true);
      expect(await readFile(saved.files[0]?.path ?? "", "utf8")).toBe("one image");

      const path = join(folder, "wanted.tar");
      const both = await connector.execute("images_save", { names: "app:1, web", output_path: path });
      expect(both.message).toBe(`Saved 2 images to ${path}, 10 bytes.`);
      expect(await readFile(path, "utf8")).toBe("two images");
      expect(queryOf(fake.calls.at(-1))).toEqual({ names: ["app:1", "web"] });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("leave no file of what is not there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "image-save-"));
    try {
      await using fake = await fakeConnector({ "GET /images/{name}/get": refusing(404, "No such image: x") });
      const path = join(folder, "x.tar");
      const parameters = { name: "x", output_path: path };
      const envelope = await fake.connector.execute("image_save", parameters, { sink: folderSink(folder) });
      expect(envelope).toMatchObject({ files: [], error: { category: "not_found" } });
      await expect(readFile(path)).rejects.toThrow("ENOENT");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
