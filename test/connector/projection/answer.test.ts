import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/connector/catalogue.js";
import { answersList } from "../../../src/connector/projection/answer.js";

describe("an answer", () => {
  test("is a list for every action that lists, but for volumes, which the engine answers as one object", () => {
    const listing = catalogue.map(({ name }) => name).filter((name) => name.startsWith("list_"));
    expect(listing.filter((name) => !answersList(name))).toEqual(["list_volumes"]);
  });

  test("is a list only where it is worth a list", () => {
    const others = catalogue
      .map(({ name }) => name)
      .filter((name) => answersList(name) && !name.startsWith("list_"));
    expect(others.sort()).toEqual([
      "container_changes",
      "image_history",
      "remove_image",
      "search_images",
      "service_logs",
      "system_events",
      "task_logs",
      "update_images",
    ]);
  });
});
