import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { BuildError } from "../../src/streams/build-error.js";
import type { BuildEvent } from "../../src/streams/build-event.js";
import { type BuildResult, buildProgress } from "../../src/streams/build-progress.js";
import { Job } from "../../src/streams/job.js";
import { FakeSource } from "../helpers/fake-source.js";
import { pieces } from "../helpers/frames.js";

const ID = `sha256:${"ab".repeat(32)}`;

describe("a build", () => {
  it("by BuildKit of engine 20.10 gives steps, output and the image", async () => {
    const job = build(recorded("buildkit-20.10-built"));
    const events = await all(job);
    const output = events.filter((event) => event.kind === "log");
    expect(output.map(({ stream, text }) => `${stream}:${text}`)).toEqual([
      "stdout:hello-é\n",
      "stderr:oops\n",
      "stdout:Successfully tagged jobs-ok:1\n",
    ]);
    expect(output[0]?.step).toBe("[2/3] RUN echo hello-é && echo oops >&2");
    expect(events.filter(({ kind }) => kind === "other")).toEqual([]);
    const { id } = await job;
    expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(events.at(-1)).toEqual({ kind: "image", id });
  });

  it("by BuildKit of engine 28.5 has warnings", async () => {
    const warnings = (await all(build(recorded("buildkit-28.5-warned")))).filter(
      ({ kind }) => kind === "warning",
    );
    expect(warnings.length).toBe(4);
    expect(warnings[0]).toMatchObject({
      file: "Dockerfile",
      line: 1,
      url: expect.stringContaining("https://"),
    });
  });

  it("by BuildKit that fails says step, exit code and last lines", async () => {
    const job = build(recorded("buildkit-28.5-failed"));
    const events: BuildEvent[] = [];
    const error = await all(job, events).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({
      step: "[3/3] RUN echo two && echo bad >&2 && exit 7",
      exitCode: 7,
      engineCode: undefined,
      log: ["two", "bad"],
    });
    expect(events.at(-1)).toMatchObject({ kind: "step", state: "failed" });
    expect(await job.catch((reason: unknown) => reason)).toBe(error);
  });

  it("by the classic builder that fails says the same", async () => {
    const job = build(recorded("classic-28.5-failed"));
    const error = await job.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({
      step: "[3/3] RUN echo two && echo bad >&2 && exit 7",
      exitCode: 7,
      engineCode: 7,
      log: ["bad", "two"],
    });
  });

  it("of several stages gives the last image, which is the one that was asked for", async () => {
    const job = build(recorded("classic-26.1-stages"));
    const events = await all(job);
    expect((await job).id).toBe("sha256:f6ac9cd4a6336da7e4a4a27ac652b55951f094b273eb805492a08b6f3008c744");
    expect(events.filter(({ kind }) => kind === "image").length).toBe(1);
  });

  it("gives the same events from pieces of every size", async () => {
    const text = recorded("buildkit-20.10-built");
    const whole = await all(build(text));
    for (const size of [1, 2, 3, 100]) {
      const job = new Job(async () => new FakeSource(pieces(Buffer.from(text), size)), buildProgress());
      expect(await all(job)).toEqual(whole);
    }
  });

  it("that is quiet gives the id it is told, which output alone is not", async () => {
    expect(await build(`{"stream":"${ID}\\n"}\r\n`)).toEqual({ id: ID });
    const spoken = `{"stream":"Step 1/1 : RUN x"}\r\n{"stream":"${ID}\\n"}\r\n`;
    expect(await build(spoken).catch((reason: unknown) => reason)).toBeInstanceOf(ProtocolError);
  });

  it("that ends without an image has been cut, unless it was to make none", async () => {
    const text = '{"stream":"Step 1/1 : FROM x"}\r\n';
    expect(await build(text).catch((reason: unknown) => reason)).toBeInstanceOf(ProtocolError);
    expect(await build(text, { image: false })).toEqual({ id: "" });
  });

  it("that fails before it begins throws a build error too", async () => {
    const text =
      '{"errorDetail":{"message":"unknown instruction: FORM"},"error":"unknown instruction: FORM"}\r\n';
    const error = await build(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({ message: "unknown instruction: FORM", step: undefined, log: [] });
  });
});

function build(text: string, options?: { image?: boolean }): Job<BuildEvent, BuildResult> {
  return new Job(async () => new FakeSource([text]), buildProgress(options));
}

async function all(job: AsyncIterable<BuildEvent>, events: BuildEvent[] = []): Promise<BuildEvent[]> {
  for await (const event of job) events.push(event);
  return events;
}

function recorded(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.jsonl`, import.meta.url), "utf8");
}
