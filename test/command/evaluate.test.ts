import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { compileCode } from "../../src/command/compile-code.js";
import { writeResult } from "../../src/command/write-result.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { fakeEngine } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";

const routes: Parameters<typeof fakeEngine>[0] = {
  "GET /volumes": (call) =>
    call.json(200, { Volumes: [{ Name: "data", Driver: "local", Scope: "local", Mountpoint: "/x" }] }),
  "GET /containers/{id}/logs": (call) =>
    call.stream([frame("stdout", "one\n"), frame("stderr", "two\n")], {
      "Content-Type": "application/vnd.docker.multiplexed-stream",
    }),
  "GET /containers/{id}/export": (call) =>
    call.stream([Buffer.from([0, 255])], { "Content-Type": "application/x-tar" }),
  "POST /images/create": (call) => call.stream(['{"status":"Status: Image is up to date for app:1"}\n']),
  "GET /images/{id}/json": (call) => call.json(200, { Id: "sha256:1", RepoTags: ["app:1"] }),
};

/** What the code writes, as bytes. */
async function written(code: string, { table = false, terminal = false } = {}): Promise<string> {
  await using engine = await fakeEngine(routes);
  const output = Object.assign(new PassThrough(), terminal && { isTTY: true, columns: 40 });
  const { value } = await compileCode(code)(engine.docker);
  await writeResult(value, output, { table });
  return output.end().read()?.toString("latin1") ?? "";
}

describe("code of the command", () => {
  test("is an expression, awaited or not, whose value is JSON", async () => {
    for (const code of [
      "docker.volumes.list()",
      "await docker.volumes.list();",
      "docker.volumes.list() // all",
    ]) {
      expect(JSON.parse(await written(code))).toMatchObject({ Volumes: [{ Name: "data" }] });
    }
    expect(await written("({ a: [1, 'b'] })")).toBe('{\n  "a": [\n    1,\n    "b"\n  ]\n}\n');
    expect(await written("{ a: 1 }")).toBe('{\n  "a": 1\n}\n');
    expect(await written("undefined")).toBe("");
  });

  test("is statements with a return, and may import", async () => {
    expect(await written("const { Volumes } = await docker.volumes.list(); return Volumes.length")).toBe(
      "1\n",
    );
    expect(await written("const { sep } = await import('node:path'); return sep")).toMatch(/^"[/\\]/);
    expect(await written("for (const n of [1]) n")).toBe("");
  });

  test("is refused where it is no JavaScript", () => {
    for (const code of ["(((", "const", "a b"]) expect(() => compileCode(code)).toThrow(InvalidArgumentError);
  });
});

describe("the result", () => {
  test("is a table where that is wanted, of other records too", async () => {
    const table = true;
    expect(await written("docker.volumes.list()", { table })).toBe(
      "NAME   DRIVER   SCOPE   CREATED   MOUNTPOINT\ndata   local    local             /x\n",
    );
    expect(await written("[{ a: 1, b: {} }, { a: 'x', c: true }]", { table })).toBe("a   c\n1\nx   true\n");
    expect(await written("({ a: 1, long: 'name' })", { table })).toBe("a      1\nlong   name\n");
  });

  test("is a line of JSON for each message of a stream", async () => {
    expect(await written('docker.containers.logs("web")')).toBe(
      '{"stream":"stdout","text":"one"}\n{"stream":"stderr","text":"two"}\n',
    );
    expect(await written("(async function* () { yield { a: 1 }; yield 2; })()")).toBe('{"a":1}\n2\n');
  });

  test("is an archive as it is, but not in a terminal", async () => {
    const code = 'docker.containers.export("web")';
    expect(await written(code)).toBe("\x00\xff");
    await expect(written(code, { terminal: true })).rejects.toThrow("send the output to a file");
  });

  test("is what a job has come to", async () => {
    expect(JSON.parse(await written('docker.images.pull("app:1")'))).toMatchObject({ id: "sha256:1" });
  });
});
