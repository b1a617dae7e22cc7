/**
 * What a consumer's program does with the package, one short step after the other. It is copied beside an installed package
 * and run by each runtime, so it takes the package as a value and knows nothing of this checkout.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tells each step's outcome as a line of JSON. Leaves a client open at its end: that must not keep the process alive. */
export async function story(sdk, settings) {
  const docker = new sdk.Docker({ host: settings.host });
  const id = await container(docker, settings);
  try {
    await step("ping, list", () => pingAndList(docker));
    await step("errors", () => errors(docker, sdk));
    await step("events", () => events(docker, id));
    await step("logs", () => logs(docker, id));
    await step("exec", () => exec(docker, id));
    await step("copy", () => copy(docker, id));
    await step("abort", () => abort(docker));
    await step("no engine", () => noEngine(sdk, settings));
    await step("TLS", () => overTls(sdk, settings, id));
    await step("TLS pin", () => wrongPin(sdk, settings));
    await step("ssh", () => overSsh(sdk, settings, id));
  } finally {
    await docker.containers.remove(id, { force: true });
    await docker.close();
  }
  await new sdk.Docker({ host: settings.host }).system.ping();
  console.log(JSON.stringify({ step: "end" }));
}

async function step(name, action) {
  let timer;
  // Not unref'd: a runtime that has nothing else to do must come back here, too.
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("nothing came for 10 s")), 10_000);
  });
  try {
    await Promise.race([action(), late]);
    console.log(JSON.stringify({ step: name, passed: true }));
  } catch (error) {
    const causes = [];
    for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause.stack);
    console.log(
      JSON.stringify({ step: name, passed: false, error: causes.join("\ncaused by ") || String(error) }),
    );
  } finally {
    clearTimeout(timer);
  }
}

async function container(docker, { image }) {
  const script = "for i in 1 2 3; do echo line $i; sleep 0.1; done; echo wrong >&2; sleep 60";
  const { Id } = await docker.containers.create({ Image: image, Cmd: ["sh", "-c", script] });
  await docker.containers.start(Id);
  return Id;
}

async function pingAndList(docker) {
  const { apiVersion } = await docker.system.ping();
  equal(/^1\.\d+$/.test(apiVersion), true);
  equal(Array.isArray(await docker.containers.list({ all: true })), true);
}

async function errors(docker, { DockerError, NotFoundError }) {
  const error = await failure(docker.containers.inspect("no-such-container"));
  equal(error instanceof NotFoundError && error instanceof DockerError, true);
  equal(error.message, "No such container: no-such-container");
}

async function events(docker, id) {
  const actions = [];
  for await (const event of docker.system.events({ since: 0, filters: { container: [id] } })) {
    actions.push(event.Action);
    if (event.Action === "start") break;
  }
  equal(actions.join(), "create,start");
}

async function logs(docker, id) {
  const lines = [];
  for await (const { stream, text } of docker.containers.logs(id, { follow: true }).lines()) {
    lines.push(`${stream} ${text}`);
    if (lines.length === 4) break;
  }
  equal(lines.join(), "stdout line 1,stdout line 2,stdout line 3,stderr wrong");
}

async function exec(docker, id) {
  const { stdout, exitCode } = await docker.exec(id, ["sort"], { stdin: "b\na\n" });
  equal(stdout, "a\nb\n");
  equal(exitCode, 0);
}

async function copy(docker, id) {
  const folder = await mkdtemp(join(tmpdir(), "story-"));
  try {
    await docker.copyTo(id, { "note.txt": "carried there and back\n" }, "/tmp");
    await docker.copyFrom(id, "/tmp/note.txt", join(folder, "note.txt"));
    equal(await readFile(join(folder, "note.txt"), "utf8"), "carried there and back\n");
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function abort(docker) {
  const next = docker.system
    .events({}, { signal: AbortSignal.timeout(100) })
    [Symbol.asyncIterator]()
    .next();
  equal((await failure(next)).name, "TimeoutError");
}

async function noEngine({ ConnectionError, Docker }, { host }) {
  await using_(new Docker({ host: `${host}.missing` }), async (docker) => {
    const error = await failure(docker.containers.list());
    equal(error instanceof ConnectionError, true);
    equal(error.code, "SOCKET_NOT_FOUND");
  });
}

async function overTls({ Docker }, { tls }, id) {
  await using_(new Docker({ host: tls.host, tls: tls.options }), async (docker) => {
    await pingAndList(docker);
    await exec(docker, id);
    await logs(docker, id);
  });
}

async function wrongPin({ Docker }, { tls }) {
  const pin = "sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  await using_(new Docker({ host: tls.host, tls: { ...tls.options, pin } }), async (docker) => {
    equal((await failure(docker.containers.list())).code, "TLS_PIN_MISMATCH");
  });
}

async function overSsh({ Docker }, { ssh }, id) {
  await using_(new Docker({ host: ssh.host }), async (docker) => {
    await pingAndList(docker);
    await exec(docker, id);
  });
}

/** `await using` is no syntax of Node 20. */
async function using_(docker, action) {
  try {
    await action(docker);
  } finally {
    await docker.close();
  }
}

async function failure(promise) {
  const value = await promise.then(
    () => undefined,
    (error) => error,
  );
  if (value === undefined) throw new Error("it did not fail");
  return value;
}

function equal(actual, expected) {
  if (actual !== expected)
    throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}
