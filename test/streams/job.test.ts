import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallOptions } from "../../src/client/call-options.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import { opener } from "../../src/client/open-stream.js";
import { ConnectionError, DockerError, ProgressError, ProtocolError } from "../../src/errors.js";
import type { ByteSource } from "../../src/streams/byte-source.js";
import { Job, type JobReducer } from "../../src/streams/job.js";
import { throwFailure } from "../../src/streams/progress.js";
import { fakeDaemon } from "../helpers/fake-daemon.js";
import { FakeSource } from "../helpers/fake-source.js";
import { pieces } from "../helpers/frames.js";

const ABC = '{"n":"a"}\r\n{"n":"b"}\r\n{"n":"c"}\r\n';

describe("a job", () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", note);
  });
  afterEach(async () => {
    // Node reports them after a turn of the event loop.
    await turns();
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  it("sends nothing until it is awaited or iterated", async () => {
    const { job, opened } = made([ABC]);
    await turns();
    expect(opened()).toBe(0);
    expect(await job).toBe("abc");
    expect(opened()).toBe(1);
  });

  it("is awaited without a loop, any number of times, with one request", async () => {
    const { job, opened } = made([ABC]);
    expect(await Promise.all([job, job, job.then((text) => text.length)])).toEqual(["abc", "abc", 3]);
    expect(await job).toBe("abc");
    expect(opened()).toBe(1);
  });

  it("is iterated and then awaited, with one request", async () => {
    const { job, opened } = made([ABC]);
    expect(await steps(job)).toEqual(["a", "b", "c", "end"]);
    expect(await job).toBe("abc");
    expect(opened()).toBe(1);
  });

  it("is awaited while it is iterated, and the loop misses nothing", async () => {
    const { job, opened } = made(['{"n":"a"}\n', '{"n":"b"}\n{"n":"c"}\n']);
    const [result, seen] = await Promise.all([job, steps(job)]);
    expect(result).toBe("abc");
    expect(seen).toEqual(["a", "b", "c", "end"]);
    expect(opened()).toBe(1);
  });

  it("is awaited in the body of its own loop without a standstill", async () => {
    const { job } = made(['{"n":"a"}\n', '{"n":"b"}\n{"n":"c"}\n']);
    const seen: string[] = [];
    for await (const step of job) seen.push(step, await job);
    expect(seen).toEqual(["a", "abc", "b", "abc", "c", "abc", "end", "abc"]);
  });

  it("gives a loop that begins late what happens from then on", async () => {
    const source = new Gate();
    const job = new Job(async () => source, letters());
    const result = job.then((text) => text);
    source.give('{"n":"a"}\n');
    await turns();
    const loop = steps(job);
    source.give('{"n":"b"}\n');
    source.give(null);
    expect(await loop).toEqual(["b", "end"]);
    expect(await result).toBe("ab");
    const { job: done } = made([ABC]);
    await done;
    expect(await steps(done)).toEqual([]);
  });

  it("gives its loop at once what an await has read", async () => {
    const source = new Gate();
    const job = new Job(async () => source, letters());
    const iterator = job[Symbol.asyncIterator]();
    const result = job.then();
    source.give('{"n":"a"}\n');
    await turns();
    expect(await iterator.next()).toEqual({ done: false, value: "a" });
    source.give(null);
    expect(await result).toBe("a");
  });

  it("reads no further than its loop, unless it is awaited", async () => {
    const { job, source } = made(['{"n":"a"}\n', '{"n":"b"}\n', '{"n":"c"}\n']);
    const iterator = job[Symbol.asyncIterator]();
    await iterator.next();
    await turns();
    expect(source.readCount).toBe(1);
    expect(await job).toBe("abc");
    expect(await iterator.next()).toEqual({ done: false, value: "b" });
  });

  it("has one loop", async () => {
    const { job } = made([ABC]);
    await steps(job);
    expect(() => job[Symbol.asyncIterator]()).toThrow("it can be read once");
  });

  it("throws what the engine says from the loop and from every await", async () => {
    const { job, source } = made(
      [`${ABC}{"errorDetail":{"code":7,"message":"no luck"},"error":"no luck"}\r\n`],
      {
        hang: true,
      },
    );
    const seen: string[] = [];
    const fromLoop = await rejection(steps(job, seen));
    expect(seen).toEqual(["a", "b", "c"]);
    expect(fromLoop).toBeInstanceOf(ProgressError);
    expect(fromLoop).toMatchObject({ message: "no luck", engineCode: 7 });
    expect(await rejection(job)).toBe(fromLoop);
    expect(source.cancelled).toBe(true);
    const awaited = made(['{"error":"no luck"}\n'], { hang: true });
    await rejection(awaited.job);
    expect(awaited.source.cancelled).toBe(true);
  });

  it("leaves no unhandled rejection behind, whoever looks at it", async () => {
    const failing = () => made(['{"error":"no luck"}\n']).job;
    await rejection(steps(failing()));
    expect(await failing().catch((error: unknown) => String(error))).toBe("ProgressError: no luck");
    const both = failing();
    expect(await Promise.allSettled([both, steps(both), both])).toMatchObject([
      { status: "rejected" },
      { status: "rejected" },
      { status: "rejected" },
    ]);
    failing();
  });

  it("does report a rejection that was made and not looked at", async () => {
    made(['{"error":"no luck"}\n']).job.then(() => {});
    await turns();
    expect(unhandled.splice(0)).toMatchObject([{ message: "no luck" }]);
  });

  it("is aborted when its loop is left, and then fails", async () => {
    const { job, source } = made([ABC], { hang: true });
    for await (const step of job) {
      expect(step).toBe("a");
      break;
    }
    expect(source.cancelled).toBe(true);
    const error = await rejection(job);
    expect(error).toBeInstanceOf(DockerError);
    expect(error).toMatchObject({ code: "JOB_ABORTED", message: expect.stringContaining("loop") });
  });

  it("fails for those who wait while its loop is left", async () => {
    const { job } = made([ABC], { hang: true });
    const waiting = rejection(job);
    for await (const _ of job) break;
    expect(await waiting).toMatchObject({ code: "JOB_ABORTED" });
  });

  it("keeps its result when its loop is left after the end", async () => {
    const { job } = made([ABC]);
    for await (const step of job) if (step === "end") break;
    expect(await job).toBe("abc");
  });

  it("is aborted by its loop's body throwing", async () => {
    const { job, source } = made([ABC], { hang: true });
    const loop = async () => {
      for await (const _ of job) throw new Error("mine");
    };
    expect(await rejection(loop())).toMatchObject({ message: "mine" });
    expect(source.cancelled).toBe(true);
  });

  it("is aborted by close() while it waits: loop and await fail", async () => {
    const source = new FakeSource(['{"n":"a"}\n{"n"'], { hang: true });
    const job = new Job(async () => source, letters());
    const waiting = [rejection(steps(job)), rejection(job)];
    await turns();
    await job.close();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: "JOB_ABORTED" });
    expect(source.cancelled).toBe(true);
  });

  it("is not sent at all when it is closed before, and ends its opening when it is closed meanwhile", async () => {
    const { job, opened } = made([ABC]);
    await job[Symbol.asyncDispose]();
    expect(await rejection(job)).toMatchObject({ code: "JOB_ABORTED" });
    expect(opened()).toBe(0);

    let closed: AbortSignal | undefined;
    const opening = new Job<string, string>((signal) => {
      closed = signal;
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    }, letters());
    const waiting = rejection(opening);
    await turns();
    await opening.close();
    expect(closed?.aborted).toBe(true);
    expect(await waiting).toMatchObject({ code: "JOB_ABORTED" });
  });

  it("does nothing when it is closed after its end", async () => {
    const { job } = made([ABC]);
    expect(await job).toBe("abc");
    await job.close();
    expect(await job).toBe("abc");
  });

  it("passes on why it could not be opened", async () => {
    const reason = new Error("refused");
    const job = new Job<string, string>(() => Promise.reject(reason), letters());
    expect(await rejection(job)).toBe(reason);
    expect(await rejection(steps(job))).toBe(reason);
  });

  it("fails when the connection breaks, after what arrived", async () => {
    const reset = new Error("reset");
    const { job } = made(['{"n":"a"}\n', reset]);
    const seen: string[] = [];
    expect(await rejection(steps(job, seen))).toBe(reset);
    expect(seen).toEqual(["a"]);
    expect(await rejection(job)).toBe(reset);
  });

  it("fails when the answer ends inside a message, or without what a success says", async () => {
    expect(await rejection(made(['{"n":"a"}\n{"n":']).job)).toBeInstanceOf(ProtocolError);
    expect(await rejection(made([""]).job)).toMatchObject({ message: "nothing came" });
  });

  it("shows the line that is no JSON, in short, after what came before it", async () => {
    const { job, source } = made([`{"n":"a"}\n<html>504 Gateway ${"x".repeat(5000)}\n{"n":"b"}\n`], {
      hang: true,
    });
    const seen: string[] = [];
    const error = await rejection(steps(job, seen));
    expect(seen).toEqual(["a"]);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(String(error)).toContain("<html>504 Gateway");
    expect(String(error).length).toBeLessThan(300);
    expect(await rejection(job)).toBe(error);
    expect(source.cancelled).toBe(true);
  });

  it("prefers the engine's complaint to the broken line behind it", async () => {
    expect(await rejection(made(['{"error":"no luck"}\nnot json\n']).job)).toMatchObject({
      message: "no luck",
    });
  });

  it("refuses JSON that is no object", async () => {
    for (const text of ["null", "42", '"text"', '["a"]'])
      expect(await rejection(made([`${text}\n`]).job)).toBeInstanceOf(ProtocolError);
  });

  it("reads the same from pieces of every size, ended by CRLF, LF or nothing", async () => {
    for (const text of [
      '{"n":"é"}\r\n{"n":"🐳"}\r\n',
      '{"n":"é"}\n{"n":"🐳"}\n',
      '{"n":"é"}\r\n{"n":"🐳"}',
    ]) {
      const bytes = Buffer.from(text);
      for (let size = 1; size <= bytes.length; size++) {
        expect(await made(pieces(bytes, size)).job).toBe("é🐳");
        expect(await made([pieces(bytes, size)]).job).toBe("é🐳");
      }
    }
  });

  it("takes 300,000 messages without a read for each", async () => {
    const block = '{"n":""}\n'.repeat(3000);
    const { job, source } = made(Array.from({ length: 100 }, () => block));
    await job;
    expect(source.readCount).toBe(101);
    const { job: watched } = made(Array.from({ length: 100 }, () => block));
    expect((await steps(watched)).length).toBe(300_001);
  });

  it("calls finally, and shows nothing of its inside", async () => {
    let calls = 0;
    const { job } = made([ABC]);
    expect(await job.finally(() => calls++)).toBe("abc");
    const failing = made(['{"error":"no luck"}\n']).job;
    await rejection(failing.finally(() => calls++));
    expect(calls).toBe(2);
    expect(inspect(failing)).toBe("Job {}");
  });

  it("fails when a connection is cut between two messages, and closes it when its loop is left or its call is aborted", async () => {
    let cut = true;
    await using daemon = await fakeDaemon({
      "POST /images/create": async (call) => {
        call.start();
        await call.write(Buffer.from('{"n":"a"}\r\n'));
        if (cut) call.cut();
      },
    });
    const connection = new Connection({ host: daemon.host, apiVersion: "1.51" });
    const client = new EngineClient(connection);
    const pull = (call?: CallOptions) =>
      new Job(opener(client, "ImageCreate", { options: { fromImage: "web" } }, call), letters());
    try {
      const broken = pull();
      const seen: string[] = [];
      const error = await rejection(steps(broken, seen));
      expect(seen).toEqual(["a"]);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(await rejection(broken)).toBe(error);
      cut = false;
      for await (const _ of pull()) break;
      await daemon.settled();
      const abort = new AbortController();
      const aborted = pull({ signal: abort.signal });
      const reason = new Error("enough");
      const loop = async () => {
        for await (const _ of aborted) abort.abort(reason);
      };
      expect(await rejection(loop())).toBe(reason);
      expect(await rejection(aborted)).toBe(reason);
      await daemon.settled();
      expect(daemon.calls.filter(({ path }) => path === "/images/create").length).toBe(3);
    } finally {
      await connection.close();
    }
  });
});

/** Steps are the letters, the result is all of them. */
function letters(): JobReducer<string, string> {
  let text: string | undefined;
  return {
    take(message, found) {
      throwFailure(message);
      text = `${text ?? ""}${message.n}`;
      found.push(String(message.n));
    },
    finish(found) {
      if (text === undefined) throw new ProtocolError("nothing came");
      found.push("end");
      return text;
    },
  };
}

function made(reads: ConstructorParameters<typeof FakeSource>[0], options?: { hang?: boolean }) {
  const source = new FakeSource(reads, options);
  let opened = 0;
  const job = new Job<string, string>(async () => {
    opened++;
    return source;
  }, letters());
  return { job, source, opened: () => opened };
}

/** A source that waits until it is given something. */
class Gate implements ByteSource {
  readonly #waiting: ((chunks: Uint8Array[] | null) => void)[] = [];
  readonly #given: (Uint8Array[] | null)[] = [];

  give(text: string | null): void {
    const chunks = text === null ? null : [Buffer.from(text)];
    const reader = this.#waiting.shift();
    if (reader) reader(chunks);
    else this.#given.push(chunks);
  }

  read(): Promise<Uint8Array[] | null> {
    const chunks = this.#given.shift();
    if (chunks !== undefined) return Promise.resolve(chunks);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  cancel(): void {}
}

async function steps(job: AsyncIterable<string>, seen: string[] = []): Promise<string[]> {
  for await (const step of job) seen.push(step);
  return seen;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}

async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("nothing was thrown");
    },
    (error: unknown) => error,
  );
}
