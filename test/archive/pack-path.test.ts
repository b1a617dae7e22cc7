import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { packDirectory, packPath } from "../../src/archive/pack-path.js";
import { DockerError } from "../../src/errors.js";
import { bytesOf, folderWith, listed, untar } from "./folder.js";

const isRoot = process.getuid?.() === 0;

describe("a packed folder", () => {
  it("holds everything in the order of the names, each folder before what it holds", async () => {
    const folder = folderWith({ "b/2": "", "b/1": "", a: "x", "empty/": "", "B.txt": "" });
    const archive = await bytesOf(packDirectory(folder));
    expect(listed(archive)).toEqual(["B.txt", "a", "b/", "b/1", "b/2", "empty/"]);
    expect(await bytesOf(packDirectory(folder))).toEqual(archive);
  });

  it("gives GNU tar the contents, modes, times and links back", async () => {
    const folder = folderWith({ "bin/run": "#!/bin/sh\n", "data/é": "é", "data/empty": "" });
    chmodSync(join(folder, "bin/run"), 0o4751);
    chmodSync(join(folder, "data"), 0o700);
    symlinkSync("../data/é", join(folder, "bin/link"));
    symlinkSync("/nowhere", join(folder, "dangling"));
    linkSync(join(folder, "bin/run"), join(folder, "bin/same"));
    utimesSync(join(folder, "data/é"), 1_000_000_000, 1_000_000_000);
    const target = folderWith();
    await untar(packDirectory(folder), target);
    expect(lstatSync(join(target, "bin/run")).mode & 0o7777).toBe(0o4751);
    expect(lstatSync(join(target, "data")).mode & 0o7777).toBe(0o700);
    expect(readFileSync(join(target, "data/é"), "utf8")).toBe("é");
    expect(lstatSync(join(target, "data/é")).mtimeMs).toBe(1_000_000_000_000);
    expect(readlinkSync(join(target, "bin/link"))).toBe("../data/é");
    expect(readlinkSync(join(target, "dangling"))).toBe("/nowhere");
    expect(lstatSync(join(target, "bin/same")).ino).toBe(lstatSync(join(target, "bin/run")).ino);
  });

  it("carries names and link targets of any length", async () => {
    const deep = `${"d".repeat(90)}/${"é".repeat(70)}/${"f".repeat(200)}/${"g".repeat(255)}`;
    const folders = [98, 99, 100, 101, 154, 155, 156].map((length) => `${"x".repeat(length)}/`);
    const folder = folderWith({
      [deep]: "deep",
      ...Object.fromEntries(folders.map((name) => [`p/${name}`, ""])),
    });
    symlinkSync("t".repeat(1000), join(folder, "long-target"));
    const target = folderWith();
    await untar(packDirectory(folder), target);
    expect(readFileSync(join(target, deep), "utf8")).toBe("deep");
    expect(readdirSync(join(target, "p")).length).toBe(folders.length);
    expect(readlinkSync(join(target, "long-target"))).toBe("t".repeat(1000));
  });

  it("leaves no entry without a name in the old header, which engines refuse", async () => {
    const folder = folderWith({ [`${"d".repeat(120)}/x`]: "", [`${"a".repeat(60)}/${"b".repeat(60)}/`]: "" });
    const archive = await bytesOf(packDirectory(folder));
    for (let at = 0; at < archive.length - 1024; at += 512) {
      const isHeader = archive.toString("latin1", at + 257, at + 262) === "ustar";
      if (isHeader) expect(archive[at]).not.toBe(0);
    }
    expect(listed(archive).length).toBe(4);
  });

  it("carries an owner with large numbers, and a file from before 1970 as one of 1970", async () => {
    const folder = folderWith({ old: "" });
    execFileSync("touch", ["-d", "1960-01-01", join(folder, "old")]);
    const archive = await bytesOf(packDirectory(folder, { owner: { uid: 3_000_000_000, gid: 2_097_152 } }));
    const [line] = listed(archive, "-v", "--numeric-owner", "--utc");
    expect(line).toContain("3000000000/2097152");
    expect(line).toContain("1970-01-01 00:00");
  });

  it("leaves out what the filter refuses, with everything below, or a folder alone", async () => {
    const folder = folderWith({ "a/1": "", "a/2": "", "b/1": "", c: "" });
    const filter = (name: string) => (name === "a" ? "contents" : name !== "b" && name !== "a/1");
    expect(listed(await bytesOf(packDirectory(folder, { filter })))).toEqual(["a/2", "c"]);
  });

  it("leaves out sockets and keeps pipes, without waiting for a writer", async () => {
    const folder = folderWith({ a: "" });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "socket"), resolve));
    const archive = await bytesOf(packDirectory(folder));
    server.close();
    expect(listed(archive, "-v").map((line) => `${line[0]} ${line.split(" ").at(-1)}`)).toEqual([
      "- a",
      "p pipe",
    ]);
  });

  it.runIf(isRoot)("names a device, which cannot be sent", async () => {
    const folder = folderWith();
    execFileSync("mknod", [join(folder, "null"), "c", "1", "3"]);
    await expect(bytesOf(packDirectory(folder))).rejects.toThrow(/null is a device/);
  });

  it("takes what links lead to when it shall follow them, and notices a circle", async () => {
    const folder = folderWith({ "real/file": "content" });
    symlinkSync("real", join(folder, "link"));
    const followed = await bytesOf(packDirectory(folder, { followSymlinks: true }));
    expect(listed(followed)).toEqual(["link/", "link/file", "real/", "real/file"]);
    symlinkSync("..", join(folder, "real/up"));
    await expect(bytesOf(packDirectory(folder, { followSymlinks: true }))).rejects.toThrow(
      /leads back to a folder/,
    );
  });

  it.each([
    ["shrinks", (file: string) => truncateSync(file, 1_000_000), /cut from 20000000 to/],
    ["grows", (file: string) => appendFileSync(file, "x"), /extended beyond 20000000 bytes/],
  ])("fails when a file %s while it is read", async (_, change, message) => {
    const folder = folderWith({ big: "" });
    truncateSync(join(folder, "big"), 20_000_000);
    const archive = packDirectory(folder);
    await archive.next();
    change(join(folder, "big"));
    const error = await bytesOf(archive).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DockerError);
    expect(error).toMatchObject({ code: "FILE_CHANGED", message: expect.stringMatching(message) });
  });

  it("rejects with the name of a folder that is not there, or of a file that goes while the folder is read", async () => {
    const folder = folderWith({ a: "", z: "" });
    await expect(bytesOf(packDirectory(join(folder, "no")))).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: expect.stringContaining(join(folder, "no")),
    });
    const filter = (name: string) => {
      if (name === "z") unlinkSync(join(folder, "z"));
      return true;
    };
    await expect(bytesOf(packDirectory(folder, { filter }))).rejects.toMatchObject({ code: "FILE_CHANGED" });
  });

  it("refuses a name that is not UTF-8 rather than to change it", async () => {
    const folder = folderWith();
    execFileSync("sh", ["-c", `: > "$(printf 'n\\351')"`], { cwd: folder });
    await expect(bytesOf(packDirectory(folder))).rejects.toThrow(/not UTF-8/);
  });

  it("closes the file it reads when nobody reads on", async () => {
    const folder = folderWith({ big: "" });
    truncateSync(join(folder, "big"), 50_000_000);
    const archive = packDirectory(folder);
    await archive.next();
    await archive.return();
    const open = readdirSync("/proc/self/fd").map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return "";
      }
    });
    expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
  });

  it("passes a large file on in flat memory", async () => {
    const size = 300 * 1024 * 1024;
    const folder = folderWith({ sparse: "" });
    truncateSync(join(folder, "sparse"), size);
    // What the first bytes cost once, in code and buffers, is not what grows with a file.
    await bytesOf(packDirectory(folderWith({ warm: "x".repeat(10_000_000) })));
    const before = process.memoryUsage.rss();
    let peak = before;
    let bytes = 0;
    for await (const piece of packDirectory(folder)) {
      bytes += piece.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    }
    expect(bytes).toBe(size + 3 * 512);
    expect((peak - before) / 1024 / 1024).toBeLessThan(64);
  });

  it("reads ahead by no more than some MiB when the archive is not read", async () => {
    const folder = folderWith({ big: "" });
    truncateSync(join(folder, "big"), 100_000_000);
    const before = bytesRead();
    const archive = packDirectory(folder);
    await archive.next();
    await setTimeout(300);
    expect(bytesRead() - before).toBeLessThan(20_000_000);
    await archive.return();
  });
});

function bytesRead(): number {
  return Number(/rchar: (\d+)/.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
}

describe("a packed path", () => {
  it("is a file or a folder under the name that is given", async () => {
    const folder = folderWith({ "site/index.html": "hi", "site/same": "" });
    linkSync(join(folder, "site/same"), join(folder, "site/twin"));
    expect(listed(await bytesOf(packPath(join(folder, "site/index.html"), "i.html")))).toEqual(["i.html"]);
    const whole = await bytesOf(packPath(join(folder, "site"), "www"));
    expect(listed(whole)).toEqual(["www/", "www/index.html", "www/same", "www/twin"]);
    expect(listed(whole, "-v").at(-1)).toContain("www/twin link to www/same");
  });

  it("is a link as such, or what it leads to", async () => {
    const folder = folderWith({ real: "content" });
    symlinkSync("real", join(folder, "link"));
    expect(listed(await bytesOf(packPath(join(folder, "link"), "l")), "-v")[0]).toContain("l -> real");
    expect(
      listed(await bytesOf(packPath(join(folder, "link"), "l", { followSymlinks: true })), "-v")[0],
    ).toMatch(/^-/);
  });
});
