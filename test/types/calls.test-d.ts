import { describe, expectTypeOf, test } from "vitest";
import type {
  ByteStream,
  CallOptions,
  ContainerSummary,
  DockerOptions,
  EnginePing,
  JsonStream,
  LogStream,
  PathStat,
  RunResult,
} from "../../src/index.js";
import { Docker } from "../../src/index.js";

declare const docker: Docker;
declare const call: CallOptions;

describe("what a call takes", () => {
  test("a body needs an image and nothing else", () => {
    docker.containers.create({ Image: "bb" });
    docker.containers.create({ Image: "bb", HostConfig: { AutoRemove: true } });
    docker.containers.create(
      { Image: "bb", ExposedPorts: { "80/tcp": {} }, Env: ["A=b"] },
      { name: "web" },
      call,
    );
    // @ts-expect-error the API spells it with a capital
    docker.containers.create({ image: "bb" });
    // @ts-expect-error text, not a number
    docker.containers.create({ Image: 5 });
    // @ts-expect-error no such field
    docker.containers.create({ Image: "bb", HostConfig: { AutoRemoved: true } });
  });

  test("filters are typed by key and by value", () => {
    docker.containers.list({ filters: { status: ["running"] } });
    docker.containers.list({ filters: { status: "running", label: ["a=b"], exited: 0 } });
    // @ts-expect-error no such status
    docker.containers.list({ filters: { status: ["runing"] } });
    // @ts-expect-error no such key
    docker.containers.list({ filters: { statsu: ["running"] } });
    docker.system.events({ filters: { type: ["container"] } });
    // @ts-expect-error no such type
    docker.system.events({ filters: { type: ["containers"] } });
  });

  test("options are English and typed", () => {
    docker.containers.stop("web", { timeout: 10, signal: "SIGINT" });
    // @ts-expect-error that is the wire's name
    docker.containers.stop("web", { t: 10 });
    // @ts-expect-error a number
    docker.containers.stop("web", { timeout: "10" });
    docker.containers.resize("web", { height: 24, width: 80 });
    // @ts-expect-error both are needed
    docker.containers.resize("web", { height: 24 });
    // @ts-expect-error options are needed here
    docker.containers.statArchive("web");
    docker.containers.logs("web", { since: new Date(), until: "10m" });
  });

  test("the call's options stand apart from Docker's own", () => {
    docker.containers.stop("web", { timeout: 10 }, { timeout: 60_000, signal: AbortSignal.timeout(5) });
    // @ts-expect-error an AbortSignal is for the call
    docker.containers.stop("web", { signal: AbortSignal.timeout(5) });
    // @ts-expect-error the name of a signal is for the container
    docker.containers.stop("web", {}, { signal: "SIGINT" });
    // @ts-expect-error no such limit
    docker.containers.stop("web", {}, { timeout: { connect: 5 } });
    expectTypeOf<keyof CallOptions>().toEqualTypeOf<"signal" | "headers" | "timeout" | "retry">();
  });

  test("a client takes one kind of auth", () => {
    expectTypeOf<{ auth: { bearer: string } }>().toExtend<DockerOptions>();
    expectTypeOf<{ auth: { bearer: () => Promise<string> } }>().toExtend<DockerOptions>();
    expectTypeOf<{ auth: { username: string; password: string } }>().toExtend<DockerOptions>();
    expectTypeOf<{ auth: { username: string } }>().not.toExtend<DockerOptions>();
    expectTypeOf<{ apiVersion: number }>().not.toExtend<DockerOptions>();
  });

  test("an archive is bytes or a stream of them, never a path", () => {
    docker.containers.putArchive("web", Buffer.alloc(1), { path: "/" });
    docker.containers.putArchive("web", process.stdin, { path: "/" });
    docker.containers.putArchive("web", new ReadableStream<Uint8Array>(), { path: "/" });
    // @ts-expect-error a path is text
    docker.containers.putArchive("web", "./a.tar", { path: "/" });
  });

  test("a command is a list", () => {
    docker.run("alpine", ["ls", "-l"]);
    // @ts-expect-error no shell takes it apart
    docker.run("alpine", "ls -l");
  });
});

describe("what a call gives", () => {
  test("what an engine always sends is there", async () => {
    const [container] = await docker.containers.list();
    expectTypeOf(container).toEqualTypeOf<ContainerSummary | undefined>();
    expectTypeOf<ContainerSummary["Id"]>().toEqualTypeOf<string>();
    expectTypeOf<ContainerSummary["Names"]>().toEqualTypeOf<string[]>();
    expectTypeOf<ContainerSummary["Image"]>().toEqualTypeOf<string>();
    expectTypeOf<ContainerSummary["Created"]>().toEqualTypeOf<number>();
    expectTypeOf<ContainerSummary["Labels"]>().toEqualTypeOf<{ [key: string]: string }>();
    expectTypeOf<ContainerSummary["State"]>().toExtend<string>();
    expectTypeOf<"running">().toExtend<ContainerSummary["State"]>();
    expectTypeOf<ContainerSummary["SizeRw"]>().toEqualTypeOf<number | undefined>();
    const { Id, State, Config, Name } = await docker.containers.inspect("web");
    expectTypeOf<[string, string]>().toEqualTypeOf<[typeof Id, typeof Name]>();
    expectTypeOf(State.Running).toEqualTypeOf<boolean>();
    expectTypeOf(Config.Tty).toEqualTypeOf<boolean>();
    expectTypeOf((await docker.containers.create({ Image: "a" })).Id).toEqualTypeOf<string>();
    expectTypeOf((await docker.containers.wait("a")).StatusCode).toEqualTypeOf<number>();
    expectTypeOf((await docker.system.version()).ApiVersion).toEqualTypeOf<string>();
  });

  test("a list that an engine may give as null says so", async () => {
    const changes = await docker.containers.diff("web");
    expectTypeOf<null>().toExtend<typeof changes>();
  });

  test("what has no answer gives nothing, and streams are returned at once", () => {
    expectTypeOf(docker.containers.start("web")).toEqualTypeOf<Promise<void>>();
    expectTypeOf(docker.containers.logs("web")).toEqualTypeOf<LogStream>();
    expectTypeOf(docker.containers.export("web")).toEqualTypeOf<ByteStream>();
    expectTypeOf(docker.containers.stats("web")).toExtend<JsonStream<unknown>>();
    expectTypeOf(docker.containers.statArchive("web", { path: "/" })).toEqualTypeOf<Promise<PathStat>>();
    expectTypeOf(docker.system.ping()).toEqualTypeOf<Promise<EnginePing>>();
    expectTypeOf(docker.run("a")).toEqualTypeOf<Promise<RunResult>>();
  });

  test("events know their actor", async () => {
    for await (const { Action, Actor } of docker.system.events()) {
      expectTypeOf(Action).toExtend<string | undefined>();
      expectTypeOf(Actor).not.toBeAny();
    }
  });

  test("nothing is any", async () => {
    expectTypeOf(await docker.containers.list()).not.toBeAny();
    expectTypeOf(await docker.containers.inspect("a")).not.toBeAny();
    expectTypeOf(await docker.system.info()).not.toBeAny();
    expectTypeOf(await docker.system.df()).not.toBeAny();
    expectTypeOf((await docker.api.GET("/info")).data).not.toBeAny();
  });

  test("a client ends with `await using`", () => {
    expectTypeOf(Docker).instance.toExtend<AsyncDisposable>();
  });
});
