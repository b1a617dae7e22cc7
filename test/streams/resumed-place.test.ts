import { describe, expect, test } from "vitest";
import { ResumedPlace } from "../../src/streams/resumed-place.js";

const news = (place: ResumedPlace, stamps: string) =>
  [...stamps].filter((stamp) => place.isNew(stamp)).join("");

describe("a place in a log", () => {
  test("is the last entry, and nothing before there is one", () => {
    const place = new ResumedPlace();
    expect(place.since).toBeUndefined();
    place.lost();
    expect(news(place, "abc")).toBe("abc");
    expect(place.newGap()).toBeUndefined();
  });

  test("has passed as many entries of one time as were given", () => {
    const place = new ResumedPlace();
    news(place, "abbb");
    place.lost();
    expect(news(place, "abbbbbc")).toBe("bbc");
    place.lost();
    expect(news(place, "abbbbbcd")).toBe("d");
    expect(place.newGap()).toBeUndefined();
  });

  test.each([
    ["bdcde", "e"],
    ["bdcdce", "ce"],
    ["bddce", "ce"],
  ])("is found where the entries b, d, c, d are out of order and are repeated as %s", (replay, fresh) => {
    const place = new ResumedPlace();
    news(place, "bdcd");
    place.lost();
    expect(news(place, replay)).toBe(fresh);
  });

  test("is found where an old engine leaves out what is older than it was asked for", () => {
    const place = new ResumedPlace();
    news(place, "cab");
    place.lost();
    expect(news(place, "cd")).toBe("d");
  });

  test("begins at an entry that is younger than all before it, and is not kept for ever", () => {
    const place = new ResumedPlace();
    let given = "";
    for (let n = 0; n < 1000; n++) {
      const stamp = `${n}`.padStart(4, "0");
      place.isNew(stamp);
      given = stamp;
    }
    expect(Number(given) - Number(place.since)).toBeLessThan(16);
    expect(Number(given) - Number(place.since)).toBeGreaterThan(5);
  });

  test("that was rotated away only in part is no gap", () => {
    const place = new ResumedPlace();
    news(place, "abcd");
    place.lost();
    expect(news(place, "cde")).toBe("e");
    expect(place.newGap()).toBeUndefined();
  });

  test("that is no longer there is a gap, told once, and the rest is given", () => {
    const place = new ResumedPlace();
    news(place, "abc");
    place.lost();
    expect(news(place, "xyz")).toBe("xyz");
    expect(place.newGap()).toEqual({ from: "c", to: "x" });
    expect(place.newGap()).toBeUndefined();
    place.lost();
    expect(news(place, "xyz!")).toBe("!");
    expect(place.newGap()).toBeUndefined();
  });

  test("that is no longer there is a gap too where nothing follows", () => {
    const place = new ResumedPlace();
    news(place, "abc");
    place.lost();
    place.ended("q");
    expect(place.newGap()).toEqual({ from: "c", to: "q" });
  });

  test("that was met is no gap where nothing follows", () => {
    const place = new ResumedPlace();
    news(place, "abc");
    place.lost();
    news(place, "ab");
    place.ended("q");
    expect(place.newGap()).toBeUndefined();
  });

  test("survives a second cut in the middle of what is repeated", () => {
    const place = new ResumedPlace();
    news(place, "abcc");
    place.lost();
    expect(news(place, "abc")).toBe("");
    place.lost();
    expect(news(place, "abccd")).toBe("d");
  });

  test("does not grow without an end when the clock was set back", () => {
    const place = new ResumedPlace();
    place.isNew("9");
    for (let n = 0; n < 20_000; n++) place.isNew(`1${`${n}`.padStart(6, "0")}`);
    expect(place.since).not.toBe("9");
  });
});
