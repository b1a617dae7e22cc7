import { describe, expect, it } from "vitest";
import { BuildError } from "../../src/streams/build-error.js";
import type { BuildEvent } from "../../src/streams/build-event.js";
import { ClassicProgress } from "../../src/streams/classic-progress.js";

describe("the progress of the classic builder", () => {
  it("has a beginning and an end for each step, and all of its text", () => {
    const events = read(
      { stream: "Step 1/2 : FROM busybox" },
      { stream: "\n" },
      { stream: " ---> 8b7d149c5741\n" },
      { stream: "Step 2/2 : RUN make" },
      { stream: "\n" },
      { stream: " ---> Using cache\n" },
      { stream: "Successfully built 44265d26769b\n" },
    );
    expect(events.filter(({ kind }) => kind === "step")).toEqual([
      { kind: "step", name: "[1/2] FROM busybox", id: "1", state: "running" },
      { kind: "step", name: "[1/2] FROM busybox", id: "1", state: "done" },
      { kind: "step", name: "[2/2] RUN make", id: "2", state: "running" },
      { kind: "step", name: "[2/2] RUN make", id: "2", state: "cached" },
    ]);
    const text = events.map((event) => (event.kind === "log" ? event.text : "")).join("");
    expect(text).toBe(
      "Step 1/2 : FROM busybox\n ---> 8b7d149c5741\nStep 2/2 : RUN make\n ---> Using cache\nSuccessfully built 44265d26769b\n",
    );
  });

  it("tells stderr by its colour and takes the colour off", () => {
    expect(
      read({ stream: "\u001b[91moops\n\u001b[0m" }, { stream: "fine \u001b[91mred\u001b[0m\n" }),
    ).toEqual([
      { kind: "log", stream: "stderr", text: "oops\n" },
      { kind: "log", stream: "stdout", text: "fine \u001b[91mred\u001b[0m\n" },
    ]);
  });

  it("has the download of a base image, and whatever else is said", () => {
    const odd = { surprise: true };
    expect(
      read(
        { status: "Downloading", id: "51d5f4effd0f", progressDetail: { current: 1, total: 2 } },
        { aux: { ID: "sha256:aa" } },
        odd,
      ),
    ).toEqual([
      { kind: "progress", status: "Downloading", layer: "51d5f4effd0f", current: 1, total: 2, percent: 50 },
      { kind: "other", raw: odd },
    ]);
  });

  it("fails with the step and its last lines, without the builder's remarks", () => {
    const progress = new ClassicProgress();
    const events: BuildEvent[] = [];
    for (const stream of ["Step 1/2 : RUN echo one", "\n", "one\n", "Step 2/2 : RUN make", "\n"])
      progress.take({ stream }, events);
    progress.take({ stream: " ---> Running in 29be1afb589d\n" }, events);
    for (let line = 0; line < 30; line++) progress.take({ stream: `line ${line}\n` }, events);
    progress.take({ stream: "\u001b[91mbad\n\u001b[0m" }, events);
    progress.take({ stream: "Removing intermediate container 29be1afb589d\n" }, events);
    let error: unknown;
    try {
      progress.take({ errorDetail: { code: 2, message: "returned a non-zero code: 2" } }, events);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(BuildError);
    expect(error).toMatchObject({ step: "[2/2] RUN make", exitCode: 2, engineCode: 2 });
    expect(events.at(-1)).toMatchObject({ kind: "step", state: "failed", name: "[2/2] RUN make" });
    const log = (error as BuildError).log; // seen just above
    expect(log.length).toBe(20);
    expect([log[0], log.at(-1)]).toEqual(["line 11", "bad"]);
  });

  it("fails without a step when the Dockerfile cannot be read", () => {
    expect(() => read({ errorDetail: { message: "dockerfile parse error" } })).toThrow(
      expect.objectContaining({ message: "dockerfile parse error", step: undefined, log: [] }),
    );
  });
});

function read(...messages: object[]): BuildEvent[] {
  const progress = new ClassicProgress();
  const events: BuildEvent[] = [];
  for (const message of messages) progress.take({ ...message }, events);
  progress.finish(events);
  return events;
}
