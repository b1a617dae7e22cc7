import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { build } from "../../src/actions/build.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { textMessage } from "./grpc-client.js";
import { built, getSecret, sessionEngine } from "./session-engine.js";

const source = { dockerfile: "FROM x" };
const buildkit = true;

describe("the secrets of a build", () => {
  test.each<[string, object, RegExp]>([
    ["without BuildKit", { buildkit: false, secrets: { a: "hush" } }, /Only BuildKit knows secrets/],
    ["beside a session", { session: "mine", secrets: { a: "hush" } }, /secrets and a session/],
    ["that are no object", { secrets: "hush" }, /must be an object/],
    ["without an id", { secrets: { "": "hush" } }, /no id/],
    ["of a number", { secrets: { a: 7 } }, /The secret "a" must be a text, bytes/],
    ["of nothing", { secrets: { a: undefined } }, /The secret "a" must be a text, bytes/],
    ["of two sources", { secrets: { a: { file: "hush", env: "hush" } } }, /The secret "a" must be/],
    ["of a wrong field", { secrets: { a: { file: "x", hush: 1 } } }, /The secret "a" must be/],
    [
      "of a variable that is not set",
      { secrets: { a: { env: "hush" } } },
      /"a" is to be the value of .* not set/,
    ],
    [
      "of a file that is not there",
      { secrets: { a: { file: "/no/such" } } },
      /"a" is in the file \/no\/such.*ENOENT/,
    ],
    ["of a folder", { secrets: { a: { file: "/" } } }, /"a" is in the file \/.*EISDIR/],
    ["that are too large", { secrets: { a: "x".repeat(512_001) } }, /"a" has more than 512000 bytes/],
    [
      "of a file that is too large",
      { secrets: { a: { file: "/dev/zero" } } },
      /"a" has more than 512000 bytes/,
    ],
  ])("are refused before anything is sent: %s", async (_, options, message) => {
    await using engine = await sessionEngine();
    const failure = await build(engine.client, source, { buildkit, ...options }).then(
      () => new Error("it was built"),
      (error: unknown) => error as Error, // all that it rejects with is one
    );
    expect(failure).toBeInstanceOf(InvalidArgumentError);
    expect(failure.message).toMatch(message);
    expect(inspect(failure)).not.toContain("hush");
    expect(engine.paths()).toEqual([]);
  });

  test("may have 500 KiB, and are as they were when the build began", async () => {
    const value = Buffer.alloc(500 * 1024, 1);
    let answer: Buffer | undefined;
    await using engine = await sessionEngine({
      build: async (call, session) => {
        value.fill(2);
        ({ answer } = await session.call(getSecret, textMessage(1, "a")));
        await built(call);
      },
    });
    await build(engine.client, source, { buildkit, secrets: { a: value } });
    expect(answer?.subarray(0, 4)).toEqual(Buffer.from([0x0a, 0x80, 0xa0, 0x1f]));
    expect(answer?.subarray(4).equals(Buffer.alloc(500 * 1024, 1))).toBe(true);
  });
});
