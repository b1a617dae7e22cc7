import { describe, expect, test } from "vitest";
import { forFortisoar } from "../../../src/connector/projection/fortisoar.js";
import { envelope, failure } from "./envelopes.js";

describe("what FortiSOAR gets", () => {
  test("is the object where the engine has one", () => {
    const item = { Id: "c1", Warnings: [] };
    expect(forFortisoar(envelope("create_container", { data: [item] }))).toEqual({ result: item });
  });

  test.each([
    "list_containers",
    "list_images",
    "list_networks",
    "image_history",
    "remove_image",
    "search_images",
    "system_events",
  ])("is a list for %s, also where it has one item or none", (action) => {
    expect(forFortisoar(envelope(action, { data: [{ Id: "1" }] }))).toEqual({ result: [{ Id: "1" }] });
    expect(forFortisoar(envelope(action))).toEqual({ result: [] });
  });

  test("is a list where there are several items", () => {
    const data = [{ read: "1" }, { read: "2" }];
    expect(forFortisoar(envelope("container_stats", { data }))).toEqual({ result: data });
    expect(forFortisoar(envelope("container_stats", { data: data.slice(1) }))).toEqual({
      result: { read: "2" },
    });
  });

  test("is the sentence where the answer is empty (F-2.3-17)", () => {
    expect(forFortisoar(envelope("start_container", { data: [{ statusCode: 304 }] }))).toEqual({
      result: { result: "It is done.", message: "It is done.", status_code: 304 },
    });
    const added = envelope("tag_image", { data: [{ statusCode: 201, image: "a:1" }] });
    expect(forFortisoar(added)).toEqual({
      result: { result: "It is done.", message: "It is done.", status_code: 201, image: "a:1" },
    });
    expect(forFortisoar(envelope("start_session"))).toEqual({
      result: { result: "It is done.", message: "It is done." },
    });
  });

  test.each([
    [400, "Bad Request: Oh."],
    [401, "Unauthorized: Oh."],
    [403, "Forbidden: Oh."],
    [404, "Resource not found: Oh."],
    [409, "Conflict: Oh."],
    [500, "Docker Engine internal error: Oh."],
    [503, "Docker Engine unavailable: Oh."],
    [502, "HTTP 502: Oh."],
  ])("is an error with its status in words for %i (F14)", (status, error) => {
    expect(forFortisoar(failure("stop_container", "Oh.", status))).toEqual({ error });
  });

  test("is an error as it is where no answer came", () => {
    expect(forFortisoar(failure("stop_container", "There is no engine."))).toEqual({
      error: "There is no engine.",
    });
  });
});
