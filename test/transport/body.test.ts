import { describe, expect, it } from "vitest";
import { AnswerBody } from "../../src/transport/body.js";
import { readAll, text } from "../helpers/exchanges.js";

describe("AnswerBody", () => {
  it("gives all chunks that have come since the last read, then null", async () => {
    const { body } = connected();
    body.push(Buffer.from("a"));
    body.push(Buffer.from("b"));
    expect((await body.read())?.map(text)).toEqual(["a", "b"]);
    body.push(Buffer.from("c"));
    body.end();
    expect((await body.read())?.map(text)).toEqual(["c"]);
    expect(await body.read()).toBeNull();
    expect(await body.read()).toBeNull();
  });

  it("wakes a reader once for the chunks of one turn", async () => {
    const { body } = connected();
    const reading = body.read();
    body.push(Buffer.from("a"));
    body.push(Buffer.from("b"));
    expect((await reading)?.length).toBe(2);
  });

  it("gives the error of a broken connection behind the chunks that wait, and again on each read", async () => {
    const { body } = connected();
    body.push(Buffer.from("rest"));
    body.fail(new Error("broke"));
    expect((await body.read())?.map(text)).toEqual(["rest"]);
    await expect(body.read()).rejects.toThrow("broke");
    await expect(body.read()).rejects.toThrow("broke");
  });

  it("rejects a read that was pending when the connection broke, with whatever reason", async () => {
    const { body } = connected();
    const reading = body.read();
    body.fail("why");
    await expect(reading).rejects.toBe("why");
  });

  it("asks for a pause at a mebibyte and for more as soon as that is taken", async () => {
    const { body, asked } = connected();
    body.push(Buffer.alloc(512 * 1024));
    expect(asked).toEqual([]);
    body.push(Buffer.alloc(512 * 1024));
    body.push(Buffer.alloc(10));
    expect(asked).toEqual(["pause"]);
    expect((await body.read())?.length).toBe(3);
    expect(asked).toEqual(["pause", "resume"]);
  });

  it("counts what a chunk costs besides its bytes", () => {
    const { body, asked } = connected();
    for (let count = 0; count < 8_200; count++) body.push(Buffer.alloc(1));
    expect(asked).toEqual(["pause"]);
  });

  it("aborts the connection once when the reader leaves, and ends a pending read", async () => {
    const { body, asked } = connected();
    const reading = body.read();
    body.cancel();
    body.cancel();
    body.push(Buffer.from("late"));
    body.fail(new Error("late"));
    expect(await reading).toBeNull();
    expect(await body.read()).toBeNull();
    expect(asked).toEqual(["abort"]);
  });

  it("leaves the connection alone when the reader leaves behind the end", async () => {
    const { body, asked } = connected();
    body.push(Buffer.from("x"));
    body.end();
    expect(await readAll(body)).toBe("x");
    body.cancel();
    expect(asked).toEqual([]);
  });
});

function connected() {
  const asked: string[] = [];
  const body = new AnswerBody({
    pause: () => asked.push("pause"),
    resume: () => asked.push("resume"),
    abort: () => asked.push("abort"),
  });
  return { body, asked };
}
