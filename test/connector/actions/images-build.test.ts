import { describe, expect, test } from "vitest";
import { readEntries } from "../../../src/archive/read-entries.js";
import { unfoldDockerfile } from "../../../src/connector/actions/images/dockerfile-text.js";
import type { Call } from "../../helpers/fake-daemon.js";
import { type FakeConnector, fakeConnector } from "../fake-connector.js";
import { credentialsIn, id, queryOf, telling } from "./images-engine.js";

const said = [
  { stream: "Step 1/2 : FROM base" },
  { stream: "\n" },
  { status: "Downloading", id: "a1", progressDetail: { current: 1, total: 2 } },
  { status: "Downloading", id: "a1", progressDetail: { current: 2, total: 2 } },
  { stream: "Step 2/2 : RUN make" },
  { stream: "\n" },
  { stream: "half a " },
  { stream: "line\nand " },
  { stream: "another\n" },
  { aux: { ID: id } },
  { stream: "Successfully tagged app:1\n" },
  { stream: "the end of it" },
];
const told = [
  "Step 1/2 : FROM base",
  "a1: Downloading",
  "Step 2/2 : RUN make",
  "half a line",
  "and another",
  "Successfully tagged app:1",
  "the end of it",
];

interface Builder extends FakeConnector {
  readonly sent: Buffer[];
}

/** An engine that keeps what it is to build from. */
async function builder(lines: readonly object[] = said, config: object = {}): Promise<Builder> {
  const sent: Buffer[] = [];
  const fake = await fakeConnector(
    {
      "POST /build": async (call: Call) => {
        sent.push(await call.body());
        await telling(...lines)(call);
      },
    },
    { config },
  );
  return Object.assign(fake, { sent });
}

async function dockerfileIn({ sent, calls }: Builder): Promise<string | undefined> {
  const [archive = Buffer.alloc(0)] = sent;
  const entries = await readEntries(new Blob([archive]).stream() as AsyncIterable<Uint8Array>); // Node can iterate it.
  const wanted = queryOf(calls[0]).dockerfile;
  return entries.find(({ name }) => name === wanted)?.content.toString();
}

describe("build_image", () => {
  test("builds from a text, and gives what the builder said (F-2.3-12)", async () => {
    await using fake = await builder();
    const lines: string[] = [];
    const text = 'FROM base\nRUN printf "a\\nb" > /f\n';
    const envelope = await fake.connector.execute(
      "build_image",
      { dockerfile_content: text, t: "app:1" },
      { onProgress: (line) => lines.push(line) },
    );
    expect(envelope).toMatchObject({
      status: "success",
      message: `Successfully built image app:1 with the id ${id}.`,
      data: [{ id, tags: ["app:1"], build_output: told.map((stream) => ({ stream })) }],
      summary: { id },
      meta: { truncated: false },
    });
    expect(lines).toEqual(told);
    expect(await dockerfileIn(fake)).toBe(text);
    const { dockerfile, ...query } = queryOf(fake.calls[0]);
    expect(query).toEqual({
      t: "app:1",
      nocache: "false",
      pull: "false",
      q: "false",
      rm: "true",
      forcerm: "false",
      squash: "false",
    });
  });

  test("unfolds a Dockerfile that has come in one line (F-2.3-12)", async () => {
    await using fake = await builder();
    await fake.connector.execute("build_image", {
      dockerfile_content: 'FROM base\\nRUN printf "a\\nb" > /f',
      t: "app:1",
    });
    expect(await dockerfileIn(fake)).toBe('FROM base\nRUN printf "a\\nb" > /f');
  });

  test("says every option as the API has it (X-2.1-8, F-2.3-1)", async () => {
    await using fake = await builder();
    const envelope = await fake.connector.execute(
      "docker-image-build",
      {
        input_stream: "context",
        t: "app:1, app:2",
        nocache: "true",
        pull: "yes",
        buildargs: '{"A": "b"}',
        labels: { c: "d" },
        networkmode: "none",
        platform: "linux/arm64",
        dockerfile: "docker/prod",
        extrahosts: "a:10.0.0.1, b:[::1]",
        q: "1",
        cachefrom: '["x", "y"]',
        rm: "false",
        forcerm: "true",
        memory: "0",
        memswap: "-1",
        cpushares: "512",
        cpusetcpus: "0-1",
        cpuperiod: "100000",
        cpuquota: "0",
        shmsize: "67108864",
        target: "prod",
        additional_fields: '{"buildId": "b1", "noCache": false}',
      } as never,
      { files: { context: Buffer.from("a tar") } },
    );
    expect(envelope.error).toBeUndefined();
    expect(fake.sent.map(String)).toEqual(["a tar"]);
    expect(queryOf(fake.calls[0])).toEqual({
      t: ["app:1", "app:2"],
      nocache: "true",
      pull: "true",
      buildargs: '{"A":"b"}',
      labels: '{"c":"d"}',
      networkmode: "none",
      platform: "linux/arm64",
      dockerfile: "docker/prod",
      extrahosts: ["a:10.0.0.1", "b:[::1]"],
      q: "true",
      cachefrom: '["x","y"]',
      rm: "false",
      forcerm: "true",
      memory: "0",
      memswap: "-1",
      cpushares: "512",
      cpusetcpus: "0-1",
      cpuperiod: "100000",
      cpuquota: "0",
      shmsize: "67108864",
      squash: "false",
      target: "prod",
      buildid: "b1",
    });
  });

  test("takes hosts as a list", async () => {
    await using fake = await builder();
    const extrahosts = ["a:10.0.0.1", "b:10.0.0.2"];
    await fake.connector.execute("build_image", { t: "a", dockerfile_content: "FROM b", extrahosts });
    expect(queryOf(fake.calls[0]).extrahosts).toEqual(extrahosts);
  });

  test("lets the engine fetch what lies elsewhere", async () => {
    await using fake = await builder([{ aux: { ID: id } }]);
    await fake.connector.execute("build_image", { t: "a", remote: "https://git.example/a.git#main" });
    expect(queryOf(fake.calls[0])).toMatchObject({
      remote: "https://git.example/a.git#main",
      dockerfile: "Dockerfile",
    });
    expect(fake.sent.map(String)).toEqual([""]);
  });

  test("shows nothing of a context's password or of build arguments that are secrets", async () => {
    await using fake = await builder([{ aux: { ID: id } }]);
    const parameters = {
      t: "a",
      remote: "https://u:hunter2@git.example/a.git",
      buildargs: '{"TOKEN": "hunter2", "WHO": "you"}',
    };
    const built = await fake.connector.execute("build_image", parameters);
    const dry = await fake.connector.execute("build_image", parameters, { dryRun: true });
    expect(queryOf(fake.calls[0])).toMatchObject({ remote: parameters.remote });
    expect(dry.data).toMatchObject([
      { path: expect.stringContaining(encodeURIComponent('{"TOKEN":"***","WHO":"***"}')) },
    ]);
    expect(decodeURIComponent(JSON.stringify([built, dry]))).not.toContain("hunter2");
  });

  test("gives base images' registries the credentials of the call beside those of the settings", async () => {
    await using fake = await builder(said, {
      registryUsername: "me",
      registryPassword: "~~~",
      registryServerAddress: "mine.example",
    });
    const registry_config = JSON.stringify({
      "https://index.docker.io/v1/": { username: "hub", password: "???>>>", email: "" },
      "other.example:5000": { identitytoken: "a token", serveraddress: "other.example:5000" },
    });
    const envelope = await fake.connector.execute("build_image", {
      t: "a",
      dockerfile_content: "FROM b",
      registry_config,
    });
    expect(credentialsIn(fake.calls[0], "x-registry-config")).toEqual({
      "mine.example": { username: "me", password: "~~~", serveraddress: "mine.example" },
      "https://index.docker.io/v1/": {
        username: "hub",
        password: "???>>>",
        serveraddress: "https://index.docker.io/v1/",
      },
      "other.example:5000": { identitytoken: "a token", serveraddress: "other.example:5000" },
    });
    expect(envelope.status).toBe("success");
    const dry = await fake.connector.execute(
      "build_image",
      { t: "a", dockerfile_content: "FROM b", registry_config },
      { dryRun: true },
    );
    expect(dry.data).toMatchObject([{ headers: { "x-registry-config": "***" }, body: "a stream of bytes" }]);
    expect(JSON.stringify([envelope, dry])).not.toMatch(/\?\?\?>>>|a token|~~~/);
  });

  test.each([
    [
      '{"registry.example": {"username": "u", "password": "hunter2"',
      /^registry_config is not what it must be/,
    ],
    [
      '{"registry.example": {"username": "u", "pasword": "hunter2"}}',
      /registry_config of registry\.example has a field/,
    ],
    ['{"registry.example": "hunter2"}', /registry_config of registry\.example must be an object/],
    ['{"u:hunter2@registry.example": {}}', /registry_config has a key that is no address/],
  ])("shows nothing of credentials that are wrong: %#", async (registry_config, message) => {
    await using fake = await builder();
    const envelope = await fake.connector.execute("build_image", {
      t: "a",
      dockerfile_content: "FROM b",
      registry_config,
    });
    expect(envelope.error).toMatchObject({
      category: "validation",
      message: expect.stringMatching(message),
    });
    expect(JSON.stringify(envelope)).not.toContain("hunter2");
    expect(fake.calls).toEqual([]);
  });

  test("builds with BuildKit where there are outputs, which asks for credentials on its own", async () => {
    await using fake = await builder([]);
    const parameters = { t: "a", remote: "https://git.example/a.git", outputs: '[{"Type": "cacheonly"}]' };
    const envelope = await fake.connector.execute("build_image", parameters);
    expect(envelope).toMatchObject({ message: "Successfully built image a.", data: [{ id: "" }] });
    expect(queryOf(fake.calls[0])).toMatchObject({ version: "2", outputs: '[{"Type":"cacheonly"}]' });
    const refused = await fake.connector.execute("build_image", { ...parameters, registry_config: "{}" });
    expect(refused.error?.category).toBe("validation");
  });

  test("fails with the step that failed and its last lines, and is not asked for again (F-2.3-12, F-2.3-13)", async () => {
    const complaint = "The command '/bin/sh -c make' returned a non-zero code: 2";
    await using fake = await builder(
      [...said.slice(0, 9), { error: complaint, errorDetail: { code: 2, message: complaint } }],
      { retryAttempts: "3" },
    );
    const envelope = await fake.connector.execute("build_image", { t: "a", dockerfile_content: "FROM b" });
    expect(envelope).toMatchObject({
      status: "failed",
      message: `The build failed in step [2/2] RUN make: ${complaint}\nThe last lines:\nhalf a line\nand another`,
      error: { category: "stream_error", retryable: false },
      data: [],
    });
    expect(fake.calls).toHaveLength(1);
  });

  test.each([
    ["the call's timeout", { timeout: "0.2" }, {}, "validation"],
    ["the call's whole seconds", { timeout: "1" }, { buildTimeout: "100" }, "timeout"],
    ["the settings", {}, { buildTimeout: "0.3" }, "timeout"],
  ])("is bounded by %s (F9, F-2.3-12)", async (_case, parameters, config, category) => {
    await using fake = await fakeConnector(
      {
        "POST /build": async (call) => {
          await call.body();
          call.start();
          await call.write('{"stream": "Step 1/1 : RUN sleep\\n"}\n');
        },
      },
      { config },
    );
    const started = performance.now();
    const envelope = await fake.connector.execute("build_image", {
      t: "a",
      dockerfile_content: "FROM b",
      ...parameters,
    });
    expect(envelope.error).toMatchObject({ category, retryable: false });
    expect(performance.now() - started).toBeLessThan(5000);
    await fake.daemon.settled();
  });

  test("has no limit but the last one with a timeout of 0, and keeps the end of a long log", async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ stream: `line ${index}\n` }));
    await using fake = await builder([...many, { aux: { ID: id } }], { buildTimeout: "0.001" });
    const envelope = await fake.connector.execute(
      "build_image",
      { t: "a", dockerfile_content: "FROM b", timeout: "0" },
      { bounds: { items: 2 } },
    );
    expect(envelope).toMatchObject({
      data: [{ build_output: [{ stream: "line 48" }, { stream: "line 49" }] }],
      meta: { truncated: true },
    });
  });
});

describe("unfoldDockerfile", () => {
  test.each([
    [
      "leaves text with real line ends as it is",
      'FROM a\nRUN printf "a\\nRUN b"',
      'FROM a\nRUN printf "a\\nRUN b"',
    ],
    ["leaves a single line as it is", "FROM a", "FROM a"],
    ["unfolds instructions", "FROM a\\nRUN b\\nCMD c\\n", "FROM a\nRUN b\nCMD c\n"],
    ["unfolds small letters too", "from a\\nrun b", "from a\nrun b"],
    ["unfolds comments and empty lines", "# x\\n\\nFROM a\\n  # y\\nRUN b", "# x\n\nFROM a\n  # y\nRUN b"],
    ["unfolds line ends of Windows", "FROM a\\r\\nRUN b\\r\\n", "FROM a\nRUN b\n"],
    ["unfolds lines that go on", "FROM a\\nRUN b && \\\\n  c\\nCMD d", "FROM a\nRUN b && \\\n  c\nCMD d"],
    ["leaves what a command says", 'FROM a\\nRUN printf "b\\nc\\n" > d', 'FROM a\nRUN printf "b\\nc\\n" > d'],
    ["leaves small letters that are words", 'FROM a\\nRUN echo "b\\nrun c"', 'FROM a\nRUN echo "b\\nrun c"'],
  ])("%s", (_name, text, expected) => {
    expect(unfoldDockerfile(text)).toBe(expected);
  });
});
