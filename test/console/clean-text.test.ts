import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/console/clean-text.js";

describe("cleanText", () => {
  test.each([
    ["colours", "\x1b[31mred\x1b[0m", "red"],
    ["the title of the window", "a\x1b]0;title\x07b", "ab"],
    ["the cursor", "\x1b[2J\x1b[Ha\x1b[10Ab", "ab"],
    ["eight-bit sequences", "a\x9b31mb", "ab"],
    ["an escape that is cut", "a\x1b", "a"],
    ["an escape behind an escape", "\x1b\x1b[[31m31ma", "31ma"],
    ["line ends, tabs and bells", "a\r\nb\tc\x07d\x08e\x7ff", "a b c d e f"],
    ["NUL", "a\0b", "a b"],
    ["line ends of Unicode", "a\u2028b\u2029c\u0085d", "a b c d"],
    ["what turns the direction around", "a\u202eb\u2066c\u200fd", "abcd"],
  ])("takes away %s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test("keeps every other character", () => {
    expect(cleanText('é 日本 🐳 [1/2] RUN "x" | 100%')).toBe('é 日本 🐳 [1/2] RUN "x" | 100%');
  });

  test("leaves nothing that steers, whatever is cut and joined", () => {
    const parts = ["\x1b", "[", "31", "m", "]", "0;", "\x07", "\x9b", "\x9d", "\x90", "\\", "a", "\n"];
    let seed = 7;
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: 12 }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return parts[seed % parts.length];
      }).join("");
      expect(cleanText(text)).not.toMatch(/\p{Cc}/u);
    }
  });

  test("cuts what would fill the screen", () => {
    expect(cleanText("x".repeat(1_000_000)).length).toBe(1000);
  });
});
