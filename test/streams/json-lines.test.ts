import { describe, expect, it } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { jsonLines } from "../../src/streams/json-lines.js";
import { FakeSource } from "../helpers/fake-source.js";
import { pieces } from "../helpers/frames.js";

describe("JSON lines", () => {
  it("are separated by LF, CRLF and RS, with or without a last newline", async () => {
    const values = [{ a: 1 }, [2], "drei"];
    const texts = values.map((value) => JSON.stringify(value));
    for (const text of [
      texts.join("\n"),
      `${texts.join("\n")}\n`,
      `${texts.join("\r\n")}\r\n`,
      texts.map((value) => `\x1e${value}\n`).join(""),
      texts.map((value) => `\x1e${value}`).join(""),
      `\n\r\n${texts.join("\n\n \n")}\n\n`,
    ]) {
      expect(await all(new FakeSource([text])), JSON.stringify(text)).toEqual(values);
    }
  });

  it("are the same in pieces of every size", async () => {
    const values = [{ name: "é 🐳", nested: { line: "a\nb" } }, { id: 2 }];
    const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\r\n`).join(""));
    for (let size = 1; size <= bytes.length; size++) {
      expect(await all(new FakeSource(pieces(bytes, size)))).toEqual(values);
      expect(await all(new FakeSource([pieces(bytes, size)]))).toEqual(values);
    }
  });

  it("give every value that came before a broken line", async () => {
    const source = new FakeSource(['{"a":1}\n{"a":2}\nnot json\n{"a":3}\n'], { hang: true });
    const values: unknown[] = [];
    const error = await rejection(async () => {
      for await (const value of jsonLines(source)) values.push(value);
    });
    expect(values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({
      message: 'The engine sent a line that is not JSON: "not json".',
    });
    expect(source.cancelled).toBe(true);
  });

  it("show little of a long broken line", async () => {
    const error = await rejection(() => all(new FakeSource([`${"x".repeat(5000)}\n`])));
    expect(String(error)).toContain(`${"x".repeat(200)}…`);
    expect(String(error).length).toBeLessThan(300);
  });

  it("are broken when the answer ends inside a value", async () => {
    expect(await rejection(() => all(new FakeSource(['{"a":1}\n{"a"'])))).toBeInstanceOf(ProtocolError);
  });

  it("have a longest length", async () => {
    const source = new FakeSource(['{"a":1}\n', `"${"x".repeat(100)}`], { hang: true });
    const values: unknown[] = [];
    const error = await rejection(async () => {
      for await (const value of jsonLines(source, { maxLineBytes: 50 })) values.push(value);
    });
    expect(values).toEqual([{ a: 1 }]);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(String(error)).toContain("more than 50 bytes");
  });

  it("pass the failure of the connection on, behind the values that arrived", async () => {
    const source = new FakeSource(['{"a":1}\n', new Error("reset")]);
    const values: unknown[] = [];
    const error = await rejection(async () => {
      for await (const value of jsonLines(source)) values.push(value);
    });
    expect(values).toEqual([{ a: 1 }]);
    expect(error).toMatchObject({ message: "reset" });
  });

  it("cancel the source when the loop is left", async () => {
    const source = new FakeSource(['{"a":1}\n{"a":2}\n'], { hang: true });
    for await (const value of jsonLines(source)) {
      expect(value).toEqual({ a: 1 });
      break;
    }
    expect(source.cancelled).toBe(true);
  });

  it("take 300,000 values without a read for each", async () => {
    const block = `${JSON.stringify({ Type: "container", Action: "start" })}\n`.repeat(3000);
    const source = new FakeSource(Array.from({ length: 100 }, () => block));
    let count = 0;
    for await (const _ of jsonLines(source)) count++;
    expect(count).toBe(300_000);
    expect(source.readCount).toBe(101);
  });
});

async function all(source: FakeSource): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of jsonLines(source)) values.push(value);
  return values;
}

async function rejection(act: () => Promise<unknown>): Promise<unknown> {
  return act().then(
    () => {
      throw new Error("nothing was thrown");
    },
    (error: unknown) => error,
  );
}
