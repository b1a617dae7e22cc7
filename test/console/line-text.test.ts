import { describe, expect, test } from "vitest";
import { type BoardLine, fitLines, lineText } from "../../src/console/line-text.js";

const layer = (name: string, bytes?: BoardLine["bytes"]): BoardLine => ({
  kind: "layer",
  name,
  state: bytes ? "Downloading" : "Pull complete",
  bytes,
});

describe("lineText", () => {
  test("draws a bar where there is room, and numbers where there is not", () => {
    const line = layer("0123456789ab", { current: 12_300_000, total: 24_600_000, percent: 50 });
    expect(lineText(line, 100)).toBe(
      "0123456789ab  Downloading         [===============>              ]   50%  12.3 MB / 24.6 MB",
    );
    expect(lineText(line, 66)).toBe("0123456789ab  Downloading          50%  12.3 MB / 24.6 MB");
    expect(lineText(line, 20)).toBe("0123456789ab  Downl");
  });

  test("draws a whole bar as full, and knows bytes without an end", () => {
    expect(lineText(layer("a", { current: 5, total: 5, percent: 100 }), 100)).toContain(
      `[${"=".repeat(30)}]  100%`,
    );
    expect(lineText(layer("a", { current: 5_000_000 }), 100)).toBe(
      "a             Downloading         5.0 MB",
    );
    expect(lineText(layer("a"), 100)).toBe("a             Pull complete");
  });

  test("tells what a step does, how long it took, or why it failed", () => {
    const step: BoardLine = { kind: "step", name: "[1/2] RUN make", state: "running" };
    expect(lineText({ ...step, lastWords: "cc -c a.c" }, 80)).toBe("running   [1/2] RUN make  | cc -c a.c");
    expect(lineText({ ...step, state: "done", seconds: 1.26 }, 80)).toBe("done      [1/2] RUN make  1.3 s");
  });

  test("cuts no character in two", () => {
    expect(lineText({ kind: "remark", name: "🐳🐳🐳🐳", state: "" }, 4)).toBe("🐳🐳🐳");
  });
});

describe("fitLines", () => {
  const lines = [layer("a"), layer("b", { current: 1 }), layer("c"), layer("d", { current: 1 }), layer("e")];
  const names = (most: number) => fitLines(lines, most).map(({ name }) => name);

  test("leaves alone what fits", () => {
    expect(names(5)).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("keeps what is under way, then the last, in their order", () => {
    expect(names(4)).toEqual(["b", "d", "e", "... 2 more"]);
    expect(names(3)).toEqual(["b", "d", "... 3 more"]);
    expect(names(2)).toEqual(["b", "... 4 more"]);
    expect(names(1)).toEqual(["... 5 more"]);
  });
});
