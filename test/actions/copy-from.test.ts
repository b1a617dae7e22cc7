import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { packTar, type TarHeader } from "modern-tar";
import { describe, expect, test } from "vitest";
import { type CopyFromOptions, copyFrom } from "../../src/actions/copy-from.js";
import { InvalidArgumentError, NotFoundError, ProtocolError } from "../../src/errors.js";
import { folderWith } from "../archive/folder.js";
import { type BareClient, bareClient } from "../client/bare-client.js";
import { closed, moment } from "../client/fake-engine.js";
import type { Call } from "../helpers/fake-daemon.js";

const FOLDER = 2 ** 31 + 0o755;
const LINK = 2 ** 27 + 0o777;

type Entry = Partial<TarHeader> & { readonly name: string; readonly body?: string };

async function tarOf(entries: readonly Entry[]): Promise<Uint8Array> {
  return packTar(
    entries.map(({ body, ...header }) => ({
      header: { size: body?.length ?? 0, ...header },
      ...(body ? { body } : {}),
    })),
  );
}

function statHeader(mode: number, linkTarget = ""): Record<string, string> {
  const stat = { name: "x", size: 0, mode, mtime: "", linkTarget };
  const header = Buffer.from(JSON.stringify(stat)).toString("base64");
  return { "X-Docker-Container-Path-Stat": header, "Content-Type": "application/x-tar" };
}

/** A container that gives one archive whatever it is asked for. */
async function box(
  entries: readonly Entry[],
  { mode = FOLDER, linkTarget = "", answer }: BoxOptions = {},
): Promise<BareClient> {
  const archive = await tarOf(entries);
  const headers = statHeader(mode, linkTarget);
  return bareClient({
    "HEAD /containers/{id}/archive": (call) => call.send(200, "", headers),
    "GET /containers/{id}/archive": (call) =>
      answer ? answer(call, archive) : call.send(200, archive, headers),
  });
}

interface BoxOptions {
  readonly mode?: number;
  readonly linkTarget?: string;
  readonly answer?: (call: Call, archive: Uint8Array) => void | Promise<void>;
}

const nginx: Entry[] = [
  { name: "nginx/", type: "directory", mode: 0o750, mtime: new Date(1e12) },
  { name: "nginx/run", body: "run", mode: 0o751 },
  { name: "nginx/d/", type: "directory", mode: 0o755 },
  { name: "nginx/d/same", type: "link", linkname: "nginx/run" },
  { name: "nginx/d/link", type: "symlink", linkname: "../run" },
];
const file: Entry[] = [{ name: "conf", body: "conf", mode: 0o640 }];

describe("docker.copyFrom", () => {
  test("copies a folder to a place where nothing is, with modes, times and links", async () => {
    const target = join(folderWith(), "deep/conf");
    await using engine = await box(nginx);
    const done = await copyFrom(engine.client, "web", "/etc/nginx", target);
    expect(done).toEqual({ path: target, entries: 4, bytes: 3, skipped: [] });
    expect(engine.daemon.calls.at(-1)?.query.get("path")).toBe("/etc/nginx");
    expect(statSync(target)).toMatchObject({ mode: 0o40750, mtimeMs: 1e12 });
    expect(statSync(join(target, "run")).mode).toBe(0o100751);
    expect(statSync(join(target, "d/same")).ino).toBe(statSync(join(target, "run")).ino);
    expect(readlinkSync(join(target, "d/link"))).toBe("../run");
    expect(readdirSync(join(target, ".."))).toEqual(["conf"]);
  });

  test.each([
    ["into a folder that is there, under its name", "/etc/nginx", "nginx/run"],
    ["whose name ends with a slash into a folder", "/etc/nginx/", "nginx/run"],
    ["as its content when that is asked for", "/etc/nginx/.", "run"],
    ["under the name it has after all dots", "/etc/nginx/../php", "php/run"],
  ])("copies a folder %s", async (_, path, name) => {
    const target = folderWith({ other: "" });
    const entries = path.endsWith(".")
      ? nginx.map((e) => ({
          ...e,
          name: e.name.replace("nginx", "."),
          ...(e.linkname?.startsWith("nginx") && { linkname: "./run" }),
        }))
      : nginx;
    await using engine = await box(entries);
    await copyFrom(engine.client, "web", path, target);
    expect(readFileSync(join(target, name), "utf8")).toBe("run");
    expect(existsSync(join(target, "other"))).toBe(true);
  });

  test("copies the whole file system", async () => {
    const target = folderWith();
    const entries = [
      { name: "/", type: "directory" as const },
      { name: "/etc/conf", body: "conf" },
    ];
    await using engine = await box(entries);
    expect(await copyFrom(engine.client, "web", "/", target)).toMatchObject({ path: target, entries: 1 });
    expect(readFileSync(join(target, "etc/conf"), "utf8")).toBe("conf");
  });

  test.each([
    ["into a folder, under its name", "", "conf"],
    ["to a place where nothing is, under that name", "/new", "new"],
    ["in place of another", "/old", "old"],
    ["in place of the file that a link leads to", "/link", "old"],
  ])("copies a file %s", async (_, end, name) => {
    const folder = folderWith({ old: "older" });
    symlinkSync("old", join(folder, "link"));
    await using engine = await box(file, { mode: 0o640 });
    const done = await copyFrom(engine.client, "web", "/etc/conf", folder + end);
    expect(done).toEqual({ path: join(folder, name), entries: 1, bytes: 4, skipped: [] });
    expect(readFileSync(join(folder, name), "utf8")).toBe("conf");
    expect(statSync(join(folder, name)).mode).toBe(0o100640);
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  });

  test("leaves out links that lead away, devices and pipes, and names them", async () => {
    const target = join(folderWith(), "etc");
    await using engine = await box([
      { name: "etc/", type: "directory" },
      { name: "etc/mtab", type: "symlink", linkname: "/proc/mounts" },
      { name: "etc/up", type: "symlink", linkname: "../../.ssh/id" },
      { name: "etc/beside", type: "symlink", linkname: "../secret" },
      { name: "etc/pipe", type: "fifo" },
      { name: "etc/null", type: "character-device" },
      { name: "etc/hosts", body: "hosts" },
    ]);
    const { skipped } = await copyFrom(engine.client, "web", "/etc", target);
    expect(skipped).toEqual(["etc/mtab", "etc/up", "etc/beside", "etc/pipe", "etc/null"]);
    expect(readdirSync(target)).toEqual(["hosts"]);
  });

  test("judges links by the folder that is copied, not by the one it is copied into", async () => {
    const target = folderWith({ secret: "" });
    const link: Entry = { name: "nginx/x", type: "symlink", linkname: "../secret" };
    await using engine = await box([...nginx, link]);
    expect((await copyFrom(engine.client, "web", "/etc/nginx", target)).skipped).toEqual(["nginx/x"]);
    await copyFrom(engine.client, "web", "/etc/nginx", target, { outsideLinks: "keep" });
    expect(readlinkSync(join(target, "nginx/x"))).toBe("../secret");
  });

  test.each<[string, Entry[], CopyFromOptions, string]>([
    ["a name that leads out", [{ name: "nginx/../../x", body: "x" }], {}, "UNSAFE_ARCHIVE"],
    [
      "a link that leads out, when that is asked for",
      [{ name: "nginx/x", type: "symlink", linkname: "/" }],
      { outsideLinks: "refuse" },
      "UNSAFE_ARCHIVE",
    ],
    ["more than is allowed", [{ name: "nginx/x", body: "xxxxx" }], { maxBytes: 6 }, "ARCHIVE_LIMIT"],
  ])("refuses %s, and leaves nothing", async (_, more, options, code) => {
    const folder = folderWith();
    await using engine = await box([...nginx, ...more]);
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, "a/b"), options);
    await expect(copy).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual([]);
    await engine.daemon.settled();
  });

  test("does not write through a link that lies where the folder would", async () => {
    const folder = folderWith({ "other/": "", "target/": "" });
    symlinkSync("../other", join(folder, "target/nginx"));
    await using engine = await box(nginx);
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, "target"));
    await expect(copy).rejects.toThrow(InvalidArgumentError);
    expect(readdirSync(join(folder, "other"))).toEqual([]);
    await engine.daemon.settled();
  });

  test("follows a link that it is asked for, when told to, and keeps its name", async () => {
    const folder = folderWith();
    const entries: Entry[] = [{ name: "localtime", type: "symlink", linkname: "/usr/share/UTC" }];
    await using link = await box(entries, { mode: LINK, linkTarget: "/usr/share/UTC" });
    const failure = await copyFrom(link.client, "web", "/etc/localtime", folder).catch((error) => error);
    expect(failure).toMatchObject({ code: "UNSAFE_ARCHIVE" });
    expect(failure.message).toContain("followLink");
    expect(readdirSync(folder)).toEqual([]);
    await using followed = await bareClient({
      "HEAD /containers/{id}/archive": (call) => call.send(200, "", statHeader(LINK, "/usr/share/UTC")),
      "GET /containers/{id}/archive": async (call) =>
        call.send(200, await tarOf([{ name: "UTC", body: "utc" }]), statHeader(0o644)),
    });
    await copyFrom(followed.client, "web", "/etc/localtime", folder, { followLink: true });
    expect(followed.daemon.calls.at(-1)?.query.get("path")).toBe("/usr/share/UTC");
    expect(readFileSync(join(folder, "localtime"), "utf8")).toBe("utc");
  });

  test.each([
    ["a folder in place of a file", nginx, FOLDER, "old"],
    ["a folder into a folder where a file has its name", nginx, FOLDER, "taken"],
    ["a file into a folder that is not there", file, 0o644, "new/"],
  ])("refuses %s, and closes the answer", async (_, entries, mode, name) => {
    const folder = folderWith({ old: "older", "taken/nginx": "file" });
    const calls: Call[] = [];
    await using engine = await box(entries, {
      mode,
      answer: async (call, archive) => {
        calls.push(call);
        call.start(200, statHeader(mode));
        for (let n = 0; n < 1000 && !call.closed; n++) await call.write(archive);
      },
    });
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, name));
    await expect(copy).rejects.toThrow(InvalidArgumentError);
    expect(readFileSync(join(folder, "old"), "utf8")).toBe("older");
    for (const call of calls) await closed(call);
  });

  test("says with the engine's sentence what is missing", async () => {
    await using engine = await box([], {
      answer: (call) => call.json(404, { message: "No such container: web" }),
    });
    const failure = await copyFrom(engine.client, "web", "/etc", folderWith()).catch((error) => error);
    expect(failure).toBeInstanceOf(NotFoundError);
    expect(failure.message).toBe("No such container: web");
  });

  test.each([
    ["in the middle of a file", 512 + 512 + 2],
    ["between two files", 512 + 512 + 512],
  ])("does not take an answer that ends %s for whole", async (_, length) => {
    const folder = folderWith();
    await using engine = await box(nginx, {
      answer: (call, archive) => call.send(200, archive.subarray(0, length), statHeader(FOLDER)),
    });
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, "new"));
    await expect(copy).rejects.toThrow(ProtocolError);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ["a folder", FOLDER, "new"],
    ["a file", 0o644, "new"],
    ["a file in place of another", 0o644, "old"],
  ])("leaves nothing half-written of %s when it is aborted", async (_, mode, name) => {
    const folder = folderWith({ old: "older" });
    const controller = new AbortController();
    const reason = new Error("enough");
    const begun = moment();
    const entries = [{ name: "nginx/big", body: "x".repeat(1_000_000) }];
    await using engine = await box(entries, {
      answer: async (call, archive) => {
        call.start(200, statHeader(mode));
        await call.write(archive.subarray(0, 700_000));
        begun.now();
      },
    });
    const { signal } = controller;
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, name), {}, { signal });
    await begun.came;
    setTimeout(() => controller.abort(reason), 50);
    await expect(copy).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual(["old"]);
    expect(readFileSync(join(folder, "old"), "utf8")).toBe("older");
    await engine.daemon.settled();
  });

  test("does not pass over a pipe that is all there is to copy", async () => {
    await using engine = await box([{ name: "pipe", type: "fifo" }], { mode: 0o644 });
    const copy = copyFrom(engine.client, "web", "/run/pipe", folderWith());
    await expect(copy).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
  });

  test("says that the target cannot be read", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "d"));
    await using engine = await box(nginx);
    const copy = copyFrom(engine.client, "web", "/etc/nginx", join(folder, "file/x"));
    await expect(copy).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });
});
