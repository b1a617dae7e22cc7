import { expect, test } from "vitest";
import { object, text } from "../../src/connector/field.js";
import { redact } from "../../src/connector/redact.js";

const fields = { id: text("x"), key: text("x", { secret: true }), request_body: object("x") };

test("hides secrets by their field and by their members' names, and nothing else", () => {
  const body = {
    Image: "web",
    Env: ["DB_PASSWORD=hunter2", "MODE"],
    auth: { username: "u", password: "hunter2" },
    JoinTokens: { Worker: "hunter2" },
    Secrets: [{ Data: "hunter2", Name: "s" }],
  };
  const shown = redact(fields, { id: "web", key: "hunter2", request_body: body });
  expect(JSON.stringify(shown)).not.toContain("hunter2");
  expect(shown).toMatchObject({
    id: "web",
    key: "***",
    request_body: {
      Image: "web",
      Env: ["DB_PASSWORD=***", "MODE=***"],
      Secrets: [{ Data: "***", Name: "s" }],
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
