import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { decodeTrace } from "../../src/streams/buildkit-trace.js";

describe("a trace of BuildKit", () => {
  it("is decoded as engine 28.5 sent it", () => {
    const traces = recorded("buildkit-28.5-failed").map(decodeTrace);
    const vertexes = traces.flatMap((trace) => trace.vertexes);
    const failed = vertexes.filter(({ error }) => error !== "");
    expect(failed.map(({ name, cached, error }) => ({ name, cached, error }))).toEqual([
      {
        name: "[3/3] RUN echo two && echo bad >&2 && exit 7",
        cached: false,
        error:
          'process "/bin/sh -c echo two && echo bad >&2 && exit 7" did not complete successfully: exit code: 7',
      },
    ]);
    expect(failed[0]?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    const took = Number(failed[0]?.completed) - Number(failed[0]?.started);
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThan(5000);
    expect(vertexes.some(({ cached }) => cached)).toBe(true);
    expect(vertexes[0]).toMatchObject({ started: undefined, completed: undefined });
    const logs = traces.flatMap((trace) => trace.logs);
    expect(logs.map(({ stream, message }) => `${stream}:${message}`)).toEqual([
      "1:one\n",
      "1:two\n",
      "2:bad\n",
    ]);
    expect(logs.at(-1)?.vertex).toBe(failed[0]?.digest);
  });

  it("has the warnings of the checks, with their place", () => {
    const traces = recorded("buildkit-28.5-warned").map(decodeTrace);
    const warnings = traces.flatMap((trace) => trace.warnings);
    expect(warnings.length).toBe(4);
    expect(warnings[1]).toEqual({
      vertex: expect.stringMatching(/^sha256:/),
      message: "MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 2)",
      details: ["The MAINTAINER instruction is deprecated, use a label instead to define an image author"],
      url: "https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/",
      file: "Dockerfile",
      line: 2,
    });
    const statuses = traces.flatMap((trace) => trace.statuses);
    expect(statuses[0]).toMatchObject({ id: "exporting layers", name: "", current: 0, total: 0 });
    expect(statuses[0]?.completed).toBeInstanceOf(Date);
  });

  it("has sizes, and fields that nobody knows yet are passed over", () => {
    const status = [
      field(1, "layer"),
      field(2, "sha256:v"),
      field(3, "downloading"),
      [0x20, 0x05],
      [0x28, 0x80, 0x01],
    ];
    const trace = field(2, Buffer.concat([...status, field(15, "new"), [0x78, 0x01]].map(Buffer.from)));
    const unknown = Buffer.concat([field(9, "new"), trace, Buffer.from([0x50, 0x01])]);
    expect(decodeTrace(unknown.toString("base64"))).toEqual({
      vertexes: [],
      statuses: [
        {
          vertex: "sha256:v",
          id: "layer",
          name: "downloading",
          current: 5,
          total: 128,
          completed: undefined,
        },
      ],
      logs: [],
      warnings: [],
    });
  });

  it("may be empty", () => {
    expect(decodeTrace("")).toEqual({ vertexes: [], statuses: [], logs: [], warnings: [] });
  });

  it("cut at any byte is refused, or whole up to there", () => {
    let refused = 0;
    for (const aux of recorded("buildkit-28.5-failed")) {
      const whole = Buffer.from(String(aux), "base64");
      for (let end = 1; end < whole.length; end++) {
        try {
          decodeTrace(whole.subarray(0, end).toString("base64"));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
          refused++;
        }
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it("with any bit turned is decoded or refused, and nothing else", () => {
    const [, aux] = recorded("buildkit-28.5-failed");
    const bytes = Buffer.from(String(aux), "base64");
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        decodeTrace(damaged.toString("base64"));
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
    }
  });

  it.each([undefined, null, 5, { ID: "x" }, "a", "abc!", "ab=c", "====", "*".repeat(5000)])(
    "as %j is refused",
    (aux) => {
      expect(() => decodeTrace(aux)).toThrow(ProtocolError);
    },
  );
});

/** The `aux` of every trace in a recorded answer. */
function recorded(name: string): unknown[] {
  const text = readFileSync(new URL(`./fixtures/${name}.jsonl`, import.meta.url), "utf8");
  const messages = text.split("\n").filter((line) => line.trim() !== "");
  return messages
    .map((line) => JSON.parse(line))
    .filter(({ id }) => id === "moby.buildkit.trace")
    .map(({ aux }) => aux);
}

function field(number: number, value: string | Buffer): Buffer {
  const data = Buffer.from(value);
  return Buffer.concat([Buffer.from([number * 8 + 2, data.length]), data]);
}
