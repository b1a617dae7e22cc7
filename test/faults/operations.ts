import { expect } from "vitest";
import { packFiles } from "../../src/archive/pack-files.js";
import type { CallOptions } from "../../src/client/call-options.js";
import type { Docker } from "../../src/docker.js";
import { both, read } from "./reading.js";
import type { World } from "./world.js";

export type Kind = "whole" | "bare" | "stream" | "job" | "connection";

/** A kind of call, and how its answer comes. */
export interface Operation {
  readonly name: string;
  /** The call whose answer is spoiled, as the proxy tells it. */
  readonly line: RegExp;
  /**
   * `whole`: given when it is complete. `bare`: it has no body. `stream`: given as it comes. `job`: its messages are.
   * `connection`: handed over, and its end is the end of the connection.
   */
  readonly kind: Kind;
  /** Repeated when it fails and may be. */
  readonly repeatable: boolean;
  /** Bytes of the body behind which it is cut: inside a frame's header where there are frames, and inside what is in it. */
  readonly inside: readonly number[];
  /** What it gives where the answer ends before anything was said. */
  readonly nothing?: unknown;
  /** Makes the call, reads all that it promises and gives what is the same each time. */
  run(docker: Docker, world: World, call: CallOptions): Promise<unknown>;
}

const json = [1, 12];
const frames = [4, 10];

export const operations: readonly Operation[] = [
  {
    name: "inspect",
    line: /^GET \/containers\/[^/]+\/json$/,
    kind: "whole",
    repeatable: true,
    inside: json,
    run: async ({ containers }, { ended }, call) => (await containers.inspect(ended, {}, call)).Id,
  },
  {
    name: "list",
    line: /^GET \/containers\/json$/,
    kind: "whole",
    repeatable: true,
    inside: json,
    run: async ({ containers }, { ended }, call) =>
      (await containers.list({ all: true, filters: { id: [ended] } }, call)).map(({ Id }) => Id),
  },
  {
    name: "a text",
    line: /^GET \/_ping$/,
    kind: "whole",
    repeatable: true,
    inside: [1],
    run: async ({ api }, _, call) => (await api.GET("/_ping", { ...call })).data,
  },
  {
    name: "HEAD archive",
    line: /^HEAD \/containers\/[^/]+\/archive$/,
    kind: "bare",
    repeatable: true,
    inside: [],
    run: async ({ containers }, { ended }, call) =>
      (await containers.statArchive(ended, { path: "/data" }, call)).name,
  },
  {
    name: "create",
    line: /^POST \/containers\/create$/,
    kind: "whole",
    repeatable: false,
    inside: json,
    run: async ({ containers }, world, call) => {
      const { Id } = await containers.create(
        { Image: world.image, Cmd: ["true"], Labels: { ...world.labels } },
        { name: world.name() },
        call,
      );
      return Id.length;
    },
  },
  {
    name: "wait",
    line: /^POST \/containers\/[^/]+\/wait$/,
    kind: "whole",
    repeatable: false,
    inside: json,
    run: ({ containers }, { ended }, call) => containers.wait(ended, { condition: "not-running" }, call),
  },
  {
    name: "putArchive",
    line: /^PUT \/containers\/[^/]+\/archive$/,
    kind: "bare",
    repeatable: false,
    inside: [],
    run: ({ containers }, { ended }, call) =>
      containers.putArchive(ended, packFiles({ "put.txt": "put" }), { path: "/" }, call),
  },
  {
    name: "logs",
    line: /^GET \/containers\/[^/]+\/logs$/,
    kind: "stream",
    repeatable: true,
    inside: frames,
    run: async ({ containers }, { ended }, call) => {
      const seen = { stdout: "", stderr: "" };
      await read(containers.logs(ended, {}, call), ({ stream, data }) => {
        if (stream === "stdout" || stream === "stderr") seen[stream] += data;
      });
      return seen;
    },
  },
  {
    name: "followed logs",
    line: /^GET \/containers\/[^/]+\/logs$/,
    kind: "stream",
    repeatable: true,
    inside: frames,
    run: async ({ containers }, { running }, call) => {
      const seen: string[] = [];
      const lines = containers.logs(running, { follow: true }, call).lines();
      await read(lines, ({ stream, text }) => seen.push(`${stream} ${text}`) === 2);
      return seen.sort();
    },
  },
  {
    name: "events",
    line: /^GET \/events$/,
    kind: "stream",
    repeatable: true,
    inside: json,
    run: async ({ system }, { ended, renamed }, call) => {
      const seen = new Set<string>();
      const options = { ...(await renamed()), filters: { container: [ended], event: ["rename"] } };
      await read(system.events(options, call), ({ Action }) => void seen.add(Action));
      return [...seen];
    },
  },
  {
    name: "stats",
    line: /^GET \/containers\/[^/]+\/stats$/,
    kind: "stream",
    repeatable: true,
    inside: json,
    run: async ({ containers }, { running }, call) => {
      let seen: unknown;
      // Engines tell an old name in another field.
      await read(containers.stats(running, {}, call), (stats) => {
        seen = "cpu_stats" in stats;
        return true;
      });
      return seen;
    },
  },
  {
    name: "getArchive",
    line: /^GET \/containers\/[^/]+\/archive$/,
    kind: "stream",
    repeatable: true,
    inside: [1, 600],
    run: async ({ containers }, { ended }, call) => {
      let length = 0;
      await read(containers.getArchive(ended, { path: "/data" }, call), (piece) => {
        length += piece.length;
      });
      return length % 512;
    },
  },
  {
    name: "pull",
    line: /^POST \/images\/create$/,
    kind: "job",
    repeatable: false,
    inside: json,
    run: async ({ images }, { pull = "" }, call) => (await both(images.pull(pull, {}, call))).reference,
  },
  {
    name: "load",
    line: /^POST \/images\/load$/,
    kind: "job",
    repeatable: false,
    inside: json,
    run: async ({ images }, { archive }, call) => (await both(images.load(archive, {}, call))).images,
  },
  {
    name: "build",
    line: /^POST \/build$/,
    kind: "job",
    repeatable: false,
    inside: json,
    run: async (docker, { image }, call) =>
      (await both(docker.build({ dockerfile: `FROM ${image}\n` }, {}, call))).id.length,
  },
  {
    name: "attach",
    line: /^POST \/containers\/[^/]+\/attach$/,
    kind: "connection",
    repeatable: false,
    inside: frames,
    nothing: [],
    run: async ({ containers }, { running }, call) => {
      const { output, stdin } = await containers.attach(running, { stdin: true, logs: true }, call);
      stdin.on("error", () => undefined);
      const seen: string[] = [];
      try {
        await read(output.lines(), ({ stream, text }) => seen.push(`${stream} ${text}`) === 2);
      } finally {
        await expect.poll(() => stdin.destroyed, { interval: 2 }).toBe(true);
      }
      return seen.sort();
    },
  },
  {
    name: "exec",
    line: /^POST \/exec\/[^/]+\/start$/,
    kind: "connection",
    repeatable: false,
    inside: frames,
    // An engine that loses the client at once has not run the command.
    nothing: { stdout: "", stderr: "", exitCode: expect.any(Number) },
    run: (docker, { running }, call) =>
      docker.exec(running, ["/bin/sh", "-c", "echo out; echo err >&2"], {}, call),
  },
];
