import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askHelper, type HelperOptions, listHelper } from "../../src/client/credential-helper.js";
import { type DockerError, InvalidArgumentError, TimeoutError } from "../../src/errors.js";
import { answering, createHelperHome, type HelperHome } from "./fake-credential-helpers.js";

let home: HelperHome;
beforeEach(async () => {
  home = await createHelperHome();
});
afterEach(() => home.remove());

const namedBy = '"credsStore" in /home/ada/.docker/config.json';

function options(changes: Partial<HelperOptions> = {}): HelperOptions {
  return {
    environment: home.environment,
    platform: process.platform,
    timeout: 10_000,
    signal: undefined,
    ...changes,
  };
}

const ask = (name: string, registry = "ghcr.io", changes: Partial<HelperOptions> = {}) =>
  askHelper({ name, namedBy }, registry, options(changes));

async function errorOf(promise: Promise<unknown>): Promise<DockerError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain("hunter2");
  return error as DockerError; // or the test fails where it looks at it
}

describe("askHelper", () => {
  test("gives what the helper has, asked on stdin and not by an argument", async () => {
    await home.helper("store", answering({ "ghcr.io": { Username: "ada", Secret: "hunter2" } }));
    const auth = await ask("store");
    expect(auth).toEqual({ username: "ada", password: "hunter2", serveraddress: "ghcr.io" });
    expect(home.calls()).toMatchObject([{ args: ["get"], input: "ghcr.io", variable: "passed on" }]);
    expect(inspect(auth, { showHidden: true })).not.toContain("hunter2");
  });

  test("asks for Docker Hub by the address under which docker login keeps it", async () => {
    await home.helper(
      "store",
      answering({ "https://index.docker.io/v1/": { Username: "ada", Secret: "hunter2" } }),
    );
    expect(await ask("store", "docker.io")).toEqual({
      username: "ada",
      password: "hunter2",
      serveraddress: "https://index.docker.io/v1/",
    });
    expect(home.calls()[0]?.input).toBe("https://index.docker.io/v1/");
  });

  test("takes the secret of <token> for an identity token", async () => {
    await home.helper("store", answering({ "ghcr.io": { Username: "<token>", Secret: "hunter2" } }));
    expect(await ask("store")).toEqual({ identitytoken: "hunter2", serveraddress: "ghcr.io" });
  });

  test("gives nobody's credentials where the helper has none", async () => {
    await home.helper("store", answering({}));
    expect(await ask("store")).toEqual({});
  });

  test("takes the helper's words for none with any line end, and two empty texts for the same", async () => {
    await home.helper(
      "crlf",
      'process.stdout.write("credentials not found in native keychain\\r\\n"); process.exitCode = 2;',
    );
    await home.helper(
      "empty",
      'console.log(JSON.stringify({ ServerURL: input, Username: "", Secret: "" }));',
    );
    expect(await ask("crlf")).toEqual({});
    expect(await ask("empty")).toEqual({});
  });

  test("reads what the helper says in UTF-8, cut anywhere", async () => {
    await home.helper(
      "slow",
      `const bytes = Buffer.from(JSON.stringify({ Username: "jürgen", Secret: "pä€𝄞" }));
       let at = 0;
       const next = () => { if (at < bytes.length) process.stdout.write(bytes.subarray(at, ++at), () => setImmediate(next)); };
       next();`,
    );
    expect(await ask("slow")).toMatchObject({ username: "jürgen", password: "pä€𝄞" });
  });

  test("says what a helper that fails wrote to stderr, and nothing of its stdout", async () => {
    await home.helper(
      "store",
      'console.log("hunter2"); console.error("the store is \\u001b[31mlocked\\u001b[0m\\r\\n"); process.exitCode = 3;',
    );
    const error = await errorOf(ask("store"));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toBe(
      `The credential helper docker-credential-store, named by ${namedBy}, did not give the credentials for ghcr.io: ` +
        "it ended with exit code 3, saying: the store is [31mlocked[0m. " +
        "What it wrote to stdout is not shown, for it may be a secret. " +
        `Repair it, take it out of ${namedBy}, or give the credentials in the option registryAuth, where {} means none.`,
    );
  });

  test.each([
    ["half an answer", 'process.stdout.write(\'{"Username":"ada","Secret":"hunter2\');'],
    ["a text", 'console.log("hunter2");'],
    ["nothing", ""],
    ["a list", 'console.log(JSON.stringify(["ada", "hunter2"]));'],
    ["no secret", 'console.log(JSON.stringify({ Username: "hunter2" }));'],
    ["a secret that is no text", 'console.log(JSON.stringify({ Username: "ada", Secret: { hunter2: 1 } }));'],
  ])("refuses %s without showing it", async (_, script) => {
    await home.helper("store", script);
    const error = await errorOf(ask("store"));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toContain("docker-credential-store");
    expect(error.message).toContain("answered in a form that no credential helper has");
    expect(error.cause).toBeUndefined();
  });

  test("stops a helper that writes without end", async () => {
    await home.helper(
      "store",
      'const text = "hunter2".repeat(10000); setInterval(() => process.stdout.write(text), 1);',
    );
    const error = await errorOf(ask("store"));
    expect(error.message).toContain("answered with more than a megabyte");
    await expectGone();
  });

  test("stops a helper that takes too long", async () => {
    await home.helper(
      "store",
      'console.log("hunter2"); console.error("waiting for a key"); setInterval(() => {}, 1000);',
    );
    const error = await errorOf(ask("store", "ghcr.io", { timeout: 1_000 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "TIMEOUT_TOTAL", milliseconds: 1_000, unsent: true });
    expect(error.message).toContain(
      `docker-credential-store, named by ${namedBy}, gave no answer within 1000 ms, saying: waiting for a key.`,
    );
    await expectGone();
  });

  test("is aborted by a signal, with its reason", async () => {
    await home.helper("store", "setInterval(() => {}, 1000);");
    const stop = new AbortController();
    const asking = ask("store", "ghcr.io", { signal: stop.signal });
    const reason = new Error("enough");
    await expect.poll(() => home.calls().length, { timeout: 5_000 }).toBe(1);
    stop.abort(reason);
    await expect(asking).rejects.toBe(reason);
    await expectGone();
  });

  test("starts nothing for a signal that has aborted", async () => {
    await home.helper("store", answering({}));
    await expect(ask("store", "ghcr.io", { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    expect(home.calls()).toEqual([]);
  });

  test("names a helper that is not there, and who named it", async () => {
    const error = await errorOf(ask("desktop.exe"));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toContain(
      `The credential helper docker-credential-desktop.exe, named by ${namedBy}, is not in PATH, or may not be executed.`,
    );
  });

  test("says why a helper does not start", async () => {
    const file = await home.helper("store", "");
    await writeFile(file, "#!/none/there\n");
    const error = await errorOf(ask("store"));
    expect(error.message).toContain(`cannot be started (ENOENT): ${file}.`);
    expect(error.cause).toMatchObject({ code: "ENOENT" });
  });

  test.each(["../evil", "a b", "a;b", "a/b", "a\\b", "", "$(x)", "a\n", "ä", "a\0"])(
    "refuses the helper name %j",
    async (name) => {
      await home.helper("evil", answering({}));
      const error = await errorOf(ask(name));
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.message).toMatch(/must be the end of a program's name/);
      expect(home.calls()).toEqual([]);
    },
  );
});

describe("listHelper", () => {
  const list = () => listHelper({ name: "store", namedBy }, options());

  test("gives the registries that the helper knows, each once", async () => {
    await home.helper(
      "store",
      answering({
        "https://index.docker.io/v1/": { Username: "ada", Secret: "hunter2" },
        "https://index.docker.io/v1/access-token": { Username: "ada", Secret: "hunter2" },
        "https://ghcr.io": { Username: "ada", Secret: "hunter2" },
        "ghcr.io": { Username: "ada", Secret: "hunter2" },
        "not a registry": { Username: "ada", Secret: "hunter2" },
      }),
    );
    expect(await list()).toEqual(["docker.io", "ghcr.io"]);
    expect(home.calls()).toMatchObject([{ args: ["list"] }]);
  });

  test("refuses what is no list, and says how it failed, without showing it", async () => {
    await home.helper("store", 'console.log("hunter2");');
    expect((await errorOf(list())).message).toContain("in a form that no credential helper has");
    await home.helper("store", 'console.log("hunter2"); console.error("locked"); process.exitCode = 1;');
    expect((await errorOf(list())).message).toContain(
      "did not give the registries it knows: it ended with exit code 1, saying: locked.",
    );
  });
});

async function expectGone(): Promise<void> {
  const isAlive = (pid: number) =>
    /^[^Z\s]/.test(spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout);
  expect(home.calls().length).toBeGreaterThan(0);
  await expect.poll(() => home.calls().filter(({ pid }) => isAlive(pid)), { timeout: 5_000 }).toEqual([]);
}
