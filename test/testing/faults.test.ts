import { expect, test } from "vitest";
import { ConflictError, ConnectionError, InvalidArgumentError, ProtocolError } from "../../src/errors.js";
import type { Exchange } from "../../src/testing/exchange.js";
import { type FaultOptions, Faults } from "../../src/testing/faults.js";
import { frame } from "../helpers/frames.js";
import { ownEngine } from "./own-engine.js";

const multiplexed = "application/vnd.docker.multiplexed-stream";

/** Answers the calls that these tests make. */
async function answer(exchange: Exchange): Promise<void> {
  if (exchange.path.endsWith("/logs")) {
    const stream = exchange.stream(200, { "Content-Type": multiplexed });
    for (const text of ["one\n", "two é\n", "three\n"]) await stream.write(frame("stdout", text));
    return stream.end();
  }
  if (exchange.path.endsWith("/attach")) {
    const connection = exchange.hijack(multiplexed);
    connection.write(frame("stdout", "hello\n"));
    for await (const chunk of connection) connection.write(frame("stderr", chunk as Buffer)); // as it has no encoding
    return void connection.end();
  }
  if (exchange.method === "POST") return exchange.answer(204);
  exchange.answer(200, { Id: "web", Name: "/web" });
}

test("answers in place of the engine, as often as asked, and says how often it has", async () => {
  await using engine = await ownEngine(answer);
  const { docker, faults } = engine;
  const fault = faults.add({
    operation: "ContainerStart",
    times: 1,
    status: 409,
    message: "is being removed",
  });
  expect(fault.count).toBe(0);
  await docker.containers.stop("web");
  const failure = await docker.containers.start("web").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConflictError);
  expect(failure).toMatchObject({ message: "is being removed", status: 409 });
  await docker.containers.start("web");
  expect(fault.count).toBe(1);
});

test.each<[string, FaultOptions]>([
  ["operation", { operation: "ContainerStart" }],
  ["template of the path", { path: "/containers/{id}/start" }],
  ["path", { path: "/containers/web/start" }],
  ["method", { method: "post" }],
  ["method and path", { method: "POST", path: "/containers/{id}/start" }],
])("finds requests by their %s", async (_, where) => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ ...where, status: 500 });
  await expect(engine.docker.containers.start("web")).rejects.toMatchObject({ status: 500 });
  expect(await engine.docker.containers.inspect("web")).toMatchObject({ Id: "web" });
});

test("lets the first ones through where it is to begin later, and is over when it is removed", async () => {
  await using engine = await ownEngine(answer);
  const fault = engine.faults.add({ after: 1, status: 503 });
  const outcomes: string[] = [];
  for (let n = 0; n < 4; n++) {
    if (n === 3) fault.remove();
    outcomes.push(
      await engine.docker.containers.start("web").then(
        () => "started",
        (error) => error.code,
      ),
    );
  }
  expect(outcomes).toEqual(["started", "UNAVAILABLE", "UNAVAILABLE", "started"]);
});

test("takes the first of several that match, the next when that is used up", async () => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ operation: "ContainerStart", times: 1, status: 500 });
  engine.faults.add({ times: 1, status: 503 });
  const statuses: number[] = [];
  for (let n = 0; n < 2; n++) {
    statuses.push(await engine.docker.containers.start("web").catch((error) => error.status));
  }
  expect(statuses).toEqual([500, 503]);
  engine.faults.add({ status: 500 });
  engine.faults.clear();
  await engine.docker.containers.start("web");
});

test.each([204, 304])("answers %d without a body, so that the connection goes on", async (status) => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ operation: "ContainerStart", status });
  await engine.docker.containers.start("web");
  await engine.docker.containers.start("web");
  expect(await engine.docker.containers.inspect("web")).toMatchObject({ Id: "web" });
});

test("delays an answer, and forgets it when the client leaves", async () => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ delay: 150 });
  const before = performance.now();
  await engine.docker.containers.start("web");
  expect(performance.now() - before).toBeGreaterThan(140);
  engine.faults.clear();
  engine.faults.add({ delay: 600_000 });
  const late = engine.docker.containers.start("web", {}, { timeout: 100 });
  await expect(late).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
});

test.each<[string, FaultOptions]>([
  ["cut", { cut: true }],
  ["cut in its head", { cut: { head: 20 } }],
  ["cut before its first byte", { cut: { head: 0 } }],
  ["cut after its head", { cut: { body: 0 } }],
  ["cut in its body", { cut: { body: 5 } }],
  ["reset", { reset: true }],
  ["reset in its head", { reset: { head: 20 } }],
  ["reset in its body", { reset: { body: 5 } }],
])("breaks an answer: %s", async (_, fault) => {
  for (const listen of ["unix", "tcp"] as const) {
    await using engine = await ownEngine(answer, { listen });
    engine.faults.add({ ...fault, times: 1 });
    const failure = await engine.docker.containers.inspect("web").catch((error: unknown) => error);
    expect(
      [ConnectionError, ProtocolError].some((kind) => failure instanceof kind),
      String(failure),
    ).toBe(true);
    expect(await engine.docker.containers.inspect("web")).toMatchObject({ Id: "web" });
  }
});

test("keeps the engine from a request that is cut at once, and not from one whose answer is", async () => {
  let seen = 0;
  await using engine = await ownEngine((exchange) => {
    seen++;
    exchange.answer(204);
  });
  for (const cut of [true, { head: 0 }] as const) {
    engine.faults.add({ cut, times: 1 });
    await expect(engine.docker.containers.start("web")).rejects.toThrow(ConnectionError);
  }
  expect(seen).toBe(1);
});

test.each<[string, FaultOptions]>([
  ["before the answer", { stall: true }],
  ["in its head", { stall: { head: 30 } }],
  ["in its body", { stall: { body: 3 } }],
])("stalls %s, with the connection open", async (_, fault) => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ ...fault, times: 1 });
  const waiting = engine.docker.containers.inspect("web", {}, { timeout: 150 });
  await expect(waiting).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
});

test.each<[string, FaultOptions]>([
  ["head", { stall: { body: 0 } }],
  ["body", { stall: { body: 27 } }],
])(
  "leaves an answer whole whose %s ends where it was to stall, and the connection to the next",
  async (part, fault) => {
    await using engine = await ownEngine(answer);
    const { docker } = engine;
    const ask = () =>
      part === "head"
        ? docker.containers.start("web", {}, { timeout: 400 })
        : docker.containers.inspect("web", {}, { timeout: 400 });
    engine.faults.add({ ...fault, times: 1 });
    for (let n = 0; n < 3; n++) await ask();
    // One byte before the end it does stall: the places above are the ends.
    if (part === "body") {
      engine.faults.add({ stall: { body: 26 }, times: 1 });
      await expect(ask()).rejects.toMatchObject({ code: "TIMEOUT_TOTAL" });
    }
  },
);

test("cuts a stream in the middle of a frame", async () => {
  await using engine = await ownEngine(answer);
  // "c\r\n" and a frame of 12 bytes and "\r\n", "10\r\n" and 4 bytes of the next one's header.
  engine.faults.add({ operation: "ContainerLogs", cut: { body: 17 + 4 + 4 } });
  const lines: string[] = [];
  const reading = (async () => {
    for await (const { text } of engine.docker.containers.logs("web").lines()) lines.push(text);
  })();
  await expect(reading).rejects.toThrow();
  expect(lines).toEqual(["one"]);
});

test.each([1, 3, [1, 2, 30]])("sends an answer in pieces of %j bytes", async (split) => {
  await using engine = await ownEngine(answer);
  const { docker } = engine;
  const fault = engine.faults.add({ split });
  expect(await docker.containers.inspect("web")).toMatchObject({ Id: "web" });
  expect(await docker.containers.logs("web").text()).toBe("one\ntwo é\nthree\n");
  const { output, stdin } = await docker.containers.attach("web", { stdin: true, stdout: true });
  stdin.end("échö");
  let said = "";
  for await (const { stream, data } of output) said += `${stream}:${data.toString("latin1")} `;
  expect(said.replace(/ (stdout|stderr):/g, "")).toContain("stdout:hello\n");
  expect(said).toContain("stderr:");
  expect(fault.count).toBe(3);
});

test("breaks a connection that was handed over", async () => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ operation: "ContainerAttach", cut: { body: 10 } });
  const { output } = await engine.docker.containers.attach("web", { stdin: true, stdout: true });
  const said: string[] = [];
  const reading = (async () => {
    for await (const { data } of output) said.push(String(data));
  })();
  await expect(reading).rejects.toThrow(ProtocolError);
  expect(said).toEqual(["he"]);
});

test("holds for one request: the next on the same connection is well", async () => {
  await using engine = await ownEngine(answer);
  engine.faults.add({ split: 1, times: 1 });
  engine.faults.add({ cut: { body: 5000 }, times: 1 });
  for (let n = 0; n < 3; n++) {
    expect(await engine.docker.containers.inspect("web")).toMatchObject({ Id: "web" });
  }
});

test.each<[string, FaultOptions, RegExp]>([
  ["no effect", { method: "GET" }, /without an effect.*status, delay, cut/],
  ["two ways to break", { cut: true, stall: true }, /one of cut, reset and stall/],
  // As it comes from code without types.
  [
    "an operation that is none",
    { operation: "Start" as "ContainerStart", status: 500 },
    /no operation "Start".*ContainerStart/,
  ],
  ["a version in its path", { path: "/v1.43/info", status: 500 }, /without the version/],
  ["pieces of no bytes", { split: 0 }, /above 0/],
  ["a status that HTTP has not", { status: 9999 }, /^status of a fault is 9999; .* from 200 to 599/],
  ["a status that ends no answer", { status: 101 }, /^status of a fault is 101/],
  ["half a status", { status: 404.5 }, /^status of a fault is 404.5; give a whole number/],
  ["a count below 0", { times: -1, status: 500 }, /^times of a fault is -1; give a whole number from 0 on/],
  ["a start that is no number", { after: Number.NaN, status: 500 }, /^after of a fault is NaN/],
  ["a delay that is no number", { delay: Number.NaN }, /^delay of a fault is NaN; give a number from 0/],
  ["a delay below 0", { delay: -1 }, /^delay of a fault is -1/],
  ["a delay that no timer knows", { delay: 2 ** 31 }, /^delay of a fault is 2147483648/],
  ["no place", { cut: {} as { head: number } }, /^cut of a fault must be true, { head } or { body }/],
  ["two places", { reset: { head: 1, body: 1 } }, /^reset of a fault must be/],
  ["a place below 0", { stall: { body: -1 } }, /^stall of a fault must be/],
  ["half a byte", { cut: { head: 0.5 } }, /^cut of a fault must be/],
  ["a break that is false", { cut: false as unknown as true }, /^cut of a fault must be/],
  ["a header that has no such name", { status: 200, headers: { "bad name": "x" } }, /header "bad name"/],
  ["a header that breaks out", { status: 200, headers: { "X-A": ["x", "geheim\r\n"] } }, /header "X-A"/],
])("refuses a fault with %s", (_, fault, message) => {
  const add = () => new Faults().add(fault);
  expect(add).toThrow(InvalidArgumentError);
  expect(add).toThrow(message);
  expect(add).not.toThrow("geheim");
});

test("takes what can be done at its edges", () => {
  const faults = new Faults();
  for (const fault of [
    { times: 0, after: 0, status: 200 },
    { delay: 0 },
    { status: 599, headers: { "X-A": undefined, "X-B": 1, "X-C": ["x", "y"] } },
    { cut: { head: 0 } },
    { stall: { body: 0 } },
  ] satisfies FaultOptions[]) {
    expect(faults.add(fault).count).toBe(0);
  }
});
