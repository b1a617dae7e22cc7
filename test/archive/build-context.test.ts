import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildContext, directoryContext, textContext } from "../../src/archive/build-context.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { bytesOf, folderWith, listed, untar } from "./folder.js";

async function sent(context: BuildContext): Promise<{ names: string[]; read: (name: string) => string }> {
  const archive = await bytesOf(context.archive);
  const folder = folderWith();
  await untar(
    (async function* () {
      yield archive;
    })(),
    folder,
  );
  return { names: listed(archive), read: (name) => readFileSync(join(folder, name), "utf8") };
}

describe("the build context of a folder", () => {
  it("is what .dockerignore leaves in, with everything as root's", async () => {
    const folder = folderWith({
      Dockerfile: "FROM x",
      ".dockerignore": "node_modules\n*.log\n!keep.log",
      "node_modules/a": "",
      "a.log": "",
      "keep.log": "",
      "src/b.log": "",
    });
    const context = await directoryContext(folder);
    expect(context.dockerfile).toBe("Dockerfile");
    const archive = await bytesOf(context.archive);
    expect(listed(archive)).toEqual([".dockerignore", "Dockerfile", "keep.log", "src/", "src/b.log"]);
    for (const line of listed(archive, "-v", "--numeric-owner")) expect(line).toContain(" 0/0 ");
  });

  it("always has the Dockerfile and .dockerignore, even when everything is left out", async () => {
    const folder = folderWith({
      "docker/prod/Dockerfile": "",
      "docker/other": "",
      ".dockerignore": "**",
      a: "",
    });
    const context = await directoryContext(folder, { dockerfile: "docker/prod/Dockerfile" });
    expect(context.dockerfile).toBe("docker/prod/Dockerfile");
    expect(listed(await bytesOf(context.archive))).toEqual([".dockerignore", "docker/prod/Dockerfile"]);
  });

  it("keeps what an exception brings back from folders that are left out", async () => {
    const folder = folderWith({
      Dockerfile: "",
      ".dockerignore": "*\n!a/b/keep\n!**/*.go",
      "a/b/keep": "",
      "a/b/x": "",
      "c/d/x.go": "",
      "c/y": "",
    });
    expect(listed(await bytesOf((await directoryContext(folder)).archive))).toEqual([
      ".dockerignore",
      "Dockerfile",
      "a/b/keep",
      "c/d/x.go",
    ]);
  });

  it("follows the ignore file beside a named Dockerfile instead of the folder's", async () => {
    const folder = folderWith({
      "prod.Dockerfile": "",
      "prod.Dockerfile.dockerignore": "a",
      ".dockerignore": "b",
      a: "",
      b: "",
    });
    const { archive } = await directoryContext(folder, { dockerfile: "prod.Dockerfile" });
    expect(listed(await bytesOf(archive))).toEqual([
      ".dockerignore",
      "b",
      "prod.Dockerfile",
      "prod.Dockerfile.dockerignore",
    ]);
  });

  it("sends a Dockerfile from outside under a name of its own, which the engine removes again", async () => {
    const outside = folderWith({ Dockerfile: "FROM outside", "app/Dockerfile": "FROM inside", "app/a": "" });
    const context = await directoryContext(join(outside, "app"), { dockerfile: "../Dockerfile" });
    expect(context.dockerfile).toMatch(/^\.dockerfile\.[0-9a-f]{20}$/);
    const { names, read } = await sent(context);
    expect(names).toEqual(["Dockerfile", "a", context.dockerfile, ".dockerignore"]);
    expect(read(context.dockerfile)).toBe("FROM outside");
    expect(read(".dockerignore")).toBe(`.dockerignore\n${context.dockerfile}\n`);
    const again = await directoryContext(join(outside, "app"), { dockerfile: join(outside, "Dockerfile") });
    expect(again.dockerfile).toBe(context.dockerfile);
    await again.archive.return();
  });

  it("adds the name of a Dockerfile from outside to the .dockerignore that is there", async () => {
    const outside = folderWith({ Dockerfile: "", "app/.dockerignore": "x", "app/x": "" });
    const context = await directoryContext(join(outside, "app"), { dockerfile: "../Dockerfile" });
    const { names, read } = await sent(context);
    expect(names).toEqual([context.dockerfile, ".dockerignore"]);
    expect(read(".dockerignore")).toBe(`x\n${context.dockerfile}\n`);
  });

  it("follows a folder and a Dockerfile that are links", async () => {
    const folder = folderWith({ "real/build/Dockerfile.x": "" });
    symlinkSync("build/Dockerfile.x", join(folder, "real/Dockerfile"));
    symlinkSync("real", join(folder, "link"));
    const context = await directoryContext(join(folder, "link"));
    expect(context.dockerfile).toBe("build/Dockerfile.x");
    expect(listed(await bytesOf(context.archive))).toEqual(["Dockerfile", "build/", "build/Dockerfile.x"]);
  });

  it("takes a dockerfile in lower case when there is no other", async () => {
    const folder = folderWith({ dockerfile: "" });
    expect((await directoryContext(folder)).dockerfile).toBe("dockerfile");
  });

  it("takes no Dockerfile for outside whose name only starts with two dots", async () => {
    const folder = folderWith({ "..Dockerfile": "" });
    expect((await directoryContext(folder, { dockerfile: "..Dockerfile" })).dockerfile).toBe("..Dockerfile");
  });

  it("rejects before anything is sent when folder, Dockerfile or .dockerignore cannot be read", async () => {
    const folder = folderWith({ a: "", "sub/x": "" });
    const missing = directoryContext(folder);
    await expect(missing).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(missing).rejects.toThrow(join(folder, "Dockerfile"));
    await expect(directoryContext(join(folder, "no"))).rejects.toThrow(
      /The build context .*no cannot be read \(ENOENT\)/,
    );
    await expect(directoryContext(join(folder, "a"))).rejects.toThrow(/is not a folder/);
    await expect(directoryContext(folder, { dockerfile: "sub" })).rejects.toThrow(/is not a file/);
    writeFileSync(join(folder, "Dockerfile"), "");
    writeFileSync(join(folder, ".dockerignore"), "[");
    await expect(directoryContext(folder)).rejects.toThrow(/pattern that cannot be read: "\["/);
    writeFileSync(join(folder, "Dockerfile.dockerignore"), "");
    mkdirSync(join(folder, "other"));
    await expect(directoryContext(join(folder, "other"))).rejects.toThrow(/Dockerfile/);
  });
});

describe("the build context of a text and files", () => {
  it("has the Dockerfile apart from the files, so that they may have one of their own", async () => {
    const context = textContext("FROM x", { "a/b.txt": "b", Dockerfile: "other" });
    const { names, read } = await sent(context);
    expect(names).toEqual(["a/b.txt", "Dockerfile", context.dockerfile, ".dockerignore"]);
    expect(read(context.dockerfile)).toBe("FROM x");
    expect(read("Dockerfile")).toBe("other");
    expect(read(".dockerignore")).toBe(`.dockerignore\n${context.dockerfile}\n`);
  });

  it("is the same bytes for the same content", async () => {
    expect(textContext("FROM x").dockerfile).toBe(textContext("FROM x").dockerfile);
    expect(textContext("FROM x").dockerfile).not.toBe(textContext("FROM y").dockerfile);
  });

  it("keeps a .dockerignore among the files, and refuses a wrong name at once", async () => {
    const context = textContext("FROM x", { ".dockerignore": "a" });
    expect((await sent(context)).read(".dockerignore")).toBe(`a\n${context.dockerfile}\n`);
    expect(() => textContext("FROM x", { "../a": "" })).toThrow(InvalidArgumentError);
  });
});
