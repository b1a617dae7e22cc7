import { expect, test } from "vitest";
import { object, text } from "../../src/connector/field.js";
import { redact, withoutSecrets } from "../../src/connector/redact.js";

const fields = { id: text("x"), key: text("x", { secret: true }), request_body: object("x") };

test("hides secrets by their field and by their members' names, and nothing else", () => {
  const body = {
    Image: "web",
    Env: ["DB_PASSWORD=hunter2", "MODE"],
    auth: { username: "u", password: "hunter2" },
    JoinTokens: { Worker: "hunter2" },
    Files: [{ Data: "hunter2", Name: "s" }],
  };
  const shown = redact(fields, { id: "web", key: "hunter2", request_body: body });
  expect(JSON.stringify(shown)).not.toContain("hunter2");
  expect(shown).toMatchObject({
    id: "web",
    key: "***",
    request_body: {
      Image: "web",
      Env: ["DB_PASSWORD=***", "***"],
      Files: [{ Data: "***", Name: "s" }],
    },
  });
});

test("cuts long texts and leaves the values alone", () => {
  const values = { id: "x".repeat(5000) };
  expect(redact(fields, values).id).toHaveLength(2001);
  expect(values.id).toHaveLength(5000);
});

test("hides what stands before the host in addresses", () => {
  const shown = redact(fields, {
    id: "https://u:hunter2@git.example/a.git#main",
    request_body: { PROXY: "http://u:hunter2@proxy.example:3128", plain: "https://example/a@b" },
  });
  expect(shown).toEqual({
    id: "https://***@git.example/a.git#main",
    request_body: { PROXY: "http://***@proxy.example:3128", plain: "https://example/a@b" },
  });
});

test.each([
  ...[
    "passwords",
    "dbPwd",
    "secrets",
    "access_tokens",
    "credentials",
    "UnlockKey",
    "api_key",
    "ApiKey",
    "access-key",
  ],
  ...["aws_secret_key", "sshKey", "private_key_pem", "encryptionKey", "signing_key", "plain_data", "params"],
  ...["AWS_ACCESS_KEY_ID", "STRIPE_KEY", "my.password", "awslogs-secret-key"],
])("hides what is called %s", (name) => {
  expect(redact({}, { [name]: { a: "hunter2" } })).toEqual({ [name]: "***" });
});

test.each(["key", "keys", "name", "database", "parameters", "tokenizer", "author"])(
  "shows what is called %s",
  (name) => {
    expect(redact({}, { [name]: "web" })).toEqual({ [name]: "web" });
  },
);

test("hides the values of build arguments and of variables, and shows their names", () => {
  const values = { A: "hunter2", B: null };
  expect(
    redact(
      {},
      { buildargs: values, build_args: ["A=hunter2", "hunter2"], BuildArgs: "A=hunter2", env: values },
    ),
  ).toEqual({
    buildargs: { A: "***", B: "***" },
    build_args: ["A=***", "***"],
    BuildArgs: "***",
    env: { A: "***", B: "***" },
  });
});

test.each([
  ["run --password=hunter2 -v", "run --password=*** -v"],
  ["DB_PASSWORD='hunter 2' TOKEN=hunter2&a=b", "DB_PASSWORD=*** TOKEN=***&a=b"],
  ['secret="hunter 2', "secret=***"],
  ["API_KEY_FILE=hunter2 passive=yes", "API_KEY_FILE=*** passive=yes"],
  ["https://u:p@hunter2@git.example/a", "https://***@git.example/a"],
  ["username=ada,password=hunter2", "username=ada,password=***"],
  ["RUN |1 NPM_TOKEN=hunter2 /bin/sh", "RUN |1 NPM_TOKEN=*** /bin/sh"],
  ["cd /; SSH_KEY=hunter2 ./x", "cd /; SSH_KEY=*** ./x"],
  ["registry.example/secret:1", "registry.example/secret:1"],
])("masks what texts give away: %s", (value, shown) => {
  expect(withoutSecrets(value, "cmd")).toBe(shown);
});

test("takes no time for long texts, and shows no half of a secret where they are cut", () => {
  const started = performance.now();
  for (const part of ["a", "a://", "password=", 'token="', "a://b@", "a.b-", "secret_"]) {
    const shown = withoutSecrets(part.repeat(Math.ceil(1_000_000 / part.length)), "cmd");
    expect(String(shown).length).toBeLessThanOrEqual(2001);
  }
  expect(performance.now() - started).toBeLessThan(1000);
  for (let before = 1900; before < 4010; before++) {
    const texts = ["https://u:hunter2@git.example", "token='hunter2 hunter2'"].map(
      (text) => " ".repeat(before) + text,
    );
    for (const text of texts) expect(withoutSecrets(text + "x".repeat(5000), "cmd")).not.toContain("hunter");
  }
});
