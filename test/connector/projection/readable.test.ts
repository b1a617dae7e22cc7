import { describe, expect, test } from "vitest";
import { actionNames } from "../../../src/connector/catalogue.js";
import type { Envelope } from "../../../src/connector/envelope.js";
import { readable } from "../../../src/connector/projection/readable.js";
import { envelope } from "./envelopes.js";

function text(details: Envelope): string {
  return readable(details, actionNames.get(details.action)?.output ?? {});
}

describe("the readable text of a result", () => {
  test("is the sentence alone where there is nothing to show", () => {
    expect(text(envelope("list_containers"))).toBe("It is done.");
    expect(text(envelope("start_session"))).toBe("It is done.");
  });

  test("shows in a table what is short enough, and no more rows than somebody reads", () => {
    const data = Array.from({ length: 60 }, (_, index) => ({
      Name: `n${index}`,
      Id: "x".repeat(400),
      IPAM: {},
    }));
    const lines = text(envelope("list_networks", { data })).split("\n");
    expect(lines.slice(0, 5)).toEqual(["It is done.", "", "|Name|", "|---|", "|n0|"]);
    expect(lines.at(-1)).toBe("… and 10 more.");
    expect(lines).toHaveLength(4 + 50 + 2);
  });

  test("lets nobody's text become a column, a link or a tag", () => {
    const data = [{ Name: "a|b", Driver: "[x](http://y) <b> `c` *d* \\" }];
    expect(text(envelope("list_networks", { data }))).toContain(
      "|a\\|b|\\[x\\](http://y) \\<b\\> \\`c\\` \\*d\\* \\\\|",
    );
  });

  test("shows output as it was written, whatever is in it", () => {
    const data = [{ Id: "e1", stdout: "one\n```\n# two\n", stderr: "", exitCode: 3 }];
    expect(text(envelope("exec_container", { data }))).toBe(
      [
        "It is done.",
        "|Name|Value|\n|---|---|\n|Id|e1|\n|stderr||\n|exitCode|3|",
        "````\none\n```\n# two\n````",
      ].join("\n\n"),
    );
  });

  test("tells what was cut short, and warnings", () => {
    const meta = { attempts: 1, durationMs: 1, warnings: ["Plain HTTP."], truncated: true };
    expect(text(envelope("list_containers", { meta }))).toBe(
      "It is done.\n\nA limit cut the result short.\n\nWarning: Plain HTTP.",
    );
  });

  test("keeps secrets to the context", () => {
    const shown = text(envelope("swarm_unlock_key", { data: [{ UnlockKey: "SWMKEY-1-secret" }] }));
    expect(shown).toBe("It is done.");
  });
});
