import { chmodSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyTo } from "../../src/actions/copy-to.js";
import type { Files } from "../../src/archive/pack-files.js";
import { DockerError, InvalidArgumentError, NotFoundError } from "../../src/errors.js";
import { folderWith, listed, untar } from "../archive/folder.js";
import { type BareClient, bareClient } from "../client/bare-client.js";
import type { Handler } from "../helpers/fake-daemon.js";

const FOLDER = 2 ** 31 + 0o755;
const LINK = 2 ** 27 + 0o777;

interface Box extends BareClient {
  /** Where each archive was to be unpacked, and what it holds. */
  readonly put: { path: string | null; names: string[]; archive: Buffer }[];
}

/** A container with folders, files, and links by what they lead to. */
async function box(
  { folders = [], files = [], links = {} }: BoxContent = {},
  answer?: Handler,
): Promise<Box> {
  const put: Box["put"] = [];
  const engine = await bareClient({
    "HEAD /containers/{id}/archive": (call) => {
      const path = call.query.get("path") ?? "";
      const plain = path.replace(/(?<=.)\/$/, "");
      const link = links[plain];
      const mode = link ? LINK : ["/", ".", ...folders].includes(plain) ? FOLDER : 0o644;
      if (!link && mode !== FOLDER && !files.includes(plain)) return call.send(404);
      const stat = { name: "x", size: 0, mode, mtime: "", linkTarget: link ?? "" };
      const header = Buffer.from(JSON.stringify(stat)).toString("base64");
      call.send(200, "", { "X-Docker-Container-Path-Stat": header });
    },
    "PUT /containers/{id}/archive": async (call) => {
      if (answer) return answer(call);
      const archive = await call.body();
      put.push({ path: call.query.get("path"), names: listed(archive), archive });
      call.send(200);
    },
  });
  return { ...engine, put };
}

interface BoxContent {
  readonly folders?: readonly string[];
  readonly files?: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
}

describe("docker.copyTo", () => {
  const content = {
    folders: ["/srv"],
    files: ["/etc/conf"],
    links: { "/current": "/srv", "/new": "/opt/new" },
  };

  test.each([
    ["a folder into a folder, under its name", "", "/srv", "/srv", ["site/", "site/a"]],
    ["a folder into what a link leads to", "", "/current", "/srv", ["site/", "site/a"]],
    ["the content of a folder into a folder", "/.", "/srv", "/srv", ["a"]],
    ["a folder to a place where nothing is, under that name", "", "/opt/www", "/opt", ["www/", "www/a"]],
    ["the content of a folder to such a place", "/.", "/opt/www/", "/opt", ["www/", "www/a"]],
    ["a folder to where a link leads to nothing", "", "/new", "/opt", ["new/", "new/a"]],
    ["a file into a folder", "/a", "/srv/", "/srv/", ["a"]],
    ["a file in place of another", "/a", "/etc/conf", "/etc", ["conf"]],
    ["a file to a place where nothing is", "/a", "/etc/other", "/etc", ["other"]],
  ])("copies %s", async (_, end, target, path, names) => {
    const folder = folderWith({ "site/a": "A" });
    await using engine = await box(content);
    await copyTo(engine.client, "web", join(folder, "site") + end, target);
    expect(engine.put).toMatchObject([{ path, names }]);
    const { query } = engine.daemon.calls.at(-1) ?? {};
    expect(query?.get("noOverwriteDirNonDir")).toBe("true");
  });

  test("keeps modes and links, and gives everything to the owner asked for", async () => {
    const folder = folderWith({ "site/run": "run" });
    chmodSync(join(folder, "site/run"), 0o4751);
    symlinkSync("run", join(folder, "site/link"));
    await using engine = await box(content);
    await copyTo(engine.client, "web", join(folder, "site"), "/srv", { owner: { uid: 7, gid: 8 } });
    const { archive } = engine.put[0] ?? { archive: Buffer.alloc(0) };
    const lines = listed(archive, "-v", "--numeric-owner");
    for (const line of lines) expect(line).toContain(" 7/8 ");
    expect(lines.find((line) => line.includes("run") && !line.includes("->"))).toMatch(/^-rwsr-x--x /);
    expect(lines.find((line) => line.includes("link"))).toMatch(/site\/link -> run$/);
  });

  test("sends files that are given as values, in the order of their names and with their modes", async () => {
    async function* pieces() {
      yield "one ";
      yield Buffer.from("two");
    }
    await using engine = await box(content);
    const files = { "a/b.txt": "text", "run.sh": { content: "#!/bin/sh", mode: 0o755 }, big: pieces() };
    await copyTo(engine.client, "web", files, "/srv");
    expect(engine.put).toMatchObject([{ path: "/srv", names: ["a/b.txt", "run.sh", "big"] }]);
    const into = folderWith();
    const { archive = Buffer.alloc(0) } = engine.put[0] ?? {};
    await untar(
      (async function* () {
        yield archive;
      })(),
      into,
    );
    expect(readFileSync(join(into, "big"), "utf8")).toBe("one two");
    expect(statSync(join(into, "run.sh")).mode & 0o777).toBe(0o755);
  });

  test("makes the folders that are missing for them, from the nearest one that is there", async () => {
    await using engine = await box(content);
    await copyTo(engine.client, "web", { a: "A" }, "/current/x/y/");
    expect(engine.put).toMatchObject([{ path: "/srv", names: ["x/y/a"] }]);
    await copyTo(engine.client, "web", { a: "A" }, "opt/x");
    expect(engine.put[1]).toMatchObject({ path: ".", names: ["opt/x/a"] });
  });

  test.each<[string, unknown, string, RegExp]>([
    [
      "a folder in place of a file",
      "",
      "/etc/conf",
      /is a folder, and \/etc\/conf in the container is a file/,
    ],
    ["files into a file", { a: "" }, "/etc/conf", /\/etc\/conf in the container is a file/],
    ["a name that leads out", { "../a": "" }, "/srv", /"\.\.\/a"/],
    ["a name that leads out of what is missing", { "../a": "" }, "/opt/x", /"\.\.\/a"/],
    ["an archive", Buffer.from(""), "/srv", /putArchive/],
    ["nothing", undefined, "/srv", /putArchive/],
  ])("refuses %s before anything is sent", async (_, source, target, message) => {
    const folder = folderWith({ a: "A" });
    await using engine = await box(content);
    const from = typeof source === "string" ? folder + source : source;
    const failure = await copyTo(engine.client, "web", from as string | Files, target).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect(failure.message).toMatch(message);
    expect(engine.paths().filter((path) => path.startsWith("PUT"))).toEqual([]);
  });

  test("says that there is no such file here, before anything is sent", async () => {
    await using engine = await box(content);
    const failure = await copyTo(engine.client, "web", "/no/such", "/srv").catch((error) => error);
    expect(failure).toBeInstanceOf(DockerError);
    expect(failure).toMatchObject({ code: "FILE_UNREADABLE" });
    expect(engine.daemon.calls).toEqual([]);
  });

  test("says with the engine's sentence what is missing there", async () => {
    await using engine = await box({}, (call) => call.json(404, { message: "No such container: web" }));
    const failure = await copyTo(engine.client, "web", { a: "" }, "/srv").catch((error) => error);
    expect(failure).toBeInstanceOf(NotFoundError);
    expect(failure.message).toBe("No such container: web");
  });

  test("leaves it to the engine to refuse a file for a folder that is not there", async () => {
    const folder = folderWith({ a: "A" });
    await using engine = await box({}, async (call) => {
      await call.body();
      call.json(404, { message: "Could not find the file /opt/ in container web" });
    });
    await expect(copyTo(engine.client, "web", join(folder, "a"), "/opt/")).rejects.toThrow(
      /the file \/opt\//,
    );
    expect(engine.daemon.calls.at(-1)?.query.get("path")).toBe("/opt/");
  });

  test("is held back by an engine that does not read, and ends with its signal", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let [asked, closed] = [0, false];
    async function* endless() {
      try {
        for (;;) {
          asked += 60_000;
          yield new Uint8Array(60_000);
        }
      } finally {
        closed = true;
      }
    }
    await using engine = await box(content, (call) => {
      setTimeout(() => controller.abort(reason), 200);
      // Who does not read does not see either that the other side has gone.
      setTimeout(() => call.request.resume(), 300);
    });
    const files = { a: { content: endless(), size: 10e9 } };
    const { signal } = controller;
    await expect(copyTo(engine.client, "web", files, "/srv", {}, { signal })).rejects.toBe(reason);
    await expect.poll(() => closed).toBe(true);
    expect(asked).toBeLessThan(10_000_000);
    await engine.daemon.settled();
  });
});
