import { describe, expectTypeOf, test } from "vitest";
import type { ContainerSummary, Docker } from "../../src/index.js";
import type { Docker as Docker40 } from "../../src/pinned/v1.40.js";

declare const docker: Docker;
declare const docker40: Docker40;
const path = { id: "web" };

describe("docker.api", () => {
  test("knows the paths of a method, and no others", () => {
    docker.api.GET("/containers/{id}/json", { params: { path } });
    // @ts-expect-error the id stands in the parameters
    docker.api.GET("/containers/web/json");
    // @ts-expect-error that path has no DELETE
    docker.api.DELETE("/containers/json");
    // @ts-expect-error no such path
    docker.api.GET("/container/json");
  });

  test("wants the parameters that are needed", () => {
    docker.api.GET("/containers/json");
    docker.api.GET("/containers/json", {});
    // @ts-expect-error needs an id
    docker.api.GET("/containers/{id}/json");
    // @ts-expect-error needs an id
    docker.api.GET("/containers/{id}/json", { params: {} });
    // @ts-expect-error needs a path in the container
    docker.api.GET("/containers/{id}/archive", { params: { path } });
    // @ts-expect-error has no body
    docker.api.GET("/info", { body: {} });
    // @ts-expect-error needs a body
    docker.api.POST("/containers/create");
  });

  test("has the names of the wire", () => {
    docker.api.POST("/containers/{id}/stop", { params: { path, query: { t: 5 } } });
    // @ts-expect-error that is the name in our own methods
    docker.api.POST("/containers/{id}/stop", { params: { path, query: { timeout: 5 } } });
    docker.api.GET("/containers/json", { params: { query: { filters: { status: ["running"] } } } });
    // @ts-expect-error no such status
    docker.api.GET("/containers/json", { params: { query: { filters: { status: ["runing"] } } } });
  });

  test("takes the call's options beside the parameters", () => {
    docker.api.GET("/info", {
      signal: AbortSignal.timeout(5),
      timeout: 5,
      headers: { a: "b" },
      retry: false,
    });
    // @ts-expect-error no such option
    docker.api.GET("/info", { cache: "no-store" });
  });

  test("gives what the path answers", async () => {
    const list = await docker.api.GET("/containers/json");
    expectTypeOf(list.data).toEqualTypeOf<ContainerSummary[]>();
    expectTypeOf(list.status).toEqualTypeOf<number>();
    const started = await docker.api.POST("/containers/{id}/start", { params: { path } });
    expectTypeOf(started.data).toEqualTypeOf<undefined>();
    const events = await docker.api.GET("/events");
    expectTypeOf(events.data).toEqualTypeOf<ReadableStream<Uint8Array>>();
    expectTypeOf((await docker.api.GET("/_ping")).data).toEqualTypeOf<string>();
  });

  test("has of a version what that has", async () => {
    // @ts-expect-error volumes cannot be updated before v1.42
    docker40.api.PUT("/volumes/{name}", { params: { path: { name: "v" }, query: { version: 1 } }, body: {} });
    docker.api.PUT("/volumes/{name}", { params: { path: { name: "v" }, query: { version: 1 } }, body: {} });
    // @ts-expect-error no signal before v1.42
    docker40.api.POST("/containers/{id}/stop", { params: { path, query: { signal: "INT" } } });
  });
});
