import { describe, expectTypeOf, test } from "vitest";
import type { Docker, V1_51 } from "../../src/index.js";
import type { ContainerSummary as Summary40, V1_40 } from "../../src/pinned/v1.40.js";
import { Docker as Docker40 } from "../../src/pinned/v1.40.js";
import type { Docker as Docker42 } from "../../src/pinned/v1.42.js";
import type { Docker as Docker44 } from "../../src/pinned/v1.44.js";
import type { Docker as Docker51, ContainerSummary as Summary51 } from "../../src/pinned/v1.51.js";

declare const docker: Docker;
declare const docker40: Docker40;
declare const docker42: Docker42;
declare const docker44: Docker44;
declare const docker51: Docker51;

describe("an entry for one API version", () => {
  test("has of the options what that version has", () => {
    // @ts-expect-error no signal before v1.42
    docker40.containers.stop("web", { signal: "SIGINT" });
    docker40.containers.stop("web", { timeout: 5 });
    docker42.containers.stop("web", { signal: "SIGINT" });
    // @ts-expect-error no platform before v1.41
    docker40.containers.create({ Image: "a" }, { platform: "linux/arm64" });
  });

  test("has of a body what that version has", () => {
    // @ts-expect-error no interval while it starts before v1.44
    docker42.containers.create({ Image: "a", Healthcheck: { StartInterval: 5 } });
    docker44.containers.create({ Image: "a", Healthcheck: { StartInterval: 5 } });
    docker40.containers.create({ Image: "a", HostConfig: { KernelMemory: 5 } });
    // @ts-expect-error gone after v1.41
    docker44.containers.create({ Image: "a", HostConfig: { KernelMemory: 5 } });
  });

  test("has of the operations what that version has", () => {
    expectTypeOf<V1_40["calls"]["VolumeUpdate"]>().toBeNever();
    expectTypeOf<V1_51["calls"]["VolumeUpdate"]>().not.toBeNever();
  });

  test("gives what that version gives", async () => {
    expectTypeOf(await docker40.containers.list()).toEqualTypeOf<Summary40[]>();
    expectTypeOf(await docker51.containers.list()).toEqualTypeOf<Summary51[]>();
    expectTypeOf<"ImageManifestDescriptor">().toExtend<keyof Summary51>();
    expectTypeOf<"ImageManifestDescriptor">().not.toExtend<keyof Summary40>();
    expectTypeOf<Summary40["Id"]>().toEqualTypeOf<string>();
  });

  test("takes no apiVersion: it has one", () => {
    // @ts-expect-error pinned already
    new Docker40({ apiVersion: "1.41" });
  });

  test("is the main entry, where it is the newest", () => {
    expectTypeOf(docker51.containers).toEqualTypeOf(docker.containers);
  });
});
