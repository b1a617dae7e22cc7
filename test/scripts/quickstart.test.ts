import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../../scripts/quickstart.ts", import.meta.url));

test("without an engine the quickstart goes on with the test engine, and says so", {
  timeout: 60_000,
}, async () => {
  const env = { ...process.env, DOCKER_HOST: "unix:///no/such.sock" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
    env,
  });
  expect(stderr).toContain("/no/such.sock");
  expect(stdout).toContain("Going on with the test engine");
  expect(stdout).toContain(
    "stdout | line 3\nstderr | this one went to stderr\n\nexit code 7, and the container is removed",
  );
});
