import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { WebSocketDecoder, webSocketFrame } from "../../src/streams/websocket-frames.js";
import { pieces } from "../helpers/frames.js";
import { clientFrames, closeFrame, serverFrame } from "../helpers/websocket-frames.js";

describe("a frame of ours", () => {
  test.each([0, 1, 3, 4, 5, 125, 126, 127, 65_535, 65_536, 70_001])(
    "of %i bytes is masked and whole",
    (size) => {
      const payload = Buffer.from(Array.from({ length: size }, (_, index) => index % 251));
      const before = Buffer.from(payload);
      const bytes = webSocketFrame(2, payload);
      const [frame, ...more] = clientFrames(bytes);
      expect(more).toEqual([]);
      expect(frame?.first).toBe(0x82);
      expect(frame?.payload.equals(before)).toBe(true);
      expect(payload.equals(before)).toBe(true);
      expect(bytes.length - size).toBe(size < 126 ? 6 : size < 65_536 ? 8 : 14);
    },
  );

  test("has a mask of its own each time", () => {
    const masks = Array.from({ length: 20 }, () => clientFrames(webSocketFrame(2, Buffer.alloc(8)))[0]?.mask);
    expect(new Set(masks.map((mask) => mask?.toString("hex"))).size).toBeGreaterThan(18);
  });
});

describe("frames of a server", () => {
  const long = Buffer.alloc(70_000, 7);
  const bytes = Buffer.concat([
    serverFrame(2, "one "),
    serverFrame(1, "two "),
    serverFrame(2),
    serverFrame(9, "ping"),
    serverFrame(2, "three ", 0x02),
    serverFrame(9),
    serverFrame(0, "four ", 0x00),
    serverFrame(0, "five", 0x80),
    serverFrame(10, "pong"),
    serverFrame(2, Buffer.alloc(126, 6)),
    serverFrame(2, long),
    closeFrame(1000, "bye é"),
    Buffer.from("what comes behind it is not read"),
  ]);
  const expected = Buffer.concat([Buffer.from("one two three four five"), Buffer.alloc(126, 6), long]);

  test.each([1, 2, 7, 1000, 1_000_000])("are read from pieces of %i bytes", (size) => {
    const { payload, seen } = decode(pieces(bytes, size));
    expect(Buffer.concat(payload).equals(expected)).toBe(true);
    expect(seen).toEqual(["ping: ping", "ping: ", "close: 1000 bye é"]);
  });

  test("are passed on before they are whole, as views", () => {
    const chunk = serverFrame(2, Buffer.alloc(1000)).subarray(0, 500);
    const { payload } = decode([chunk]);
    expect(payload.map(({ length }) => length)).toEqual([496]);
    expect(payload[0]?.buffer).toBe(chunk.buffer);
  });

  test("may announce more than fits into memory", () => {
    const head = Buffer.from([0x82, 127, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    expect(decode([head, Buffer.from("abc")]).payload.map(String)).toEqual(["abc"]);
  });

  test.each([
    ["1000 ", closeFrame(1000)],
    ["1000 ", closeFrame()],
    ["1011 no more", closeFrame(1011, "no more")],
    ["0 ", serverFrame(8, "x")],
  ])("tell of the end: %s", (text, frame) => {
    expect(decode([frame]).seen).toEqual([`close: ${text}`]);
  });

  test.each<[string, Buffer, RegExp]>([
    ["a mask", webSocketFrame(2, Buffer.from("x")), /a mask/],
    ["reserved bits", serverFrame(2, "x", 0xc2), /a meaning that was not agreed on/],
    ["an unknown kind of data", serverFrame(3), /unknown kind 3/],
    ["an unknown kind of control", serverFrame(11), /unknown kind 11/],
    ["a ping in parts", serverFrame(9, "x", 0x09), /a part or a length/],
    ["a ping that is too long", serverFrame(9, Buffer.alloc(126)), /a part or a length/],
    ["a part without a beginning", serverFrame(0, "x"), /the wrong place/],
    [
      "a message within another",
      Buffer.concat([serverFrame(2, "x", 0x02), serverFrame(2, "y")]),
      /the wrong place/,
    ],
    ["a length of 64 bits", Buffer.from([0x82, 127, 0xff, 0, 0, 0, 0, 0, 0, 0]), /a length beyond/],
    ["a length of 54 bits", Buffer.from([0x82, 127, 0, 0x20, 0, 0, 0, 0, 0, 0]), /a length beyond/],
  ])("are refused with %s", (_, frame, message) => {
    for (const size of [1, 1000]) {
      expect(() => decode(pieces(frame, size))).toThrow(ProtocolError);
      expect(() => decode(pieces(frame, size))).toThrow(message);
    }
  });
});

function decode(chunks: readonly Uint8Array[]): { payload: Uint8Array[]; seen: string[] } {
  const payload: Uint8Array[] = [];
  const seen: string[] = [];
  const decoder = new WebSocketDecoder({
    pinged: (data) => seen.push(`ping: ${Buffer.from(data)}`),
    closed: ({ code, reason }) => seen.push(`close: ${code} ${reason}`),
  });
  for (const chunk of chunks) decoder.push(chunk, payload);
  return { payload, seen };
}
