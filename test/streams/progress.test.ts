import { describe, expect, it } from "vitest";
import { ProgressError, ProtocolError } from "../../src/errors.js";
import { asMessage, failureOf, throwFailure, toStep } from "../../src/streams/progress.js";

describe("a progress message", () => {
  it("becomes a step with layer, bytes and percent", () => {
    const raw = {
      status: "Downloading",
      progressDetail: { current: 43520, total: 1984229 },
      progress: "[=>  ]  43.52kB/1.984MB",
      id: "51d5f4effd0f",
    };
    expect(toStep(raw)).toEqual({
      status: "Downloading",
      layer: "51d5f4effd0f",
      current: 43520,
      total: 1984229,
      percent: 2,
      raw,
    });
  });

  it.each([
    [
      { current: 1, total: 3 },
      { current: 1, total: 3, percent: 33 },
    ],
    [
      { current: 999, total: 1000 },
      { current: 999, total: 1000, percent: 99 },
    ],
    // As a push really says it.
    [
      { current: 2048, total: 2 },
      { current: 2048, total: 2, percent: 100 },
    ],
    [{ current: 1536 }, { current: 1536 }],
    [{ current: 5, total: -1 }, { current: 5 }],
    [{ total: 10 }, { total: 10 }],
    [{ current: 7, units: "s" }, {}],
    [{ hidecounts: true }, {}],
    [{}, {}],
    [null, {}],
    ["odd", {}],
    [{ current: "1", total: "2" }, {}],
  ])("of detail %j counts %j", (progressDetail, counts) => {
    const raw = { progressDetail };
    expect(toStep(raw)).toEqual({ ...counts, raw });
  });

  it("does not take the tag of a pull for a layer", () => {
    const raw = { status: "Pulling from library/busybox", id: "0a1b2c3d4e5f" };
    expect(toStep(raw)).toEqual({ status: "Pulling from library/busybox", raw });
  });

  it("keeps text and aux, and leaves out what is not there or of another kind", () => {
    const text = { stream: "Loaded image: a:1\n" };
    expect(toStep(text)).toEqual({ stream: "Loaded image: a:1\n", raw: text });
    const aux = { aux: { Tag: "1" }, progressDetail: {} };
    expect(toStep(aux)).toEqual({ aux: { Tag: "1" }, raw: aux });
    const odd = { status: 1, id: null, stream: [], aux: null };
    expect(toStep(odd)).toEqual({ raw: odd });
  });
});

describe("a failure in the progress", () => {
  it.each([
    [
      { errorDetail: { code: 7, message: "long" }, error: "short" },
      { message: "long", engineCode: 7 },
    ],
    [
      { errorDetail: { message: "long" }, error: "short" },
      { message: "long", engineCode: undefined },
    ],
    [{ error: "short" }, { message: "short", engineCode: undefined }],
    [
      { errorDetail: {}, error: "short" },
      { message: "short", engineCode: undefined },
    ],
    [
      { errorDetail: {} },
      { message: "The engine gave the job up and gave no reason.", engineCode: undefined },
    ],
    [{ errorDetail: null, error: "" }, undefined],
    [{ status: "Pull complete" }, undefined],
  ])("of %j is %j", (message, failure) => {
    expect(failureOf(message)).toEqual(failure);
  });

  it("is thrown with the engine's sentence and number", () => {
    expect(() => throwFailure({ status: "fine" })).not.toThrow();
    let thrown: unknown;
    try {
      throwFailure({ errorDetail: { code: 401, message: "unauthorized" } });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ProgressError);
    expect(thrown).toMatchObject({ message: "unauthorized", engineCode: 401 });
  });
});

describe("a value that is no object", () => {
  it("is refused and shown in short", () => {
    expect(asMessage({ a: 1 })).toEqual({ a: 1 });
    expect(() => asMessage(null)).toThrow(ProtocolError);
    expect(() => asMessage([1])).toThrow("sent [1] where");
    expect(() => asMessage("x".repeat(5000))).toThrow(/^.{1,300}$/);
  });
});
