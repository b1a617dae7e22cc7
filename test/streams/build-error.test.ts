import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ProgressError } from "../../src/errors.js";
import { BuildError } from "../../src/streams/build-error.js";

describe("a build error", () => {
  it("has the engine's sentence, the step and the last lines", () => {
    const error = failed("no space left on device");
    expect(error).toBeInstanceOf(ProgressError);
    expect(error).toMatchObject({
      name: "BuildError",
      code: "PROGRESS",
      message: "no space left on device",
      engineCode: 3,
      exitCode: undefined,
      step: "[2/3] RUN make",
      log: ["make: oops"],
    });
    expect(Object.keys(error)).not.toContain("name");
    expect(inspect(error)).toContain("make: oops");
  });

  it.each([
    ["The command '/bin/sh -c make' returned a non-zero code: 7", 7],
    ["executor failed running [/bin/sh -c make]: exit code: 137", 137],
    ['process "/bin/sh -c make" did not complete successfully: exit code: 0', 0],
    ['process "/bin/sh -c echo exit code: 5" did not complete successfully: signal: killed', undefined],
    ["COPY failed: file not found", undefined],
  ])("finds the exit code of %j", (sentence, exitCode) => {
    expect(failed(sentence).exitCode).toBe(exitCode);
  });
});

function failed(message: string): BuildError {
  return new BuildError({ message, engineCode: 3 }, { step: "[2/3] RUN make", log: ["make: oops"] });
}
