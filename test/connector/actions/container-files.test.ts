import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createConnector } from "../../../src/connector/connector.js";
import { folderSink } from "../../../src/connector/files.js";
import type { Routes } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "connector-tar-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function connectorWith(routes: Routes, config: object = {}) {
  const fake = await fakeConnector(routes);
  const connector = createConnector(
    { socketPath: fake.daemon.socketPath, rateLimit: "0", retryAttempts: "0", ...config },
    { sink: folderSink(join(folder, "sink")) },
  );
  return {
    connector,
    fake,
    async [Symbol.asyncDispose]() {
      await connector.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

const tar = { "Content-Type": "application/x-tar" };

describe.each([
  ["export container", "GET /containers/{id}/export", { id: "web" }, "web.tar", "container web"],
  [
    "copy_from_container",
    "GET /containers/{id}/archive",
    { id: "web", path: "/etc/nginx/" },
    "web-nginx.tar",
    "/etc/nginx/ of container web",
  ],
])("%s", (name, route, parameters, file, what) => {
  test("saves the archive as it comes, under a name of its own (S-2.2-2, F-2.3-11)", async () => {
    await using engine = await connectorWith({ [route]: (call) => call.stream(["ab", "c"], tar) });
    const envelope = await engine.connector.execute(name, parameters);
    const [saved] = envelope.files;
    expect(await readFile(saved?.path ?? "", "utf8")).toBe("abc");
    expect(saved).toMatchObject({ name: file, size: 3, mediaType: "application/x-tar" });
    expect(envelope).toMatchObject({
      status: "success",
      message: `Saved ${what} to ${saved?.path}, 3 bytes.`,
      data: [saved],
      summary: { size: 3 },
    });
  });

  test("saves it where the user wants it within the folder for files", async () => {
    await using engine = await connectorWith({ [route]: (call) => call.stream(["abc"], tar) });
    const save = (path: string) => engine.connector.execute(name, { ...parameters, output_path: path });
    const path = join(folder, "sink", "mine.tar");
    expect((await save("mine.tar")).files[0]?.path).toBe(path);
    expect(await readFile(path, "utf8")).toBe("abc");
    await save("folder/");
    expect(await readdir(join(folder, "sink", "folder"))).toEqual([file]);
    expect((await save("mine.tar")).message).toBe(
      `The file ${JSON.stringify(path)} is there already and is not replaced: give another name.`,
    );
    expect((await readdir(join(folder, "sink"))).sort()).toEqual(["folder", "mine.tar"]);
  });

  test("asks the engine for nothing where the path leads out", async () => {
    await using engine = await connectorWith(
      { [route]: (call) => call.stream(["abc"], tar) },
      { readOnly: true },
    );
    const path = join(folder, "mine.tar");
    await writeFile(path, "old");
    const refused = await engine.connector.execute(name, { ...parameters, output_path: path });
    expect(refused).toMatchObject({ status: "failed", error: { category: "validation" } });
    expect(refused.message).toContain(
      `leads out of the folder for files, ${JSON.stringify(join(folder, "sink"))}`,
    );
    expect(await readFile(path, "utf8")).toBe("old");
    expect(engine.fake.calls).toEqual([]);
  });

  test("leaves no file where it fails", async () => {
    await using engine = await connectorWith({
      [route]: async (call) => {
        if (call.path.includes("gone")) return call.json(404, { message: "No such container" });
        call.start(200, tar);
        await call.write("half");
        call.cut();
      },
    });
    const broken = await engine.connector.execute(name, parameters);
    expect(broken).toMatchObject({ status: "failed", data: [], files: [] });
    const missing = await engine.connector.execute(name, { ...parameters, id: "gone" });
    expect(missing.error?.category).toBe("not_found");
    expect(await readdir(join(folder, "sink"))).toEqual([]);
  });

  test("sends nothing in a dry run, and writes nothing", async () => {
    await using engine = await connectorWith({});
    const { status, data, files } = await engine.connector.execute(name, parameters, { dryRun: true });
    expect({ status, files }).toEqual({ status: "success", files: [] });
    expect(data[0]).toMatchObject({ method: "GET" });
    expect(engine.fake.calls).toEqual([]);
    expect(await readdir(join(folder, "sink"))).toEqual([]);
  });

  test("gives up an engine that falls silent", async () => {
    await using engine = await connectorWith({ [route]: (call) => call.start(200, tar) }, { timeout: "0.1" });
    expect((await engine.connector.execute(name, parameters)).error?.category).toBe("timeout");
  });
});

describe("copy_to_container", () => {
  const uploads = () => {
    const bodies: Buffer[] = [];
    const routes: Routes = {
      "PUT /containers/{id}/archive": async (call) => {
        bodies.push(await call.body());
        call.send(200);
      },
    };
    return { bodies, routes };
  };

  test("sends a file that was handed over, by the reference of the form", async () => {
    const { bodies, routes } = uploads();
    await using engine = await connectorWith(routes);
    const path = join(folder, "site.tar");
    await writeFile(path, "from disk");
    const parameters = { id: "web", path: "/srv", input: "Attachment ID", value: "file-17" };
    const envelope = await engine.connector.execute("copy_to_container", parameters, {
      files: { "file-17": path },
    });
    expect(envelope).toMatchObject({
      status: "success",
      message: "Successfully copied the archive to /srv of container web.",
      data: [{ statusCode: 200 }],
      parameters: { input: "Attachment ID", value: "file-17" },
    });
    expect(engine.fake.calls[0]).toMatchObject({
      method: "PUT",
      headers: { "content-type": "application/x-tar" },
    });
    expect(engine.fake.calls[0]?.query.get("path")).toBe("/srv");
    await engine.connector.execute("copy_to_container", parameters, {
      files: { "file-17": Buffer.from("content") },
    });
    expect(bodies.map(String)).toEqual(["from disk", "content"]);
  });

  test("sends an archive that stands in the text itself", async () => {
    const { bodies, routes } = uploads();
    await using engine = await connectorWith(routes);
    const archive = Buffer.alloc(1024, 7);
    const parameters = { id: "web", path: "/", value: archive.toString("base64") };
    expect((await engine.connector.execute("copy_to_container", parameters)).status).toBe("success");
    expect(bodies).toEqual([archive]);
  });

  test.each([
    [{ id: "web", path: "/srv" }, "value is missing"],
    [{ id: "web", path: "/srv", value: "other" }, 'no file "other" was handed over'],
    [{ id: "web", path: "/srv", value: "/etc/passwd" }, "was handed over"],
    [{ id: "web", path: "/srv", input: "URL", value: "x" }, "input is"],
  ])("refuses %j before anything is sent (F15)", async (parameters, message) => {
    await using engine = await connectorWith({});
    const { error } = await engine.connector.execute("copy_to_container" as string, parameters);
    expect(error).toMatchObject({ category: "validation", message: expect.stringContaining(message) });
    expect(engine.fake.calls).toEqual([]);
  });
});
