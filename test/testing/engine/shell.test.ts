import { afterAll, beforeAll, expect, test } from "vitest";
import { Docker } from "../../../src/docker.js";
import { startTestEngine, type TestEngine } from "../../../src/testing/start-test-engine.js";

let engine: TestEngine;
let docker: Docker;
beforeAll(async () => {
  engine = await startTestEngine({ images: ["app:1"] });
  docker = new Docker({ host: engine.host });
});
afterAll(async () => {
  await docker.close();
  await engine.stop();
});

async function sh(script: string, stdin?: string): Promise<string> {
  const options = { env: { A: "a b" }, ...(stdin === undefined ? {} : { stdin }) };
  const { stdout, stderr, exitCode } = await docker.run("app:1", ["sh", "-c", script], options);
  return `${stdout}${stderr === "" ? "" : `[${stderr}]`}${exitCode === 0 ? "" : `=${exitCode}`}`;
}

test.each([
  ["echo one; echo two", "one\ntwo\n"],
  ["true && echo yes || echo no", "yes\n"],
  ["false && echo yes || echo no", "no\n"],
  ["echo out; echo err >&2; exit 3", "out\n[err\n]=3"],
  ["exit 3; echo never", "=3"],
  ["false", "=1"],
  ["! false", ""],
  [`echo "$A" '$A' $A "\${B:-none}" $?`, "a b $A a b none 0\n"],
  ["X=1; X=$((X + 2)); echo $X", "3\n"],
  ["for i in 1 2 3; do echo $i; done", "1\n2\n3\n"],
  ["i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done", "1\n2\n3\n"],
  ["while true; do echo once; break; done", "once\n"],
  ["if test -f /etc/passwd; then echo file; else echo none; fi", "file\n"],
  ["if [ -d /no ]; then echo a; elif [ -d /etc ]; then echo b; fi", "b\n"],
  ["echo $(echo inner | cat)-$(uname -m)", "inner-x86_64\n"],
  ["(exit 4); echo $?", "4\n"],
  ["{ echo a; echo b; } | wc -l", "2\n"],
  ["echo text > /tmp/f; cat < /tmp/f; echo more >> /tmp/f; cat /tmp/f", "text\ntext\nmore\n"],
  ["echo hidden > /dev/null; echo both 2>&1", "both\n"],
  ["cd /tmp && pwd; cd /no", "/tmp\n[sh: cd: can't cd to /no: No such file or directory\n]=2"],
  ["no-such", "[sh: no-such: not found\n]=127"],
  ["/etc/passwd", "[sh: /etc/passwd: Permission denied\n]=126"],
  ["printf '%s=%d\\n' a 1 b 2", "a=1\nb=2\n"],
  ["trap 'echo bye' EXIT; echo hi", "hi\nbye\n"],
  ["export B=c; env | head -n 0; sh -c 'echo $B'", "c\n"],
  ["echo a # a comment\n# another\necho b", "a\nb\n"],
  ["yes | head -n 2", "y\ny\n"],
  ["seq 3 | tail -n 1", "3\n"],
  ["if then", '[sh: syntax error: unexpected "then"\n]=2'],
  ["echo 'open", "[sh: syntax error: unterminated '\n]=2"],
  ["", ""],
])("sh -c %j", async (script, expected) => {
  expect(await sh(script)).toBe(expected);
});

test("the shell reads its input line by line", async () => {
  expect(await sh("read x; read y; echo $y $x; cat", "1\n2\n3\n")).toBe("2 1\n3\n");
  const { stdout } = await docker.run("app:1", ["sh"], { stdin: "echo from\necho input\n" });
  expect(stdout).toBe("from\ninput\n");
});

test("a container without a command of its own runs the image's", async () => {
  const { exitCode } = await docker.run("app:1", [], {});
  expect(exitCode).toBe(0);
});
