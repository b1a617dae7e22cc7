import { describe, expect, test } from "vitest";
import { historyFile, namesSecret } from "../../src/repl/history.js";

describe("the history", () => {
  test("is where XDG says, unless Node's own variable says otherwise", () => {
    expect(historyFile({ HOME: "/home/ada" })).toBe("/home/ada/.local/state/docker-engine-sdk/repl-history");
    expect(historyFile({ HOME: "/home/ada", XDG_STATE_HOME: "/state" })).toBe(
      "/state/docker-engine-sdk/repl-history",
    );
    expect(historyFile({ HOME: "/home/ada", XDG_STATE_HOME: "state" })).toMatch(/^\/home\/ada/);
    expect(historyFile({ NODE_REPL_HISTORY: "/my/file" })).toBe("/my/file");
    expect(historyFile({ HOME: "/home/ada", NODE_REPL_HISTORY: "" })).toBeUndefined();
  });

  test.each([
    'const password = "x"',
    'docker.system.auth({ username: "ada", password: "x" })',
    'new Docker({ auth: { bearer: "x" } })',
    "token='x'",
    'process.env.GITHUB_TOKEN = "x"',
    'docker.run("app", [], { env: { A: "x" } })',
    'docker.containers.create({ Env: ["A=x"] })',
    'docker.secrets.create({ Name: "a", Data: "x" })',
    'docker.run("app", ["--password=x"])',
    "https://ada:x@registry.example",
    'new Docker({ registryAuth: { "a.example": {} } })',
    'const key = "-----BEGIN PRIVATE KEY-----"',
    'config["api-key"] = "x"',
    'apiKey = "x"',
    'const pw = "x"',
    'const k = "SWMTKN-1-49nj1cmql0jkz5s954yi3oex3nedyz0fb0xx14ie39trti4wxv-8vxv8rss"',
    'unlock("SWMKEY-1-7c37Cc8654o6p38HnroywCi19pllOnGtbdZEgtKxZu8")',
    'const k = "dckr_pat_x"',
    '"ghp_x"',
    '"gho_x"',
    "const k = 'github_pat_x'",
    "x('glpat-x')",
    'docker.run("app", ["sh", "-c", "SSH_KEY=x ./app"])',
    'docker.volumes.create({ Name: "v", DriverOpts: { o: "username=ada,password=x" } })',
    "postgres://u:p@x@db/x",
  ])("does not keep %s", (line) => {
    expect(namesSecret(line)).toBe(true);
  });

  test.each([
    "docker.containers.list({ all: true })",
    'await print(docker.containers.logs("web"))',
    "docker.secrets.list()",
    'docker.run("alpine:3", ["uname", "-a"])',
    'docker.api.GET("/containers/{id}/json", { params: { path: { id: "web" } } })',
    "const web = await docker.containers.inspect('web')",
    "1 + 1",
    'docker.containers.inspect("ghpages-web")',
    "docker.containers.list() // ".padEnd(5000, "long "),
    "const author = docker.images.list().then((keys) => keys.length)",
  ])("keeps %s", (line) => {
    expect(namesSecret(line)).toBe(false);
  });

  test("looks at a long line in no time", () => {
    const started = performance.now();
    for (const part of ["a", "token", "ghp", "a='", "secret_", "_KEY", "eyJ"])
      namesSecret(part.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
