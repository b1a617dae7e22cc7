import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readArguments } from "../../src/command/read-arguments.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arguments-"));
  for (const name of ["ca.pem", "cert.pem", "key.pem"]) writeFileSync(join(folder, name), "");
  vi.stubEnv("DOCKER_CERT_PATH", folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("readArguments", () => {
  test("takes the options of the docker CLI, long and short", async () => {
    const long = ["--host", "tcp://x:1", "--api-version=1.43", "diagnose", "--json"];
    expect(await readArguments(long)).toEqual({
      command: { name: "diagnose", json: true },
      options: { host: "tcp://x:1", context: undefined, apiVersion: "1.43" },
    });
    expect(await readArguments(["-c", "prod", "-e", "1"])).toEqual({
      command: { name: "evaluate", code: "1", table: false },
      options: { host: undefined, context: "prod", apiVersion: undefined },
    });
    expect((await readArguments([])).command).toEqual({ name: "repl", table: false });
    expect((await readArguments(["-h"])).command).toEqual({ name: "help" });
    expect((await readArguments(["help"])).command).toEqual({ name: "help" });
  });

  test("reads TLS as the docker CLI does, with the files of its folder", async () => {
    const tls = async (...flags: string[]) => (await readArguments(flags)).options.tls;
    const file = (name: string) => ({ file: join(folder, name) });
    const all = { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") };
    expect(await tls()).toBeUndefined();
    expect(await tls("--tlsverify")).toEqual(all);
    expect(await tls("--tls", "--tlsverify")).toEqual(all);
    expect(await tls("--tls")).toEqual({ ...all, rejectUnauthorized: false });
    expect(await tls("--tls", "--tlscacert", "/my/ca.pem")).toEqual({ ...all, ca: { file: "/my/ca.pem" } });
  });

  test.each([
    [["--nope"], "Unknown option '--nope'"],
    [["--host"], "Option '-H, --host <value>' argument missing"],
    [["nonsense"], '"nonsense" is no command'],
    [["diagnose", "now"], '"now" is one word too many'],
    [["diagnose", "-e", "1"], "-e stands alone"],
    [["--json"], "--json is for diagnose"],
    [["diagnose", "--table"], "--table is for -e"],
  ])("says what is wrong with %j", async (argv, message) => {
    await expect(readArguments(argv)).rejects.toThrow(message);
  });

  test("says in one line that a value looks like an option", async () => {
    await expect(readArguments(["-e", "-1"])).rejects.toThrow(
      /^Option '-e' argument is ambiguous\. Ask docker-engine-sdk --help\.$/,
    );
  });
});
