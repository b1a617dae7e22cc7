import { describe, expect, test } from "vitest";
import { ProtocolError } from "../../src/errors.js";
import { pathStat } from "../../src/resources/path-stat.js";

describe("pathStat", () => {
  test("reads the record of an engine, a folder's mode included", () => {
    const stat = {
      name: "é",
      size: 4096,
      mode: 2147484141,
      mtime: "2026-01-31T12:00:00+01:00",
      linkTarget: "",
    };
    const header = Buffer.from(JSON.stringify(stat)).toString("base64");
    expect(pathStat({ "x-docker-container-path-stat": header })).toEqual(stat);
  });

  test.each([undefined, "", "%%%", Buffer.from("no json").toString("base64")])("refuses %j", (header) => {
    expect(() => pathStat({ "x-docker-container-path-stat": header })).toThrow(ProtocolError);
  });
});
