import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { BUSYBOX_IMAGE } from "../../../scripts/engine/busybox.js";
import { packFiles } from "../../../src/archive/pack-files.js";
import type { Docker } from "../../../src/docker.js";
import { moment } from "../../client/fake-engine.js";
import type { StallingRegistry } from "../registry/stalling-registry.js";

/** Something that an engine is at, and would not end by itself. */
export interface Work {
  readonly name: string;
  /** It is under way. */
  readonly begun: Promise<unknown>;
  readonly done: Promise<unknown>;
}

export interface Workplace {
  readonly docker: Docker;
  /** A container that counts, and others like it: an engine does nothing else with one whose files it reads or writes. */
  readonly box: string;
  readonly source: string;
  readonly target: string;
  readonly registry: StallingRegistry;
  readonly signal: AbortSignal;
}

/** A container that has a large file and counts for ever. */
export async function countingContainer({ containers }: Docker): Promise<string> {
  const script = "head -c 50000000 /dev/zero > /large; while :; do n=$((n+1)); echo $n; usleep 10000; done";
  const { Id } = await containers.create({
    Image: BUSYBOX_IMAGE,
    Cmd: ["/bin/sh", "-c", script],
    StopSignal: "SIGKILL",
  });
  await containers.start(Id);
  return Id;
}

export function works(place: Workplace): Work[] {
  return Object.entries(kinds).map(([name, work]) => {
    const { came, now } = moment();
    const done = work(place, now);
    // What ends before it has begun is not waited for.
    return { name, begun: Promise.race([came, done]), done };
  });
}

const kinds: Readonly<Record<string, (place: Workplace, begun: () => void) => Promise<unknown>>> = {
  "a followed log": ({ docker, box, signal }, begun) =>
    each(docker.containers.logs(box, { follow: true }, { signal }).lines(), begun),

  events: ({ docker, signal }, begun) => each(docker.system.events({ since: 1 }, { signal }), begun),

  stats: ({ docker, box, signal }, begun) => each(docker.containers.stats(box, {}, { signal }), begun),

  "a wait": async ({ docker, box, signal }, begun) => {
    setTimeout(begun, 200);
    return docker.containers.wait(box, {}, { signal });
  },

  "an exec": ({ docker, box, signal }, begun) => {
    const stdout = new PassThrough().once("data", begun);
    return docker.exec(box, ["/bin/sh", "-c", "echo up; sleep 1000"], { stdout }, { signal });
  },

  "a pull that is awaited": async ({ docker, registry, signal }, begun) => {
    registry.stalled.then(begun);
    return docker.images.pull(registry.image, {}, { signal });
  },

  "a build that is watched": async ({ docker, signal }, begun) => {
    // The daemon that comes back ends what it finds running, and waits for ten seconds where a shell takes no signals.
    const dockerfile = `FROM ${BUSYBOX_IMAGE}\nRUN trap 'exit 1' TERM; echo at work; sleep 1000 & wait`;
    for await (const event of docker.build({ dockerfile }, { noCache: true }, { signal })) {
      if (event.kind === "log" && event.text === "at work\n") begun();
    }
  },

  "an upload": ({ docker, target, signal }, begun) => {
    async function* slowly() {
      for (let piece = 0; ; piece++) {
        yield Buffer.alloc(1_000);
        if (piece === 20) begun();
        await sleep(10);
      }
    }
    const tar = packFiles({ uploaded: { content: slowly(), size: 1_000_000_000 } });
    return docker.containers.putArchive(target, tar, { path: "/" }, { signal });
  },

  "a download that is read slowly": async ({ docker, source, signal }, begun) => {
    for await (const _ of docker.containers.getArchive(source, { path: "/large" }, { signal })) {
      begun();
      await sleep(5);
    }
  },
};

async function each(stream: AsyncIterable<unknown>, step: () => void): Promise<void> {
  for await (const _ of stream) step();
}
