import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { packTar, type TarHeader } from "modern-tar";
import { describe, expect, it } from "vitest";
import { extractArchive } from "../../src/archive/extract-archive.js";
import { packDirectory } from "../../src/archive/pack-path.js";
import { DockerError, InvalidArgumentError, ProtocolError } from "../../src/errors.js";
import { bytesOf, folderWith, tarred } from "./folder.js";

const isRoot = process.getuid?.() === 0;

type Entry = Partial<TarHeader> & { readonly name: string; readonly body?: string };

/** An archive with whatever entries, in pieces of the given size. */
async function* archiveOf(entries: readonly Entry[], pieceSize = 10_000): AsyncGenerator<Uint8Array, void> {
  const archive = await packTar(
    entries.map(({ body, ...header }) => ({
      header: { size: body?.length ?? 0, ...header },
      ...(body ? { body } : {}),
    })),
  );
  yield* pieces(archive, pieceSize);
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

describe("an archive", () => {
  it.each(["gnu", "pax", "ustar"] as const)(
    "of GNU tar in the format %s comes back as it was",
    async (format) => {
      const long = format === "ustar" ? "l/l" : `${"l".repeat(120)}/${"é".repeat(100)}`;
      const folder = folderWith({ "a/run": "run", [long]: "long", "e/": "", "r/x": "" });
      chmodSync(join(folder, "a/run"), 0o751);
      chmodSync(join(folder, "r"), 0o555);
      utimesSync(join(folder, "a/run"), 1e9, 1e9);
      utimesSync(join(folder, "r"), 1e9, 1e9);
      symlinkSync("../a/run", join(folder, "e/link"));
      linkSync(join(folder, "a/run"), join(folder, "a/same"));
      const target = folderWith();
      const done = await extractArchive(tarred(folder, format), target);
      expect(done).toMatchObject({ bytes: 7, skipped: [] });
      expect(readFileSync(join(target, long), "utf8")).toBe("long");
      expect(lstatSync(join(target, "a/run"))).toMatchObject({ mode: 0o100751, mtimeMs: 1e12 });
      expect(lstatSync(join(target, "r"))).toMatchObject({ mode: 0o40555, mtimeMs: 1e12 });
      expect(readlinkSync(join(target, "e/link"))).toBe("../a/run");
      expect(lstatSync(join(target, "a/same")).ino).toBe(lstatSync(join(target, "a/run")).ino);
      expect(readdirSync(target).sort()).toEqual(readdirSync(folder).sort());
    },
  );

  it("of ours comes back byte by byte as well", async () => {
    const folder = folderWith({ "a/b/c": "content", empty: "", "d/": "" });
    const archive = await bytesOf(packDirectory(folder));
    const target = folderWith();
    await extractArchive(pieces(archive, 1), target);
    expect(await bytesOf(packDirectory(target))).toEqual(archive);
  });

  it("gives its own mode and time to a folder that is made for it, and to no other", async () => {
    const entries: Entry[] = [
      { name: "./", type: "directory", mode: 0o750, mtime: new Date(1e12) },
      { name: "./a", body: "a" },
    ];
    const there = folderWith();
    chmodSync(there, 0o711);
    await extractArchive(archiveOf(entries), there);
    expect(statSync(there).mode).toBe(0o40711);
    await extractArchive(archiveOf(entries), join(there, "new"));
    expect(statSync(join(there, "new"))).toMatchObject({ mode: 0o40750, mtimeMs: 1e12 });
  });

  it("takes modes as they are, whatever the umask, but nobody's set-user-ID without the owner", async () => {
    const target = folderWith();
    await extractArchive(
      archiveOf([
        { name: "x", mode: 0o6777 },
        { name: "d/", type: "directory", mode: 0o1777 },
      ]),
      target,
    );
    expect(lstatSync(join(target, "x")).mode & 0o7777).toBe(0o777);
    expect(lstatSync(join(target, "d")).mode & 0o7777).toBe(0o777);
  });

  it.runIf(isRoot)("gives owners and set-user-ID only when asked", async () => {
    const entries: Entry[] = [
      { name: "x", uid: 1234, gid: 77, mode: 0o4755 },
      { name: "d/", type: "directory", uid: 1234, gid: 77 },
      { name: "l", type: "symlink", linkname: "x", uid: 1234, gid: 77 },
    ];
    const plain = folderWith();
    await extractArchive(archiveOf(entries), plain);
    for (const name of ["x", "d", "l"])
      expect(lstatSync(join(plain, name))).toMatchObject({ uid: 0, gid: 0 });
    const owned = folderWith();
    await extractArchive(archiveOf(entries), owned, { owners: true });
    for (const name of ["x", "d", "l"])
      expect(lstatSync(join(owned, name))).toMatchObject({ uid: 1234, gid: 77 });
    expect(lstatSync(join(owned, "x")).mode & 0o7777).toBe(0o4755);
  });

  it("replaces files and links, and merges folders", async () => {
    const outside = folderWith({ victim: "safe" });
    const target = folderWith({ "a/old": "old", "a/stays": "stays", twin: "twin" });
    symlinkSync(join(outside, "victim"), join(target, "a/link"));
    linkSync(join(target, "twin"), join(target, "a/linked"));
    const entries = ["old", "link", "linked"].map((name) => ({ name: `a/${name}`, body: "new" }));
    await extractArchive(archiveOf([{ name: "a/", type: "directory", mode: 0o700 }, ...entries]), target);
    for (const name of ["a/old", "a/link", "a/linked"])
      expect(readFileSync(join(target, name), "utf8")).toBe("new");
    expect(readFileSync(join(target, "a/stays"), "utf8")).toBe("stays");
    expect(readFileSync(join(outside, "victim"), "utf8")).toBe("safe");
    expect(readFileSync(join(target, "twin"), "utf8")).toBe("twin");
    expect(readdirSync(join(target, "a")).sort()).toEqual(["link", "linked", "old", "stays"]);
  });

  it("can be unpacked under other names, links included", async () => {
    const target = folderWith();
    const rename = (name: string) => (name === "left" ? undefined : name.replace(/^nginx/, "."));
    const entries: Entry[] = [
      { name: "nginx/", type: "directory", mode: 0o700 },
      { name: "nginx/conf", body: "c" },
      { name: "nginx/same", type: "link", linkname: "nginx/conf" },
      { name: "left", body: "x" },
    ];
    const done = await extractArchive(archiveOf(entries), target, { rename });
    expect(readdirSync(target).sort()).toEqual(["conf", "same"]);
    expect(done.entries).toBe(2);
    const outward = extractArchive(archiveOf(entries), target, { rename: () => "../x" });
    await expect(outward).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
  });

  it("of an engine's whole file system, with its absolute names, needs them renamed", async () => {
    const entries: Entry[] = [
      { name: "/", type: "directory" },
      { name: "/etc/x", body: "x" },
    ];
    const target = folderWith();
    await expect(extractArchive(archiveOf(entries), target)).rejects.toMatchObject({
      code: "UNSAFE_ARCHIVE",
    });
    await extractArchive(archiveOf(entries), target, { rename: (name) => name.replace(/^\/+/, "") || "." });
    expect(readFileSync(join(target, "etc/x"), "utf8")).toBe("x");
  });

  it("of a large file is unpacked in flat memory", async () => {
    const size = 300 * 1024 * 1024;
    const target = folderWith();
    const folder = folderWith({ big: "" });
    truncateSync(join(folder, "big"), size);
    await extractArchive(packDirectory(folderWith({ warm: "x".repeat(10_000_000) })), folderWith());
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    await extractArchive(packDirectory(folder), target);
    clearInterval(watch);
    expect(statSync(join(target, "big")).size).toBe(size);
    expect((peak - before) / 1024 / 1024).toBeLessThan(64);
  });
});

describe("a hostile archive", () => {
  /** Unpacks beside a file that must stay as it is, and gives the error. */
  async function attack(
    entries: readonly Entry[],
    before: (target: string) => void = () => undefined,
  ): Promise<unknown> {
    const around = folderWith({ "outside/victim": "safe", "target/": "" });
    const target = join(around, "target");
    before(target);
    const real = entries.map((entry) =>
      entry.linkname === undefined ? entry : { ...entry, linkname: entry.linkname.replace("AROUND", around) },
    );
    const error = await extractArchive(archiveOf(real), target).catch((reason: unknown) => reason);
    expect(readdirSync(around).sort()).toEqual(["outside", "target"]);
    expect(readdirSync(join(around, "outside"))).toEqual(["victim"]);
    expect(readFileSync(join(around, "outside/victim"), "utf8")).toBe("safe");
    expect(lstatSync(join(around, "outside/victim"))).toMatchObject({ nlink: 1 });
    expect(
      readdirSync(target, { recursive: true }).filter((name) => `${name}`.includes("docker-engine-sdk")),
    ).toEqual([]);
    return error;
  }

  const outward: Entry = { name: "out", type: "symlink", linkname: "../outside" };

  it.each<[string, Entry[]]>([
    ["an absolute name", [{ name: "/tmp/archive-test-absolute", body: "x" }]],
    ["a name that climbs", [{ name: "../outside/victim", body: "x" }]],
    ["a name that climbs from within", [{ name: "a/../../outside/victim", body: "x" }]],
    ["a folder that climbs", [{ name: "../made/", type: "directory" }]],
    ["a name that climbs by a pax header", [{ name: "x", body: "x", pax: { path: "../outside/victim" } }]],
    ["a symbolic link that climbs", [outward]],
    ["a symbolic link to an absolute path", [{ ...outward, linkname: "AROUND/outside" }]],
    ["a symbolic link to the folder above", [{ ...outward, linkname: ".." }]],
    ["a symbolic link to nothing", [{ ...outward, linkname: "" }]],
    [
      "a symbolic link that climbs behind another",
      [
        { name: "a/b/", type: "directory" },
        { name: "a/b/up", type: "symlink", linkname: "../.." },
        { name: "out", type: "symlink", linkname: "a/b/up/../outside" },
      ],
    ],
    [
      "a name through a link that stays inside",
      [
        { name: "real/", type: "directory" },
        { name: "link", type: "symlink", linkname: "real" },
        { name: "link/x", body: "x" },
      ],
    ],
    [
      "a folder over a link",
      [
        { name: "real/", type: "directory" },
        { name: "link", type: "symlink", linkname: "real" },
        { name: "link/", type: "directory" },
      ],
    ],
    ["a hard link that climbs", [{ name: "h", type: "link", linkname: "../outside/victim" }]],
    ["a hard link to an absolute path", [{ name: "h", type: "link", linkname: "AROUND/outside/victim" }]],
    ["a hard link to nothing", [{ name: "h", type: "link", linkname: "missing" }]],
    [
      "a hard link to a folder",
      [
        { name: "d/", type: "directory" },
        { name: "h", type: "link", linkname: "d" },
      ],
    ],
    [
      "a hard link to a link that would lead out from there",
      [
        { name: "a/b/up", type: "symlink", linkname: "../../x" },
        { name: "h", type: "link", linkname: "a/b/up" },
      ],
    ],
    ["a device", [{ name: "null", type: "character-device" }]],
    ["a block device", [{ name: "sda", type: "block-device" }]],
    ["a pipe", [{ name: "p", type: "fifo" }]],
    [
      "a file in place of the folder itself",
      [
        { name: "./", body: "" },
        { name: ".", type: "symlink", linkname: "x" },
      ],
    ],
    ["a name with NUL", [{ name: "x", body: "x", pax: { path: "a\0b" } }]],
  ])("is refused for %s", async (_, entries) => {
    const error = await attack(entries);
    expect(error).toBeInstanceOf(DockerError);
    expect(error).toMatchObject({ code: "UNSAFE_ARCHIVE" });
  });

  it.each<[string, Entry[]]>([
    ["a name through it", [{ name: "out/victim", body: "x" }]],
    ["a folder through it", [{ name: "out/made/", type: "directory" }]],
    ["a folder in its place", [{ name: "out/", type: "directory", mode: 0 }]],
    ["a hard link through it", [{ name: "h", type: "link", linkname: "out/victim" }]],
  ])("cannot use a link that was there before: %s", async (_, entries) => {
    const error = await attack(entries, (target) => symlinkSync("../outside", join(target, "out")));
    expect(error).toMatchObject({ code: "UNSAFE_ARCHIVE" });
  });

  it("cannot turn a folder into a link or a file, nor a file into a folder", async () => {
    const folder: Entry = { name: "d/", type: "directory" };
    const asLink = await attack([
      folder,
      { name: "d", type: "symlink", linkname: "x" },
      { name: "d/y", body: "" },
    ]);
    expect(asLink).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await attack([folder, { name: "d", body: "x" }])).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await attack([{ name: "d", body: "x" }, folder])).toMatchObject({ code: "UNSAFE_ARCHIVE" });
  });

  it("may keep or lose its links that lead out, but never writes through them", async () => {
    const around = folderWith({ "outside/victim": "safe", "target/": "" });
    const target = join(around, "target");
    const inside: Entry = { name: "x", body: "x" };
    const skipped = await extractArchive(archiveOf([outward, inside]), target, { outsideLinks: "skip" });
    expect(skipped).toEqual({ entries: 1, bytes: 1, skipped: ["out"] });
    const through = extractArchive(archiveOf([outward, { name: "out/victim", body: "x" }]), target, {
      outsideLinks: "keep",
    });
    await expect(through).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
    expect(readlinkSync(join(target, "out"))).toBe("../outside");
    await extractArchive(archiveOf([{ name: "out", body: "file now" }]), target);
    expect(lstatSync(join(target, "out")).isFile()).toBe(true);
    expect(readFileSync(join(around, "outside/victim"), "utf8")).toBe("safe");
  });

  it("loses its devices and pipes when that is asked for", async () => {
    const entries: Entry[] = [
      { name: "p", type: "fifo" },
      { name: "c", type: "character-device" },
      { name: "x" },
    ];
    const target = folderWith();
    const done = await extractArchive(archiveOf(entries), target, { specialFiles: "skip" });
    expect(done).toEqual({ entries: 1, bytes: 0, skipped: ["p", "c"] });
    expect(readdirSync(target)).toEqual(["x"]);
  });

  it("is bounded in entries and bytes, before it writes more", async () => {
    const target = folderWith();
    const entries = [
      { name: "a", body: "12345" },
      { name: "b", body: "12345" },
    ];
    await expect(extractArchive(archiveOf(entries), target, { maxBytes: 9 })).rejects.toMatchObject({
      code: "ARCHIVE_LIMIT",
    });
    expect(readdirSync(target)).toEqual(["a"]);
    await expect(extractArchive(archiveOf(entries), target, { maxEntries: 1 })).rejects.toThrow(/maxEntries/);
    await expect(
      extractArchive(archiveOf(entries), target, { maxBytes: 10, maxEntries: 2 }),
    ).resolves.toMatchObject({ bytes: 10 });
  });

  it("cannot make names that nothing could remove again", async () => {
    const error = await attack([{ name: `${"d/".repeat(5000)}x`, body: "x" }]);
    expect(error).toMatchObject({ code: "UNSAFE_ARCHIVE", message: expect.stringContaining("longer than") });
    expect(`${error}`.length).toBeLessThan(400);
  });

  it.runIf(process.platform === "linux")("has no sparse files", async () => {
    const folder = folderWith({ sparse: "" });
    truncateSync(join(folder, "sparse"), 1_000_000);
    appendFileSync(join(folder, "sparse"), "end");
    const archive = tarred(folder, "pax", "--sparse");
    await expect(extractArchive(archive, folderWith())).rejects.toThrow(/sparse/);
  });
});

describe("a broken archive", () => {
  it("is an error wherever it is cut, and leaves no cut file", async () => {
    const whole = await bytesOf(
      archiveOf([
        { name: "a", body: "x".repeat(2000) },
        { name: "b", body: "y" },
      ]),
    );
    for (const length of [0, 1, 511, 512, 600, 2559, 2560, 3071, 3072, 3584, 4095, 4096, 4607]) {
      const target = folderWith();
      const error = await extractArchive(pieces(whole.subarray(0, length), 100), target).catch(
        (reason: unknown) => reason,
      );
      expect(error, `at ${length}`).toBeInstanceOf(ProtocolError);
      for (const name of readdirSync(target))
        expect(statSync(join(target, name)).size).toBe(name === "a" ? 2000 : 1);
    }
    await extractArchive(pieces(whole, 100), folderWith());
  });

  it.each([
    ["no archive at all", Buffer.from("x".repeat(5000))],
    ["a compressed one", execFileSync("gzip", { input: Buffer.alloc(5000) })],
    ["an empty one", Buffer.alloc(0)],
    ["something behind the end", Buffer.concat([Buffer.alloc(1024), Buffer.from("x".repeat(1024))])],
  ])("is told from a good one: %s", async (_, bytes) => {
    await expect(extractArchive(pieces(bytes, 1000), folderWith())).rejects.toBeInstanceOf(ProtocolError);
  });

  it("is told by its checksum", async () => {
    const whole = await bytesOf(archiveOf([{ name: "a", body: "x" }]));
    whole[0] = 98;
    await expect(extractArchive(pieces(whole, 1000), folderWith())).rejects.toThrow(/cut or damaged/);
  });

  it("rejects with the error of its source as it is, in the middle of a file too", async () => {
    const whole = await bytesOf(archiveOf([{ name: "a", body: "x".repeat(100_000) }]));
    for (const length of [0, 100, 50_000]) {
      const cause = new Error("connection lost");
      async function* source() {
        yield* pieces(whole.subarray(0, length), 1000);
        throw cause;
      }
      const target = folderWith();
      await expect(extractArchive(source(), target)).rejects.toBe(cause);
      expect(readdirSync(target)).toEqual([]);
    }
  });

  it("leaves nothing of a folder that was made for it", async () => {
    const folder = folderWith();
    const entries: Entry[] = [
      { name: "a", body: "x" },
      { name: "../b", body: "x" },
    ];
    await expect(extractArchive(archiveOf(entries), join(folder, "new/deep"))).rejects.toThrow(/leads out/);
    expect(existsSync(join(folder, "new"))).toBe(false);
    mkdirSync(join(folder, "old"));
    writeFileSync(join(folder, "old/mine"), "");
    await expect(extractArchive(archiveOf(entries), join(folder, "old"))).rejects.toThrow(/leads out/);
    expect(readdirSync(join(folder, "old")).sort()).toEqual(["a", "mine"]);
  });

  it("closes its source when it is refused", async () => {
    let closed = false;
    const whole = await bytesOf(archiveOf([{ name: "../a", body: "x" }]));
    async function* source() {
      try {
        yield whole.subarray(0, 1024);
        while (true) yield new Uint8Array(512);
      } finally {
        closed = true;
      }
    }
    await expect(extractArchive(source(), folderWith())).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
    await expect.poll(() => closed).toBe(true);
  });

  it("does not wait for a source that has gone silent when it is refused", async () => {
    const whole = await bytesOf(archiveOf([{ name: "../a", body: "x" }]));
    let returned = false;
    const source: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]() {
        let given = false;
        return {
          next: () => {
            if (given) return new Promise(() => undefined);
            given = true;
            return Promise.resolve({ done: false, value: whole.subarray(0, 1024) });
          },
          return: async () => {
            returned = true;
            return { done: true, value: undefined };
          },
        };
      },
    };
    await expect(extractArchive(source, folderWith())).rejects.toMatchObject({ code: "UNSAFE_ARCHIVE" });
    expect(returned).toBe(true);
  });

  it.skipIf(isRoot)("cannot set owners without being root", async () => {
    const extraction = extractArchive(archiveOf([]), folderWith(), { owners: true });
    await expect(extraction).rejects.toBeInstanceOf(InvalidArgumentError);
  });
});
