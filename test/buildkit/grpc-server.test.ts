import { type Duplex, duplexPair } from "node:stream";
import { describe, expect, test } from "vitest";
import { type GrpcMethods, grpcStatus, serveGrpc } from "../../src/buildkit/grpc-server.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { type GrpcClient, grpcClient } from "./grpc-client.js";

const methods: GrpcMethods = {
  "/test.Echo/Say": (request) => request,
  "/test.Echo/Later": async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return Buffer.concat([request, request]);
  },
  "/test.Echo/Refuse": () => ({ status: grpcStatus.notFound, message: "no é: 100 %\n" }),
  "/test.Echo/Fail": () => {
    throw new InvalidArgumentError("this is wrong");
  },
  "/test.Echo/Break": async () => {
    throw new Error("a secret detail");
  },
};

function served(): GrpcClient & { readonly ours: Duplex; readonly theirs: Duplex } {
  const [ours, theirs] = duplexPair();
  serveGrpc(ours, methods);
  return Object.assign(grpcClient(theirs), { ours, theirs });
}

describe("a gRPC server on a connection of ours", () => {
  test("answers a message with a message", async () => {
    const client = served();
    const type = "application/grpc";
    expect(await client.call("/test.Echo/Say", Buffer.from("héllo"))).toEqual({
      status: 0,
      message: "",
      answer: Buffer.from("héllo"),
      type,
    });
    expect(await client.call("/test.Echo/Say")).toMatchObject({ status: 0, answer: Buffer.alloc(0) });
    client.close();
  });

  test("answers many calls at a time, large ones too", async () => {
    const client = served();
    const calls = Array.from({ length: 20 }, (_, index) => Buffer.alloc(30_000, index));
    const answers = await Promise.all(calls.map((message) => client.call("/test.Echo/Later", message)));
    answers.forEach(({ answer }, index) => {
      expect(answer?.equals(Buffer.alloc(60_000, index))).toBe(true);
    });
    client.close();
  });

  test.each([
    ["/test.Echo/Refuse", grpcStatus.notFound, "no é: 100 %\n"],
    ["/test.Echo/Fail", grpcStatus.unknown, "this is wrong"],
    ["/test.Echo/Break", grpcStatus.unknown, "the client failed"],
    ["/test.Echo/Missing", grpcStatus.unimplemented, "/test.Echo/Missing is unknown"],
    ["/constructor", grpcStatus.unimplemented, "/constructor is unknown"],
  ])("refuses %s with %i", async (path, status, message) => {
    const client = served();
    expect(await client.call(path)).toMatchObject({ status, message, answer: undefined });
    expect(await client.call("/test.Echo/Say")).toMatchObject({ status: 0 });
    client.close();
  });

  test.each([
    ["no message", Buffer.alloc(4), grpcStatus.internal],
    ["a cut message", Buffer.from([0, 0, 0, 0, 9, 1, 2]), grpcStatus.internal],
    ["two messages", Buffer.alloc(10), grpcStatus.internal],
    ["a compressed message", Buffer.from([1, 0, 0, 0, 2, 1, 2]), grpcStatus.unimplemented],
    ["a message without an end", Buffer.alloc(1_100_000), grpcStatus.resourceExhausted],
  ])("refuses %s", async (_, body, status) => {
    const client = served();
    expect(await client.call("/test.Echo/Say", undefined, { body })).toMatchObject({ status });
    client.close();
  });

  test("lets a call be given up, before and while it is answered", async () => {
    const client = served();
    for (const when of [0, 10]) {
      const call = client.request("/test.Echo/Later");
      call.on("error", () => undefined);
      if (when > 0) call.end(Buffer.alloc(5));
      await new Promise((resolve) => setTimeout(resolve, when));
      call.destroy();
    }
    expect(await client.call("/test.Echo/Later", Buffer.from("a"))).toMatchObject({
      answer: Buffer.from("aa"),
    });
    client.close();
  });

  test("ends with its connection, whoever ends it, also in the middle of a call", async () => {
    for (const end of [
      (client: ReturnType<typeof served>) => client.ours.destroy(),
      (client: ReturnType<typeof served>) => client.ours.destroy(new Error("broken")),
      (client: ReturnType<typeof served>) => client.close(),
      (client: ReturnType<typeof served>) => client.theirs.end(),
    ]) {
      const client = served();
      client.ours.on("error", () => undefined);
      const call = client.request("/test.Echo/Later").on("error", () => undefined);
      call.end(Buffer.alloc(5));
      await new Promise((resolve) => setTimeout(resolve, 5));
      end(client);
      await expect.poll(() => client.ours.destroyed).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });

  test("closes a connection on which no HTTP/2 is spoken", async () => {
    const [ours, theirs] = duplexPair();
    serveGrpc(ours, methods);
    theirs.resume().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(() => ours.destroyed).toBe(true);
  });
});
