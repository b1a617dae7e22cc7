import { expect, test } from "vitest";
import { Names } from "../../src/connector/names.js";

const names = new Names<number>();
names.add(["stop_container", "docker-container-stop"], 1);
names.add(["start_container"], 2);
names.add(["docker_image_create"], 3);
names.alias(["docker-image-create", "start container"], 4);

test("finds a name in every spelling", () => {
  for (const name of ["stop_container", "Stop Container", "stop-container", "DOCKER-CONTAINER-STOP"]) {
    expect(names.get(name)).toBe(1);
  }
  expect(names.get("stop_containers")).toBeUndefined();
});

test("takes the very spelling before one that is like it", () => {
  expect(names.get("docker_image_create")).toBe(3);
  expect(names.get("docker-image-create")).toBe(4);
  expect(names.get("start_container")).toBe(2);
});

test("suggests what is near, the nearest first, and nothing that is far", () => {
  expect(names.nearest("stopp_container")).toEqual(["stop_container", "start_container"]);
  expect(names.nearest("constructor")).toEqual([]);
  expect(names.nearest("")).toEqual([]);
});
