import { describe, expect, test } from "vitest";
import { type SnapshotOptions, snapshot } from "../../src/actions/snapshot.js";
import { InvalidArgumentError, NotFoundError } from "../../src/errors.js";
import { bareClient } from "../client/bare-client.js";

const id = `sha256:${"a".repeat(64)}`;

function committing() {
  return bareClient({ "POST /commit": (call) => call.json(201, { Id: id }) });
}

describe("snapshot", () => {
  test.each<[string, SnapshotOptions, Record<string, string[]>]>([
    ["without a name", {}, {}],
    ["a name with its tag", { reference: "team/app:1" }, { repo: ["team/app"], tag: ["1"] }],
    ["latest where there is no tag", { reference: "app" }, { repo: ["app"], tag: ["latest"] }],
    [
      "a registry's port that is no tag",
      { reference: "registry.example:5000/app" },
      { repo: ["registry.example:5000/app"], tag: ["latest"] },
    ],
    [
      "message and author",
      { message: "after setup", author: "Ada <a@b.c>" },
      { comment: ["after setup"], author: ["Ada <a@b.c>"] },
    ],
    ["no pause", { pause: false }, { pause: ["false"] }],
    ["changes as a text", { changes: 'CMD ["a"]\nENV A=b' }, { changes: ['CMD ["a"]\nENV A=b'] }],
    ["changes as a list", { changes: ["USER 1", "EXPOSE 80"] }, { changes: ["USER 1", "EXPOSE 80"] }],
  ])("asks for %s", async (_, options, expected) => {
    await using engine = await committing();
    expect(await snapshot(engine.client, "web", Object.freeze(options))).toEqual({ id });
    const query = engine.daemon.calls.at(-1)?.query ?? new URLSearchParams();
    const said = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
    expect(said).toEqual({ container: ["web"], pause: ["true"], ...expected });
  });

  test.each(["App", "app:", `app@sha256:${"a".repeat(64)}`, "https://x/app", ""])(
    "refuses %j as a name before anything is sent",
    async (reference) => {
      await using engine = await committing();
      await expect(snapshot(engine.client, "web", { reference })).rejects.toThrow(InvalidArgumentError);
      expect(engine.daemon.calls).toEqual([]);
    },
  );

  test("says that there is no such container", async () => {
    await using engine = await bareClient({
      "POST /commit": (call) => call.json(404, { message: "No such container: web" }),
    });
    await expect(snapshot(engine.client, "web")).rejects.toThrow(NotFoundError);
  });
});
