import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findProgram } from "../../src/client/find-program.js";

let folder = "";
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "path-")));
});
afterEach(() => rm(folder, { recursive: true }));

async function program(path: string, mode = 0o755): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, "");
  await chmod(file, mode);
  return file;
}

describe("findProgram", () => {
  test("takes the first of its name in PATH", async () => {
    const first = await program("a/x");
    await program("b/x");
    const PATH = `${folder}/none:${folder}/a:${folder}/b`;
    expect(await findProgram("x", { PATH }, "linux")).toBe(first);
  });

  test("passes over what is no program", async () => {
    await program("a/x", 0o644);
    await mkdir(join(folder, "b", "x"), { recursive: true });
    const last = await program("c/x");
    expect(await findProgram("x", { PATH: `${folder}/a:${folder}/b:${folder}/c` }, "linux")).toBe(last);
    expect(await findProgram("x", { PATH: `${folder}/a:${folder}/b` }, "linux")).toBeUndefined();
  });

  test("never looks into the working folder or one relative to it", async () => {
    await program("x");
    const here = relative(process.cwd(), folder);
    expect(await findProgram("x", { PATH: `::.:${here}` }, "linux")).toBeUndefined();
  });

  test.each([{}, { PATH: "" }])("finds nothing with %j", async (environment) => {
    expect(await findProgram("sh", environment, "linux")).toBeUndefined();
  });

  test("tries the endings of Windows in their order, whatever the case of the variable", async () => {
    await program("a/x.cmd");
    const exe = await program("b/y.exe");
    await program("b/y.cmd");
    const environment = { Path: `"${folder}/a";${folder}/b` };
    expect(await findProgram("x", environment, "win32")).toBe(join(folder, "a", "x.cmd"));
    expect(await findProgram("y", environment, "win32")).toBe(exe);
    expect(await findProgram("y", { ...environment, PathExt: ".CMD" }, "win32")).toBe(
      join(folder, "b", "y.cmd"),
    );
    expect(await findProgram("z", environment, "win32")).toBeUndefined();
  });
});
