import { describe, expect, it } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import type { BuildError } from "../../src/streams/build-error.js";
import type { BuildEvent } from "../../src/streams/build-event.js";
import { BuildkitProgress } from "../../src/streams/buildkit-progress.js";

describe("the progress of BuildKit", () => {
  it("tells the state of each step", () => {
    const started = bytes(5, time());
    const completed = bytes(6, time());
    const states = [
      [],
      [started],
      [started, completed],
      [number(4, 1), started, completed],
      [started, completed, bytes(7, "exit code: 1")],
      [started, completed, bytes(7, "process: context canceled")],
    ].map((fields) => read(vertex("v", "[1/1] RUN x", ...fields))[0]);
    expect(states.map((event) => event?.kind === "step" && event.state)).toEqual([
      "waiting",
      "running",
      "done",
      "cached",
      "failed",
      "canceled",
    ]);
    expect(states[4]).toEqual({
      kind: "step",
      name: "[1/1] RUN x",
      id: "v",
      state: "failed",
      error: "exit code: 1",
      started: new Date(1e9),
      completed: new Date(1e9),
    });
  });

  it("keeps a character whole that is cut between two logs of a stream, and loses none at the end", () => {
    const [first, second] = [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a, 0xc3])];
    const events = read(
      vertex("v", "[1/1] RUN x"),
      log("v", 1, first),
      log("v", 2, Buffer.from("oops\n")),
      log("v", 1, second),
    );
    expect(events.slice(1)).toEqual([
      { kind: "log", stream: "stderr", text: "oops\n", step: "[1/1] RUN x", stepId: "v" },
      { kind: "log", stream: "stdout", text: "é\n", step: "[1/1] RUN x", stepId: "v" },
      { kind: "log", stream: "stdout", text: "\ufffd", step: "[1/1] RUN x", stepId: "v" },
    ]);
  });

  it("counts bytes on their way", () => {
    const status = (...fields: Buffer[]) =>
      bytes(2, Buffer.concat([bytes(1, "sha256:layer"), bytes(2, "v"), ...fields]));
    expect(
      read(
        vertex("v", "FROM x"),
        status(number(4, 50), number(5, 200)),
        status(bytes(3, "extracting")),
      ).slice(1),
    ).toEqual([
      {
        kind: "progress",
        status: "sha256:layer",
        current: 50,
        total: 200,
        percent: 25,
        step: "FROM x",
        stepId: "v",
      },
      { kind: "progress", status: "extracting", step: "FROM x", stepId: "v" },
    ]);
  });

  it("blames the step that failed, not those that were stopped with it, and has its last lines", () => {
    const error = failure(
      "failed to solve: executor failed: exit code: 3",
      vertex("a", "[a 2/2] RUN sleep", bytes(7, "executor failed: context canceled")),
      vertex("b", "[b 2/2] RUN make", bytes(7, "executor failed: exit code: 3")),
      vertex("c", "[c 2/2] RUN test", bytes(7, "some other thing")),
      log("a", 1, Buffer.from("sleeping\n")),
      ...Array.from({ length: 30 }, (_, line) => log("b", 1, Buffer.from(`line ${line}\n`))),
      log("b", 2, Buffer.from("make: Error 3")),
    );
    expect(error).toMatchObject({
      message: "failed to solve: executor failed: exit code: 3",
      step: "[b 2/2] RUN make",
      exitCode: 3,
    });
    expect(error.log.length).toBe(20);
    const canceled = vertex("a", "[a 2/2] RUN sleep", bytes(7, "context canceled"));
    const culprit = vertex("b", "[b 2/2] RUN make", bytes(7, "gone"));
    expect(failure("rpc error: context canceled", canceled, culprit).step).toBe("[b 2/2] RUN make");
    expect(error.log.at(-1)).toBe("make: Error 3");
  });

  it("fails without a step when none has failed", () => {
    expect(failure("dockerfile parse error")).toMatchObject({ step: undefined, log: [] });
  });

  it("has the text of engine 20.10 behind the build, and whatever else is said", () => {
    const progress = new BuildkitProgress();
    const events: BuildEvent[] = [];
    const odd = { id: "moby.new", aux: 1 };
    progress.take({ id: "moby.image.id", aux: { ID: "sha256:aa" } }, events);
    progress.take({ stream: "Successfully tagged a:1\n" }, events);
    progress.take(odd, events);
    expect(events).toEqual([
      { kind: "log", stream: "stdout", text: "Successfully tagged a:1\n" },
      { kind: "other", raw: odd },
    ]);
  });

  it("refuses a trace that cannot be read", () => {
    const progress = new BuildkitProgress();
    expect(() => progress.take({ id: "moby.buildkit.trace", aux: "CgVhYg==" }, [])).toThrow(ProtocolError);
  });
});

/** What becomes of traces with one field each. */
function read(...fields: Buffer[]): BuildEvent[] {
  const { progress, events } = fed(fields);
  progress.finish(events);
  return events;
}

function failure(message: string, ...fields: Buffer[]): BuildError {
  const { progress, events } = fed(fields);
  try {
    progress.take({ errorDetail: { message } }, events);
  } catch (error) {
    return error as BuildError; // the tests look at its fields
  }
  throw new Error("nothing was thrown");
}

function fed(fields: Buffer[]) {
  const progress = new BuildkitProgress();
  const events: BuildEvent[] = [];
  for (const field of fields)
    progress.take({ id: "moby.buildkit.trace", aux: field.toString("base64") }, events);
  return { progress, events };
}

function vertex(digest: string, name: string, ...fields: Buffer[]): Buffer {
  return bytes(1, Buffer.concat([bytes(1, digest), bytes(3, name), ...fields]));
}

function log(digest: string, stream: number, message: Buffer): Buffer {
  return bytes(3, Buffer.concat([bytes(1, digest), number(3, stream), bytes(4, message)]));
}

function time(): Buffer {
  return Buffer.concat([number(1, 1e6)]);
}

function bytes(field: number, value: string | Buffer): Buffer {
  const data = Buffer.from(value);
  return Buffer.concat([Buffer.from([field * 8 + 2]), varint(data.length), data]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([Buffer.from([field * 8]), varint(value)]);
}

function varint(value: number): Buffer {
  const digits: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push((rest % 128) + 128);
  return Buffer.from([...digits, rest]);
}
