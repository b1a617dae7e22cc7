import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { ConnectionError, NotFoundError, ProtocolError } from "../../src/errors.js";
import type { ByteSource } from "../../src/streams/byte-source.js";
import type { ResumeOptions, StreamGap } from "../../src/streams/resume-options.js";
import { type Course, ResumingSource } from "../../src/streams/resuming-source.js";
import { FakeSource } from "../helpers/fake-source.js";

const refused = () =>
  new ConnectionError("nobody is there", { code: "CONNECTION_REFUSED", address: "", unsent: true });
const open = new AbortController().signal;

/** Gives `answers` one after the other; everything that arrives is new. */
class FakeCourse implements Course {
  opened = 0;
  losses = 0;
  gap: StreamGap | undefined;
  readonly #answers: (ByteSource | Error)[];

  constructor(...answers: (ByteSource | Error)[]) {
    this.#answers = answers;
  }

  async open(signal: AbortSignal): Promise<ByteSource> {
    signal.throwIfAborted();
    this.opened++;
    const answer = this.#answers.shift() ?? refused();
    if (answer instanceof Error) throw answer;
    return answer;
  }

  take(chunks: readonly Uint8Array[]): Uint8Array[] {
    return chunks.filter(({ length }) => length > 0);
  }

  finish(): Uint8Array[] {
    return [];
  }

  async afterEnd(): Promise<"over" | "reconnect" | ByteSource> {
    return this.#answers.length === 0 ? "over" : "reconnect";
  }

  lost(): void {
    this.losses++;
  }

  newGap(): StreamGap | undefined {
    const { gap } = this;
    this.gap = undefined;
    return gap;
  }
}

function resuming(
  course: Course,
  options: ResumeOptions = {},
  signal?: AbortSignal,
): Promise<ResumingSource> {
  return new ResumingSource(course, options, signal).open(open);
}

async function text(source: ByteSource): Promise<string> {
  const chunks: Uint8Array[] = [];
  for (let more = await source.read(); more !== null; more = await source.read()) chunks.push(...more);
  return Buffer.concat(chunks).toString();
}

describe("a resuming source", () => {
  test("is one answer made of many", async () => {
    const course = new FakeCourse(
      new FakeSource(["a", "b", refused()]),
      refused(),
      new ProtocolError("half an answer"),
      new FakeSource(["c"]),
      new FakeSource([new ProtocolError("cut")]),
      new FakeSource(["d"]),
    );
    const onReconnect = vi.fn();
    expect(await text(await resuming(course, { onReconnect }))).toBe("abcd");
    expect(onReconnect.mock.calls.map(([{ attempts, cause }]) => [attempts, cause?.message])).toEqual([
      [3, "half an answer"],
      [1, undefined],
      [1, "cut"],
    ]);
    expect(course.losses).toBe(5);
  });

  test("throws what fails at the first connection, whatever it is", async () => {
    for (const failure of [refused(), new ProtocolError("x")]) {
      await expect(resuming(new FakeCourse(failure, new FakeSource(["a"])))).rejects.toBe(failure);
    }
  });

  test("ends with what does not pass", async () => {
    const gone = new NotFoundError("No such container", { status: 404, method: "GET", path: "/" });
    const course = new FakeCourse(new FakeSource(["a", refused()]), refused(), gone, new FakeSource(["b"]));
    const source = await resuming(course);
    expect(String(await source.read())).toBe("a");
    await expect(source.read()).rejects.toBe(gone);
    expect(course.opened).toBe(3);
    expect(await source.read()).toBeNull();
  });

  test("gives up with the last error when it is told to", async () => {
    const last = refused();
    const course = new FakeCourse(new FakeSource(["a", refused()]), refused(), last, last, last, last);
    const source = await resuming(course, { giveUpAfter: 250 });
    await source.read();
    const before = performance.now();
    await expect(source.read()).rejects.toBe(last);
    expect(performance.now() - before).toBeGreaterThan(240);
    expect(performance.now() - before).toBeLessThan(1500);
  });

  test("does not even try when it is to give up after no time", async () => {
    const cut = refused();
    const course = new FakeCourse(new FakeSource(["a", cut]), new FakeSource(["b"]));
    const source = await resuming(course, { giveUpAfter: 0 });
    await source.read();
    await expect(source.read()).rejects.toBe(cut);
    expect(course.opened).toBe(1);
  });

  test("waits longer from attempt to attempt, and begins anew when something came", async () => {
    const course = new FakeCourse(
      ...[new FakeSource(["a", refused()]), refused(), refused(), new FakeSource(["b", refused()])],
      new FakeSource(["c"]),
    );
    const times: number[] = [];
    const source = await resuming(course, { onReconnect: ({ milliseconds }) => times.push(milliseconds) });
    expect(await text(source)).toBe("abc");
    // 100, 200 and 400 ms, of each at least a half; then 100 again.
    expect(times[0]).toBeGreaterThanOrEqual(340);
    expect(times[1]).toBeLessThan(300);
  });

  test("ends at once when it is closed while it waits", async () => {
    const course = new FakeCourse(new FakeSource([refused()]));
    const source = await resuming(course);
    const read = source.read();
    await sleep(400);
    const before = performance.now();
    const { opened } = course;
    source.cancel();
    expect(await read).toBeNull();
    expect(performance.now() - before).toBeLessThan(50);
    await sleep(300);
    expect(course.opened).toBe(opened);
  });

  test("ends at once with the reason of the signal while it waits", async () => {
    const controller = new AbortController();
    const source = await resuming(new FakeCourse(new FakeSource([refused()])), {}, controller.signal);
    const reading = source.read();
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 400);
    const before = performance.now();
    await expect(reading).rejects.toBe(reason);
    expect(performance.now() - before).toBeLessThan(450);
  });

  test("that is closed while it opens does not open", async () => {
    const closed = new AbortController();
    closed.abort();
    const source = new ResumingSource(new FakeCourse(new FakeSource(["a"])), {}, undefined);
    await expect(source.open(closed.signal)).rejects.toThrow("aborted");
  });

  test("lets go of a signal that outlives it", async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    await text(await resuming(new FakeCourse(new FakeSource(["a"])), {}, signal));
    (await resuming(new FakeCourse(new FakeSource(["a"])), {}, signal)).cancel();
    await resuming(new FakeCourse(refused()), {}, signal).catch(() => undefined);
    expect(add).toHaveBeenCalledTimes(3);
    const removed = new Set(remove.mock.calls.map(([, listener]) => listener));
    for (const [, listener] of add.mock.calls) expect(removed).toContain(listener);
  });

  test("reads no further than it is read", async () => {
    const inner = new FakeSource(["a", "b", "c"]);
    const source = await resuming(new FakeCourse(inner));
    await source.read();
    await sleep(20);
    expect(inner.readCount).toBe(1);
  });

  test("tells of a gap before it gives what comes behind, and ends with what the listener throws", async () => {
    const course = new FakeCourse(new FakeSource(["a", "b"]));
    const stop = new ProtocolError("not without all of it");
    const source = await resuming(course, {
      onGap: () => {
        throw stop;
      },
    });
    await source.read();
    course.gap = { message: "", from: "", to: "" };
    await expect(source.read()).rejects.toBe(stop);
    expect(await source.read()).toBeNull();
  });

  test("closes a new connection when the listener throws", async () => {
    const second = new FakeSource(["b"], { hang: true });
    const course = new FakeCourse(new FakeSource([refused()]), second);
    const stop = refused();
    const onReconnect = () => {
      throw stop;
    };
    await expect((await resuming(course, { onReconnect })).read()).rejects.toBe(stop);
    expect(second.cancelled).toBe(true);
  });
});
