import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Docker } from "../../../src/docker.js";
import { connectorFor } from "../connector-for.js";
import { dockerFor } from "../docker-for.js";
import type { TestEngine } from "../setup/each-engine.js";

/** The kinds of work, each of which checks what it gets; and what they work with. */
export async function openWorkshop(
  engine: TestEngine,
  prefix: string,
  signal: AbortSignal,
): Promise<Workshop> {
  const docker = dockerFor(engine);
  const connector = connectorFor(engine);
  const folder = await mkdtemp(join(tmpdir(), "soak-"));
  // Two lines at once, and then one each second.
  const script = "echo one; echo two >&2; while :; do sleep 1; echo more; done";
  const { Id: box } = await docker.containers.create(
    { Image: engine.image, Cmd: ["/bin/sh", "-c", script], Labels: engine.labels, StopSignal: "SIGKILL" },
    { name: `${prefix}-box` },
  );
  await docker.containers.start(box);
  const works = {
    ...quickWorks(docker, engine, box, signal),
    ...streamWorks(docker, box, signal),
    ...longWorks(docker, engine, { box, prefix, folder, signal }),
    "connector succeeds": async () => {
      const found = await connector.execute("list_containers", { filters: `id=${box}` });
      expectThat(found.status === "success" && Object(found.data)[0].Id === box, found);
      const done = await connector.execute("exec_container", { id: box, cmd: "echo hi" });
      expectThat(Object(done.data)[0]?.stdout === "hi\n", done);
    },
    "connector fails": async () => {
      const missing = await connector.execute("inspect_container", { id: `${prefix}-nope` });
      expectThat(missing.error?.category === "not_found", missing);
      const late = await connector.execute("wait_container", { id: box, timeout: "0.05" });
      expectThat(late.status === "failed", late);
    },
    "connector of its own": async () => {
      await using own = connectorFor(engine);
      expectThat((await own.execute("ping")).status === "success", "ping");
    },
  } satisfies Workshop["works"];
  let closing: Promise<void> | undefined;
  const close = async () => {
    await docker.containers.remove(box, { force: true, volumes: true });
    await docker.close();
    await connector.close();
    await rm(folder, { recursive: true });
  };
  return { works, close: () => (closing ??= close()) };
}

export interface Workshop {
  readonly works: Readonly<Record<string, (turn: number) => Promise<void>>>;
  close(): Promise<void>;
}

function quickWorks(docker: Docker, engine: TestEngine, box: string, signal: AbortSignal) {
  return {
    list: async () => {
      const found = await docker.containers.list({ filters: { id: [box] } }, { signal });
      expectThat(found[0]?.Id === box, found);
      await Promise.all([docker.images.list({}, { signal }), docker.system.info({ signal })]);
    },
    inspect: async () => {
      expectThat((await docker.containers.inspect(box, {}, { signal })).Id === box, box);
    },
    "inspect what is missing": async () => {
      await expectFailure("NOT_FOUND", docker.containers.inspect(`${box}-nope`, {}, { signal }));
      await expectFailure("INVALID_ARGUMENT", docker.containers.inspect("../x", {}, { signal }));
    },
    "client of its own": async () => {
      await using own = dockerFor(engine);
      expectThat((await own.system.ping({ signal })).apiVersion === engine.apiVersion, "ping");
    },
  };
}

function streamWorks(docker: Docker, box: string, signal: AbortSignal) {
  return {
    "logs that are followed and left": async () => {
      const seen: string[] = [];
      const logs = docker.containers.logs(box, { follow: true, stdout: true, stderr: true }, { signal });
      for await (const { text } of logs.lines()) if (seen.push(text) === 2) break;
      expectThat(seen.toSorted().join() === "one,two", seen);
    },
    "events that are left": async () => {
      const events = docker.system.events({ filters: { container: [box] } }, { signal });
      const steps = events[Symbol.asyncIterator]();
      const first = steps.next();
      // The first one comes when something happens, of which there is plenty: the other workers use the box.
      const poke = setInterval(() => void docker.exec(box, ["true"]).catch(() => undefined), 50);
      const { value } = await first.finally(() => clearInterval(poke));
      expectThat(value?.Actor?.ID === box, value);
      await steps.return?.();
    },
    "stats that are left": async () => {
      for await (const { id } of docker.containers.stats(box, {}, { signal })) {
        expectThat(id === box, id);
        break;
      }
    },
    "attach that is closed": async () => {
      const attached = await docker.containers.attach(box, { stdout: true }, { signal });
      await attached.close();
    },
    "calls that are aborted": async (turn: number) => {
      const reason = new Error("enough");
      const abort = new AbortController();
      const call = { signal: AbortSignal.any([signal, abort.signal]) };
      const calls = [
        docker.containers.wait(box, {}, call),
        docker.waitFor(box, "exit", {}, call),
        docker.containers.logs(box, { follow: true, stdout: true }, call).text(),
        docker.exec(box, ["sleep", "1"], {}, call),
      ];
      setTimeout(() => abort.abort(reason), turn % 40);
      for (const outcome of await Promise.allSettled(calls))
        expectThat(outcome.status === "rejected" && outcome.reason === reason, outcome);
    },
    "calls that are too late": async () => {
      const call = { signal, timeout: 20 };
      await expectFailure("TIMEOUT_TOTAL", docker.containers.wait(box, {}, call));
      await expectFailure("TIMEOUT_TOTAL", docker.waitFor(box, "exit", {}, call));
    },
  };
}

interface Place {
  readonly box: string;
  readonly prefix: string;
  readonly folder: string;
  readonly signal: AbortSignal;
}

function longWorks(docker: Docker, engine: TestEngine, { box, prefix, folder, signal }: Place) {
  return {
    exec: async (turn: number) => {
      const { stdout, exitCode } = await docker.exec(
        box,
        ["/bin/sh", "-c", "cat; exit 3"],
        { stdin: `hi ${turn}` },
        { signal },
      );
      expectThat(stdout === `hi ${turn}` && exitCode === 3, stdout);
    },
    run: async (turn: number) => {
      const options = { name: `${prefix}-run-${turn}`, labels: engine.labels };
      const { stdout } = await docker.run(engine.image, ["echo", `${turn}`], options, { signal });
      expectThat(stdout === `${turn}\n`, stdout);
    },
    copy: async (turn: number) => {
      const text = `content ${turn}\n`.repeat(1000);
      await docker.copyTo(box, { [`${turn}/a.txt`]: text }, "/tmp/soak", {}, { signal });
      const copy = join(folder, `${turn}`);
      await docker.copyFrom(box, `/tmp/soak/${turn}/a.txt`, copy, {}, { signal });
      expectThat((await readFile(copy, "utf8")) === text, copy);
      await rm(copy);
      await docker.exec(box, ["rm", "-r", `/tmp/soak/${turn}`], {}, { signal });
    },
    build: async (turn: number) => {
      const tag = `${prefix}:${turn}`;
      const dockerfile = `FROM ${engine.image}\nLABEL turn=${turn}\nCOPY a.txt /`;
      const source = { dockerfile, files: { "a.txt": `${turn}` } };
      const { id } = await docker.build(source, { tag, labels: engine.labels }, { signal });
      expectThat((await docker.images.inspect(tag, {}, { signal })).Id === id, id);
      await docker.images.remove(tag, {}, { signal });
    },
    "pull of what is nowhere": async () => {
      // Nobody listens there. Engines differ in how they put it.
      const failed = await docker.images.pull("127.0.0.1:1/nope:1", {}, { signal }).then(
        () => false,
        () => true,
      );
      expectThat(failed, "pull");
    },
  };
}

async function expectFailure(code: string, call: PromiseLike<unknown>): Promise<void> {
  const outcome = await call.then(
    () => "no failure",
    (error: unknown) => error,
  );
  expectThat(Object(outcome).code === code, outcome);
}

function expectThat(isSo: boolean, what: unknown): void {
  if (!isSo) throw new Error(`not as expected: ${JSON.stringify(what) ?? String(what)} ${String(what)}`);
}
