import { describe, expect, test, vi } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { type ResumeOptions, splitResume, tellGap } from "../../src/streams/resume-options.js";

describe("the wish to resume", () => {
  test.each([
    [undefined, undefined, undefined],
    [{ tail: "1" }, { tail: "1" }, undefined],
    [{ tail: "1", resume: false }, { tail: "1" }, undefined],
    [{ tail: "1", resume: undefined }, { tail: "1" }, undefined],
    [{ resume: true }, {}, {}],
    [{ tail: "1", resume: { giveUpAfter: 5 } }, { tail: "1" }, { giveUpAfter: 5 }],
  ])("is not among what goes to the engine: %j", (options, asked, resume) => {
    const split = splitResume<{ tail?: string }>(Object.freeze(options));
    expect(split).toEqual({ asked, resume });
  });

  test.each([
    [{ giveUpAfter: -1 }, "resume.giveUpAfter is -1"],
    [{ giveUpAfter: Number.NaN }, "resume.giveUpAfter is NaN"],
    [{ onGap: "log" }, "resume.onGap is of type string"],
    [{ onReconnect: 1 }, "resume.onReconnect is of type number"],
    ["always", "resume is of type string"],
    [null, "resume is of type object"],
  ])("that cannot be understood is refused: %j", (resume, message) => {
    const wrong = { resume: resume as ResumeOptions };
    expect(() => splitResume(wrong)).toThrow(InvalidArgumentError);
    expect(() => splitResume(wrong)).toThrow(message);
  });
});

describe("a gap", () => {
  const gap = { message: "Lines may be missing.", from: "a", to: "b" };

  test("is told to who listens, and the process is not warned", () => {
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
    const onGap = vi.fn();
    tellGap({ onGap }, gap);
    expect(onGap).toHaveBeenCalledExactlyOnceWith(gap);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test("that nobody listens for is a warning of the process", () => {
    const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
    tellGap({}, gap);
    expect(warn).toHaveBeenCalledExactlyOnceWith("Lines may be missing.", {
      type: "DockerStreamWarning",
      code: "DOCKER_STREAM_GAP",
    });
    warn.mockRestore();
  });
});
