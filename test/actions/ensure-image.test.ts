import { describe, expect, test } from "vitest";
import { type EnsureImageOptions, ensureImage } from "../../src/actions/ensure-image.js";
import type { CallOptions } from "../../src/client/call-options.js";
import { InvalidArgumentError, NotFoundError, ProgressError } from "../../src/errors.js";
import { type BareClient, bareClient } from "../client/bare-client.js";
import { listenersOf } from "../helpers/exchanges.js";
import type { Routes } from "../helpers/fake-daemon.js";

const digest = `sha256:${"d".repeat(64)}`;

describe("docker.ensureImage", () => {
  test("asks for nothing more where the image is here", async () => {
    await using engine = await store({ here: true });
    expect(await ensureImage(engine.client, "alpine:3")).toEqual({ id: "sha256:a", digest, pulled: false });
    expect(engine.paths()).toEqual(["GET /images/alpine%3A3/json"]);
  });

  test("pulls what is missing, with the credentials for its registry", async () => {
    await using engine = await store({
      registryAuth: { "registry.example": { username: "u", password: "p" } },
    });
    expect(await ensure(engine, "registry.example/app:1")).toEqual({ id: "sha256:a", digest, pulled: true });
    expect(engine.paths()).toEqual([
      "GET /images/registry.example%2Fapp%3A1/json",
      "POST /images/create",
      "GET /images/registry.example%2Fapp%3A1/json",
    ]);
    const pull = engine.daemon.calls.find(({ method }) => method === "POST");
    expect(Object.fromEntries(pull?.query ?? [])).toEqual({ fromImage: "registry.example/app", tag: "1" });
    const auth = Buffer.from(String(pull?.headers["x-registry-auth"]), "base64url").toString();
    expect(JSON.parse(auth)).toMatchObject({ username: "u", password: "p" });
  });

  test("asks the registry always where it is told so", async () => {
    await using engine = await store({ here: true });
    expect(await ensure(engine, "alpine", { pull: "always" })).toMatchObject({ pulled: true });
    expect(engine.paths()[0]).toBe("POST /images/create");
  });

  test.each([
    ["linux/amd64", false],
    ["linux/arm64", true],
    ["linux/amd64/v2", true],
    ["windows/amd64", true],
    ["amd64", true],
  ])("with platform %s takes an image for linux/amd64 for missing: %s", async (platform, pulled) => {
    await using engine = await store({ here: true });
    expect(await ensure(engine, "alpine", { platform })).toMatchObject({ pulled });
    const pull = engine.daemon.calls.find(({ method }) => method === "POST");
    if (pulled) expect(pull?.query.get("platform")).toBe(platform);
  });

  test.each([
    ["linux/arm", false],
    ["linux/arm/v7", false],
    ["linux/arm/v6", true],
  ])("with platform %s takes an image for linux/arm/v7 for missing: %s", async (platform, pulled) => {
    await using engine = await store({ here: true, image: { Architecture: "arm", Variant: "v7" } });
    expect(await ensure(engine, "alpine", { platform })).toMatchObject({ pulled });
  });

  test.each([
    ["alpine", digest],
    ["docker.io/library/alpine:3", digest],
    [`alpine@${digest}`, digest],
    ["registry.example:5000/app:1", `sha256:${"e".repeat(64)}`],
    ["other:1", undefined],
    ["a".repeat(64), undefined],
  ])("gives for %s the digest in its own registry", async (name, expected) => {
    const RepoDigests = [`registry.example:5000/app@sha256:${"e".repeat(64)}`, `alpine@${digest}`];
    await using engine = await store({ here: true, image: { RepoDigests } });
    expect((await ensure(engine, name)).digest).toBe(expected);
  });

  test("knows no digest of an image that was built here", async () => {
    await using engine = await store({ here: true, image: { RepoDigests: null } });
    expect(await ensure(engine, "app")).toEqual({ id: "sha256:a", digest: undefined, pulled: false });
  });

  test("tells of the progress", async () => {
    await using engine = await store();
    const seen: unknown[] = [];
    await ensure(engine, "alpine", { onPull: ({ status }) => seen.push(status) });
    expect(seen).toEqual(["Pulling from library/alpine", `Digest: ${digest}`]);
  });

  test("ends the pull with what the listener throws", async () => {
    await using engine = await store();
    const why = new Error("enough");
    const onPull = () => {
      throw why;
    };
    await expect(ensure(engine, "alpine", { onPull })).rejects.toBe(why);
    await engine.daemon.settled();
  });

  test("says what went wrong in the pull", async () => {
    const failing: Routes = {
      "POST /images/create": (call) => call.stream(['{"errorDetail":{"message":"no space left"}}\n']),
    };
    await using engine = await store({ routes: failing });
    for (const onPull of [undefined, () => {}]) {
      await expect(ensure(engine, "alpine", { onPull })).rejects.toThrow(new ProgressError("no space left"));
    }
  });

  test("asks no registry for an id", async () => {
    await using engine = await store();
    await expect(ensure(engine, `sha256:${"a".repeat(64)}`)).rejects.toThrow(NotFoundError);
    expect(engine.paths()).toHaveLength(1);
  });

  test("does not pull where the engine cannot say whether the image is here", async () => {
    await using engine = await store({
      routes: { "GET /images/{name}/json": (call) => call.json(500, { message: "disk" }) },
    });
    await expect(ensure(engine, "alpine")).rejects.toThrow("disk");
    expect(engine.paths()).toHaveLength(1);
  });

  test.each<[string, EnsureImageOptions]>([
    ["UPPER", {}],
    ["", {}],
    ["alpine", { pull: "never" as "always" }],
  ])("refuses %j %j before anything is sent", async (name, options) => {
    await using engine = await store();
    await expect(ensure(engine, name, options)).rejects.toThrow(InvalidArgumentError);
    expect(engine.daemon.calls).toHaveLength(0);
  });

  test("is aborted with the signal's reason", async () => {
    const controller = new AbortController();
    await using engine = await store({
      routes: {
        "POST /images/create": async (call) => {
          call.start();
          await call.write('{"status":"Pulling"}\n');
          setTimeout(() => controller.abort("enough"), 20);
        },
      },
    });
    await expect(ensure(engine, "alpine", {}, { signal: controller.signal })).rejects.toBe("enough");
    expect(listenersOf(controller.signal)).toBe(0);
    await engine.daemon.settled();
  });
});

function ensure({ client }: BareClient, name: string, options?: EnsureImageOptions, call?: CallOptions) {
  return ensureImage(client, name, options, call);
}

/** An engine that has one image under every name, or can pull it. */
function store({
  here = false,
  image = {},
  routes = {},
  registryAuth = { "docker.io": {} },
}: {
  here?: boolean;
  image?: object;
  routes?: Routes;
  registryAuth?: Record<string, { username?: string; password?: string }>;
} = {}): Promise<BareClient> {
  let has = here;
  const facts = { Id: "sha256:a", Os: "linux", Architecture: "amd64", RepoDigests: [`alpine@${digest}`] };
  return bareClient(
    {
      "GET /images/{name}/json": (call) =>
        has ? call.json(200, { ...facts, ...image }) : call.json(404, { message: "No such image" }),
      "POST /images/create": async (call) => {
        has = true;
        const steps = [{ id: "3", status: "Pulling from library/alpine" }, { status: `Digest: ${digest}` }];
        await call.stream(steps.map((step) => `${JSON.stringify(step)}\n`));
      },
      ...routes,
    },
    { registryAuth } as object,
  );
}
