import { describe, expect, test } from "vitest";
import { checkTimeout, deadlinesOf } from "../../src/client/call-options.js";
import { InvalidArgumentError } from "../../src/errors.js";

describe("deadlinesOf", () => {
  test("gives a unary call a minute where nobody says more", () => {
    expect(deadlinesOf("unary", undefined, undefined)).toEqual({ total: 60_000 });
  });

  test("takes the client's limits, and each limit of the call before them", () => {
    expect(deadlinesOf("unary", 5, undefined)).toEqual({ total: 5 });
    expect(deadlinesOf("unary", { headers: 1, idle: 2 }, { idle: 3 })).toEqual({
      headers: 1,
      idle: 3,
      total: 60_000,
    });
    expect(deadlinesOf("unary", 5, 7)).toEqual({ total: 7 });
  });

  test("takes 0 for no limit, also against the default", () => {
    expect(deadlinesOf("unary", 5, 0)).toEqual({ total: 0 });
    expect(deadlinesOf("unary", { total: 0 }, undefined)).toEqual({ total: 0 });
  });

  test("gives streams and waits no limits but the call's own", () => {
    expect(deadlinesOf("open-ended", 5, undefined)).toEqual({});
    expect(deadlinesOf("open-ended", 5, { idle: 3 })).toEqual({ idle: 3 });
    expect(deadlinesOf("open-ended", { total: 5, idle: 5 }, 9)).toEqual({ total: 9 });
  });

  test.each([Number.NaN, -1, "5" as never])("refuses %s and names the limit", (value) => {
    expect(() => deadlinesOf("unary", undefined, value)).toThrow(InvalidArgumentError);
    expect(() => deadlinesOf("unary", undefined, value)).toThrow("timeout of the call is");
    expect(() => deadlinesOf("unary", { idle: value }, undefined)).toThrow("timeout.idle is");
    expect(() => deadlinesOf("open-ended", undefined, { headers: value })).toThrow(
      "timeout of the call.headers is",
    );
  });
});

describe("checkTimeout", () => {
  test("refuses a limit for connecting that is no number from 0 on", () => {
    expect(() => checkTimeout({ connect: -1 })).toThrow("timeout.connect is -1");
    expect(() => checkTimeout({ connect: 0, total: 5 })).not.toThrow();
    expect(() => checkTimeout(Number.NaN)).toThrow("timeout is NaN");
    expect(() => checkTimeout(undefined)).not.toThrow();
  });
});
