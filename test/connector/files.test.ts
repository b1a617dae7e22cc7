import { createHash } from "node:crypto";
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
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

  test("writes where the user wants it within the folder", async () => {
    const base = join(folder, "within");
    const sink = folderSink(base);
    const save = (path: string) => sink.save("../y.tar", chunks("a"), { mediaType: "t", path });
    expect(await save("wanted.tar")).toMatchObject({ path: join(base, "wanted.tar"), size: 1 });
    expect((await save("sub/deep/x.tar")).path).toBe(join(base, "sub", "deep", "x.tar"));
    expect((await stat(join(base, "sub", "deep"))).mode & 0o777).toBe(0o700);
    expect((await save("sub")).path).toBe(join(base, "sub", "y.tar"));
    expect((await save("new/")).path).toBe(join(base, "new", "y.tar"));
    expect((await save(".")).path).toBe(join(base, "y.tar"));
    expect((await save("sub/../z.tar")).path).toBe(join(base, "z.tar"));
    expect((await save(join(base, "absolute.tar"))).path).toBe(join(base, "absolute.tar"));
    expect((await save("..x")).path).toBe(join(base, "..x"));
    expect(await readFile(join(base, "sub", "y.tar"), "utf8")).toBe("a");
  });

  test("refuses what leads out of the folder, and makes nothing there", async () => {
    const base = join(folder, "confined");
    const outside = await mkdtemp(join(folder, "outside-"));
    await mkdir(base);
    await symlink(outside, join(base, "link"));
    await symlink(join(outside, "new.tar"), join(base, "file"));
    const sink = folderSink(base);
    const save = (path: string) => sink.save("x.tar", chunks("a"), { mediaType: "t", path });
    const out = [
      "..",
      "../x.tar",
      "a/../../x.tar",
      join(outside, "x.tar"),
      `${base}-x/x.tar`,
      "link",
      "link/x.tar",
      "link/a/b",
    ];
    for (const path of out) {
      const failure = save(path);
      await expect(failure, path).rejects.toThrow(InvalidArgumentError);
      await expect(failure, path).rejects.toThrow(`the folder for files, ${JSON.stringify(base)}`);
    }
    await expect(save("file")).rejects.toThrow("is there already");
    expect(await readdir(outside)).toEqual([]);
    expect(await readdir(base)).toEqual(["file", "link"]);
  });

  test("never replaces a file, also not one that came meanwhile", async () => {
    const base = join(folder, "kept");
    const path = join(base, "x.tar");
    const sink = folderSink(base);
    async function* content() {
      yield Buffer.from("new");
      await writeFile(path, "old");
    }
    const failure = {
      code: "FILE_NOT_WRITTEN",
      message: `The file ${JSON.stringify(path)} is there already and is not replaced: give another name.`,
    };
    const details = { mediaType: "t", path: "x.tar" };
    await expect(sink.save("x", content(), details)).rejects.toMatchObject(failure);
    await expect(sink.save("x", chunks("a"), details)).rejects.toMatchObject(failure);
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(base)).toEqual(["x.tar"]);
  });

  test("says what cannot be written", async () => {
    const base = join(folder, "failing");
    const sink = folderSink(base);
    await sink.save("x", chunks("a"), { mediaType: "t", path: "file" });
    await expect(sink.save("x", chunks("a"), { mediaType: "t", path: "file/x" })).rejects.toMatchObject({
      code: "FILE_NOT_WRITTEN",
    });
    const handle = await open(join(base, "file"));
    const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
    const write = vi.spyOn(Object.getPrototypeOf(handle), "writeFile").mockRejectedValueOnce(full);
    await handle.close();
    await expect(sink.save("x", chunks("a"), { mediaType: "t", path: "y" })).rejects.toMatchObject({
      code: "FILE_NOT_WRITTEN",
      message: `The file ${JSON.stringify(join(base, "y"))} could not be written: ENOSPC.`,
    });
    write.mockRestore();
    expect(await readdir(base)).toEqual(["file"]);
  });

  test.skipIf(process.platform === "win32")(
    "takes its own folder only where it is this user's alone",
    async () => {
      const temporary = await mkdtemp(join(folder, "tmp-"));
      const own = join(temporary, "docker-engine-sdk-files");
      vi.stubEnv("TMPDIR", temporary);
      try {
        const save = () => folderSink().save("x", chunks("a"), { mediaType: "t" });
        expect((await save()).path.startsWith(own)).toBe(true);
        expect(await readdir(own)).toHaveLength(1);
        await chmod(own, 0o755);
        const failure = { code: "FILE_NOT_WRITTEN", message: expect.stringContaining(JSON.stringify(own)) };
        await expect(save()).rejects.toMatchObject(failure);
        await rm(own, { recursive: true });
        await mkdir(join(temporary, "other"), { mode: 0o700 });
        await symlink(join(temporary, "other"), own);
        await expect(save()).rejects.toMatchObject(failure);
        expect(await readdir(join(temporary, "other"))).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );

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
