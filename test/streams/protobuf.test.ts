import { describe, expect, it } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { asBytes, asDate, asNumber, asText, eachField } from "../../src/streams/protobuf.js";

describe("protobuf fields", () => {
  it("are numbers and bytes, in their order", () => {
    expect(fields("08 01 12 02 68 69 18 ac02")).toEqual([
      [1, 1],
      [2, Buffer.from("hi")],
      [3, 300],
    ]);
    expect(fields("")).toEqual([]);
    // A field number of more than one byte.
    expect(fields("f8ffffff0f 05")).toEqual([[2 ** 29 - 1, 5]]);
  });

  it.each([
    ["00", 0],
    ["7f", 127],
    ["8001", 128],
    ["ffffffff0f", 2 ** 32 - 1],
    ["ffffffffffff7f", 2 ** 49 - 1],
    ["ffffffffffffff0f", 2 ** 53 - 1],
    ["ffffffffffffffff7f", 2 ** 63],
    ["ffffffffffffffffff01", -1],
    ["80808080808080808001", -(2 ** 63)],
    // More bytes than needed are allowed.
    ["8180808080808080 00", 1],
  ])("have numbers of up to 64 bits: %s", (hex, number) => {
    expect(fields(`08 ${hex}`)).toEqual([[1, number]]);
  });

  it("of a fixed size are passed over", () => {
    expect(fields("09 0102030405060708 15 01020304 18 07")).toEqual([[3, 7]]);
  });

  it.each([
    ["a cut key", "80"],
    ["a cut number", "08 ff"],
    ["no number", "08"],
    ["a number of 65 bits", "08 ffffffffffffffffff02"],
    ["a number of eleven bytes", "08 ffffffffffffffffffff01"],
    ["no length", "12"],
    ["a length beyond the end", "12 05 6869"],
    ["a negative length", "12 ffffffffffffffffff01 6869"],
    ["a huge length", "12 ffffffffffffffff7f 6869"],
    ["a cut fixed number", "09 01020304"],
    ["a cut short fixed number", "0d 010203"],
    ["a group", "0b 0c"],
    ["an unknown type", "0f"],
    ["field 0", "00 00"],
    ["a field number that is too large", "8080808010 00"],
  ])("with %s are refused", (_, hex) => {
    expect(() => fields(hex)).toThrow(ProtocolError);
  });

  it("never lead back", () => {
    expect(() => fields("12 ffffffffffffffffff01")).toThrow("a field of -1 bytes where 0 are left");
  });

  it("cut anywhere are refused or end between two fields", () => {
    const whole = bytes("08 ac02 12 04 68697475 19 0102030405060708");
    const ends = [0, 3, 9, 18];
    for (let end = 0; end <= whole.length; end++) {
      const act = () => eachField(whole.subarray(0, end), () => {});
      if (ends.includes(end)) expect(act).not.toThrow();
      else expect(act).toThrow(ProtocolError);
    }
  });

  it("of the wrong kind are refused", () => {
    expect(asNumber(5)).toBe(5);
    expect(() => asNumber(Buffer.alloc(1))).toThrow(ProtocolError);
    expect(asBytes(Buffer.from("a"))).toEqual(Buffer.from("a"));
    expect(() => asBytes(5)).toThrow(ProtocolError);
    expect(asText(Buffer.from("é"))).toBe("é");
  });

  it("can be times", () => {
    expect(asDate(bytes("08 808bd2bb06 10 80cab5ee01")).toISOString()).toBe("2025-01-01T00:00:00.500Z");
    expect(asDate(Buffer.alloc(0)).getTime()).toBe(0);
    // The zero time of Go, in the year 1.
    expect(asDate(bytes("08 8092b8c398feffffff01")).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(() => asDate(bytes("08 ffffffffffffffff7f"))).toThrow(ProtocolError);
    expect(() => asDate(5)).toThrow(ProtocolError);
  });
});

function fields(hex: string): [number, number | Buffer][] {
  const found: [number, number | Buffer][] = [];
  eachField(bytes(hex), (field, value) => found.push([field, value]));
  return found;
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}
