import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, packFiles } from "../../src/archive/pack-files.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { bytesOf, folderWith, listed, untar } from "./folder.js";

describe("packed files", () => {
  it("are text, bytes and iterables of both, in the order they are given", async () => {
    async function* pieces() {
      yield "é";
      yield Buffer.from("!");
    }
    const bytes = new Uint8Array([0, 255]);
    const archive = packFiles({
      "b/text": "text é",
      a: bytes,
      "c/pieces": pieces(),
      list: ["x", "y"],
      web: new Blob(["web"]).stream() as AsyncIterable<Uint8Array>, // Node can iterate what the type does not say.
      known: { content: ["12", "345"], size: 5 },
      empty: "",
      "folder/": "",
    });
    const target = folderWith();
    const written = await bytesOf(archive);
    expect(listed(written)).toEqual(["b/text", "a", "c/pieces", "list", "web", "known", "empty", "folder/"]);
    const read = (name: string) => readFileSync(join(target, name), "utf8");
    async function* again() {
      yield written;
    }
    await untar(again(), target);
    expect(["b/text", "c/pieces", "list", "web", "known", "empty"].map(read)).toEqual([
      "text é",
      "é!",
      "xy",
      "web",
      "12345",
      "",
    ]);
    expect([...readFileSync(join(target, "a"))]).toEqual([0, 255]);
  });

  it("have the mode, owner and time they are given, or those of a plain file of root", async () => {
    const mtime = new Date("2001-02-03T04:05:06Z");
    const archive = await bytesOf(
      packFiles({
        "x.sh": { content: "", mode: 0o755, uid: 1000, gid: 50, mtime },
        plain: "",
        "d/": { content: "", mode: 0o700 },
      }),
    );
    const lines = listed(archive, "-v", "--numeric-owner", "--utc", "--full-time");
    expect(lines[0]).toMatch(/^-rwxr-xr-x 1000\/50 +0 2001-02-03 04:05:06 x\.sh$/);
    expect(lines[1]).toMatch(/^-rw-r--r-- 0\/0 /);
    expect(lines[2]).toMatch(/^drwx------ 0\/0 /);
  });

  it("go through a temporary file when their length is unknown and large, which is gone afterwards", async () => {
    const temporary = () =>
      readdirSync(tmpdir()).filter((name) => name.startsWith("docker-engine-sdk-spool-"));
    const before = temporary();
    let during: string[] = [];
    const megabyte = Buffer.alloc(1024 * 1024, "m");
    async function* large() {
      for (let count = 0; count < 20; count++) yield megabyte;
      during = temporary();
    }
    const archive = await bytesOf(packFiles({ large: large(), next: "n" }));
    expect(during.length).toBe(before.length + 1);
    expect(temporary()).toEqual(before);
    expect(listed(archive, "-v")[0]).toContain(String(20 * megabyte.length));
    expect(archive.subarray(512, 512 + 20 * megabyte.length).every((byte) => byte === 109)).toBe(true);
  });

  it("leave no temporary file behind when the archive is not read to its end, and close their source", async () => {
    let closed = false;
    async function* endless() {
      try {
        while (true) yield Buffer.alloc(1024 * 1024);
      } finally {
        closed = true;
      }
    }
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("docker-engine-sdk-spool-"));
    const archive = packFiles({ known: { content: endless(), size: 1e12 } });
    await archive.next();
    await archive.return();
    expect(closed).toBe(true);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("docker-engine-sdk-spool-"))).toEqual(
      before,
    );
  });

  it("may be larger than the 8 GiB that the old header can say", async () => {
    async function* endless() {
      while (true) yield Buffer.alloc(65536);
    }
    const archive = packFiles({ huge: { content: endless(), size: 9 * 2 ** 30 } });
    const start = await archive.next();
    await archive.return();
    // It lists what it has understood before it complains of the missing rest.
    const { stdout } = spawnSync("tar", ["-tv"], { input: start.value ?? "" });
    expect(stdout.toString()).toContain(` ${9 * 2 ** 30} `);
  });

  it("reject with the error of their source", async () => {
    const cause = new Error("source broke");
    async function* broken(): AsyncGenerator<string> {
      yield "a";
      throw cause;
    }
    await expect(bytesOf(packFiles({ broken: broken() }))).rejects.toBe(cause);
  });

  it.each([["12345"], ["123"]])(
    "reject when the content is not as long as its size says: %s",
    async (content) => {
      await expect(bytesOf(packFiles({ a: { content: [content], size: 4 } }))).rejects.toThrow(
        /has not the 4 bytes/,
      );
      await expect(bytesOf(packFiles({ a: { content, size: 4 } }))).rejects.toThrow(/has not the 4 bytes/);
    },
  );

  it.each<[string, Files]>([
    ["a name that leads out", { "../a": "" }],
    ["an absolute name", { "/a": "" }],
    ["an empty name", { "": "" }],
    ["a name of nothing but dots", { "./": "" }],
    ["a name with NUL", { "a\0b": "" }],
    ["a name twice", { "a/b": "", "a//b": "" }],
    ["a file that is a folder too", { a: "", "a/b/c": "" }],
    ["a folder with content", { "a/": "x" }],
    ["a mode that is none", { a: { content: "", mode: -1 } }],
    ["no content", { a: undefined as unknown as string }], // What callers without types can do.
    ["a number for content", { a: 5 as unknown as string }],
  ])("are refused at once for %s", (_, files) => {
    expect(() => packFiles(files)).toThrow(InvalidArgumentError);
  });

  it("are copied when they are packed: the caller's bytes may change afterwards, and are not changed", async () => {
    const bytes = Buffer.from("before");
    const archive = packFiles({ a: bytes, b: "" });
    const first = await archive.next();
    bytes.fill("x");
    expect(Buffer.from(first.value ?? []).toString()).toContain("before");
    await archive.return();
  });
});
