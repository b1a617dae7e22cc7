import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderSink, givenFiles, safeName } from "../../src/connector/files.js";
import { DockerError, InvalidArgumentError } from "../../src/errors.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "connector-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

describe("folderSink", () => {
  test("writes the content and tells its size and digest", async () => {
    const target = join(folder, "out");
    const saved = await folderSink(target).save("web.tar", chunks("ab", "", "c"), {
      mediaType: "application/x-tar",
    });
    expect(await readFile(saved.path, "utf8")).toBe("abc");
    expect(saved).toMatchObject({
      name: "web.tar",
      size: 3,
      sha256: createHash("sha256").update("abc").digest("hex"),
      mediaType: "application/x-tar",
    });
    expect((await stat(saved.path)).mode & 0o777).toBe(0o600);
    expect((await stat(target)).mode & 0o777).toBe(0o700);
  });

  test("has a file for each of two contents of one name (F-2.3-11)", async () => {
    const sink = folderSink(folder);
    const [a, b] = await Promise.all(
      ["a", "b"].map((text) => sink.save("x.tar", chunks(text), { mediaType: "t" })),
    );
    expect(await readFile(a?.path ?? "", "utf8")).toBe("a");
    expect(await readFile(b?.path ?? "", "utf8")).toBe("b");
  });

  test("writes where the user wants it, and leaves what is there alone until the new one is whole", async () => {
    const path = join(folder, "wanted.tar");
    await writeFile(path, "old");
    async function* content() {
      yield Buffer.from("new");
      expect(await readFile(path, "utf8")).toBe("old");
    }
    const sink = folderSink(join(folder, "unused"));
    expect(await sink.save("x.tar", content(), { mediaType: "t", path })).toMatchObject({ path, size: 3 });
    expect(await readFile(path, "utf8")).toBe("new");
    const { path: inside } = await sink.save("../y.tar", chunks("a"), { mediaType: "t", path: folder });
    expect(inside).toBe(join(folder, "y.tar"));
    const missing = join(folder, "missing", "x.tar");
    await expect(sink.save("x", chunks("a"), { mediaType: "t", path: missing })).rejects.toMatchObject({
      code: "FILE_NOT_WRITTEN",
      message: `The file ${JSON.stringify(missing)} could not be written: ENOENT.`,
    });
  });

  test("leaves no half of a file behind", async () => {
    const target = join(folder, "broken");
    async function* broken() {
      yield Buffer.from("half");
      throw new Error("cut");
    }
    await expect(folderSink(target).save("x", broken(), { mediaType: "t" })).rejects.toThrow("cut");
    const signal = AbortSignal.abort("stop");
    await expect(folderSink(target).save("x", chunks("a"), { mediaType: "t", signal })).rejects.toBe("stop");
    expect(await readdir(target)).toEqual([]);
  });
});

test.each([
  ["web.tar", "web.tar"],
  ["../../etc/passwd", "etc_passwd"],
  ["/etc/passwd", "etc_passwd"],
  ["a b\u0000\n.tar", "a_b_.tar"],
  ["..", "file"],
  ["", "file"],
  ["-rf", "rf"],
  [".bashrc", "bashrc"],
])("makes a safe name of %j", (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

describe("givenFiles", () => {
  async function read(source: AsyncIterable<Uint8Array>): Promise<string> {
    let text = "";
    for await (const chunk of source) text += Buffer.from(chunk).toString();
    return text;
  }

  test("gives contents and files by the names they were handed over with", async () => {
    const path = join(folder, "given");
    await writeFile(path, "from disk");
    const source = givenFiles({ a: Buffer.from("content"), b: path });
    expect(await read(source.open("a"))).toBe("content");
    expect(await read(source.open("b"))).toBe("from disk");
  });

  test("opens nothing that was not handed over", () => {
    expect(() => givenFiles({ a: "x" }).open("/etc/passwd")).toThrow(InvalidArgumentError);
    expect(() => givenFiles({ a: "x" }).open("/etc/passwd")).toThrow("there are: a");
    expect(() => givenFiles({}).open("toString")).toThrow("there are none");
  });

  test("says which file cannot be read", async () => {
    const failure = read(givenFiles({ a: join(folder, "missing") }).open("a"));
    await expect(failure).rejects.toThrow(DockerError);
    await expect(failure).rejects.toThrow('The file "a" could not be read: ENOENT.');
  });
});
