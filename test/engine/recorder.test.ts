import { join } from "node:path";
import { expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { startRecorder } from "../../src/testing/recorder.js";
import { startReplay } from "../../src/testing/replay.js";
import { recordingFile } from "../testing/recording-file.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines, type TestEngine } from "./setup/each-engine.js";

describeEngines.edges("recorder", (engine) => {
  test("records a story that a replay tells again, word for word", { timeout: 60_000 }, async () => {
    await using place = await recordingFile();
    const name = engine.uniqueName("recorder");
    const recorder = await startRecorder({
      target: targetOf(engine),
      file: place.file,
      secrets: ["named-word"],
    });
    const recorded = await story(recorder.host, engine, name).finally(() => remove(engine, name));
    await recorder.stop();
    expect(recorded).toMatchObject({
      ran: { exitCode: 3, stdout: "out\n", stderr: "err\n" },
      fed: { exitCode: 0, stdout: "5\n" },
      logs: ["stdout hello", "stderr oops"],
      executed: { exitCode: 0, stdout: "inside\n" },
      file: "content",
      failure: expect.stringMatching(/No such container/),
    });
    expect(recorded.actions).toEqual(expect.arrayContaining(["create", "start", "die", "destroy"]));

    const text = await place.text();
    expect(text).not.toMatch(/named-word|in-put/);
    expect(text).toContain('"stdout": "hello\\n"');

    await using replay = await startReplay({ file: place.file });
    expect(await story(replay.host, engine, name)).toEqual(recorded);
    expect(replay.unused).toEqual([]);
    expect(replay.requests.map(({ operation }) => operation)).toContain("ContainerWait");
    const other = new Docker({ host: replay.host, apiVersion: engine.apiVersion, retry: false });
    await expect(other.containers.start("other")).rejects.toThrow(
      /no answer to POST \/containers\/other\/start/,
    );
    await other.close();
  });

  test("passes on connections of other protocols, and replays them: WebSocket and BuildKit's sessions", {
    timeout: 60_000,
  }, async () => {
    await using place = await recordingFile();
    const name = engine.uniqueName("recorder");
    const recorder = await startRecorder({ target: targetOf(engine), file: place.file });
    const ask = async (host: string) => {
      await using docker = new Docker({ host, retry: false, timeout: 30_000 });
      const body = { Image: engine.image, Cmd: ["cat"], OpenStdin: true, Labels: engine.labels };
      await docker.containers.create(body, { name });
      await docker.containers.start(name);
      const ways = { stream: true, ...(engine.since("1.42") && { stdin: true, stdout: true }) };
      const { output, stdin } = await docker.containers.attachWebsocket(name, ways);
      stdin.write("echo\n");
      let said = "";
      for await (const { data } of output) {
        said += data;
        if (said.endsWith("\n")) break;
      }
      await docker.containers.remove(name, { force: true });
      const dockerfile = `FROM ${engine.image}\nRUN --mount=type=secret,id=s test "$(cat /run/secrets/s)" = geheim`;
      const built = await docker.build(
        { dockerfile },
        { tag: name, buildkit: true, secrets: { s: "geheim" } },
      );
      await docker.images.remove(name);
      return { said, built };
    };
    const recorded = await ask(recorder.host).finally(() => remove(engine, name));
    await recorder.stop();
    expect(recorded).toEqual({ said: "echo\n", built: { id: expect.stringMatching(/^sha256:/) } });
    await using replay = await startReplay({ file: place.file });
    expect(await ask(replay.host)).toEqual(recorded);
  });

  test("is to a client what the engine itself is, in answers and in refusals", async () => {
    await using place = await recordingFile();
    await using recorder = await startRecorder({ target: targetOf(engine), file: place.file });
    await using direct = dockerFor(engine);
    await using through = new Docker({ host: recorder.host });
    const ask = async (docker: Docker) => [
      await docker.system.version(),
      await docker.images.inspect(engine.image),
      await docker.containers.inspect("no such container").catch(String),
      await docker.containers.attach("none").catch(String),
    ];
    expect(await ask(through)).toEqual(await ask(direct));
  });
});

function targetOf({ host, certPath }: TestEngine) {
  if (certPath === undefined) return host;
  const file = (name: string) => ({ file: join(certPath, name) });
  return { host, tls: { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") } };
}

/** What a program does with an engine, and what it learns. */
async function story(host: string, { image, labels }: TestEngine, name: string) {
  await using docker = new Docker({ host, retry: false });
  const run = (script: string, options = {}) =>
    docker.run(image, ["/bin/sh", "-c", script], { labels, ...options });
  const leaving = new AbortController();
  const actions: (string | undefined)[] = [];
  const watching = (async () => {
    for await (const { Action } of docker.system.events({ filters: { container: [name] } }, leaving)) {
      actions.push(Action);
      if (Action === "destroy") break;
    }
  })();
  const ran = await run("echo out; sleep 0.2; echo err >&2; exit 3");
  const fed = await run("wc -c | tr -d ' '", { stdin: "in-put".slice(0, 5) });
  const script = "echo hello; sleep 0.3; echo oops >&2; exec sleep 1000";
  await docker.containers.create(
    {
      Image: image,
      Cmd: ["/bin/sh", "-c", script],
      Env: ["WORD=named-word"],
      Labels: labels,
      StopSignal: "SIGKILL",
    },
    { name },
  );
  await docker.containers.start(name);
  const logs: string[] = [];
  for await (const { stream, text } of docker.containers.logs(name, { follow: true }).lines()) {
    if (logs.push(`${stream} ${text}`) === 2) break;
  }
  const executed = await docker.exec(name, ["echo", "inside"]);
  await docker.copyTo(name, { "note.txt": "content" }, "/tmp");
  const { stdout: file } = await docker.exec(name, ["cat", "/tmp/note.txt"]);
  const waiting = docker.containers.wait(name);
  await docker.containers.stop(name);
  const waited = await waiting;
  await docker.containers.remove(name);
  const failure = await docker.containers.inspect(name).catch((error: unknown) => String(error));
  await watching;
  return { ran, fed, logs, executed, file, waited, failure, actions };
}

async function remove(engine: TestEngine, name: string): Promise<void> {
  await using docker = dockerFor(engine);
  await docker.containers.remove(name, { force: true }).catch(() => undefined);
}
