import { describe, expect, test } from "vitest";
import { messageOf, textIn } from "../../src/buildkit/message-fields.js";
import { ProtocolError } from "../../src/errors.js";

describe("a protobuf message", () => {
  test.each([0, 1, 127, 128, 16_383, 16_384, 512_000])(
    "has a field of %i bytes, with its length before it",
    (length) => {
      const message = messageOf({ 2: Buffer.alloc(length, 65) });
      expect(textIn(message, 2)).toBe("A".repeat(length));
      expect(message.length - length).toBe(1 + Math.max(1, Math.ceil(Math.log2(length + 1) / 7)));
    },
  );

  test("is made byte by byte as protobuf has it", () => {
    expect(messageOf({ 1: "zoë", 2: Buffer.from([0]) }).toString("hex")).toBe("0a047a6fc3ab120100");
    expect(messageOf({ 16: "" }).toString("hex")).toBe("820100");
    expect(messageOf({})).toHaveLength(0);
  });

  test("gives the text of a field, the last where it is there twice, empty where it is not there", () => {
    const message = Buffer.concat([
      messageOf({ 1: "a", 2: "b" }),
      Buffer.from([0x18, 5]),
      messageOf({ 1: "c" }),
    ]);
    expect([1, 2, 4].map((field) => textIn(message, field))).toEqual(["c", "b", ""]);
  });

  test("cannot have a number where a text belongs", () => {
    expect(() => textIn(Buffer.from([0x08, 1]), 1)).toThrow(ProtocolError);
  });
});
