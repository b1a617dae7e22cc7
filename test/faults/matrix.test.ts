import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DockerError, ProtocolError } from "../../src/errors.js";
import type { FakeDaemon } from "../helpers/fake-daemon.js";
import { byte, cut, type Fault, inBody, page } from "../helpers/faults.js";
import { fakeWorld } from "./fake-world.js";
import { type Operation, operations } from "./operations.js";
import { keepsPromises } from "./promised.js";
import { type FaultStage, faultStage } from "./stage.js";
import { rows } from "./table.js";

let daemon: FakeDaemon;
let stage: FaultStage;
const usual = new Map<string, unknown>();

beforeAll(async () => {
  const fake = await fakeWorld();
  daemon = fake.daemon;
  stage = await faultStage(daemon.host, fake.world, { apiVersion: "1.51" });
});

afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await daemon.close();
});

test("without a fault every operation gives its result", async () => {
  const played = await stage.playAll(operations.map((operation) => ({ operation, fault: {} })));
  for (const [index, { name }] of operations.entries()) usual.set(name, played[index]?.result);
  expect(Object.fromEntries(usual)).toMatchInlineSnapshot(`
    {
      "HEAD archive": "data",
      "a text": "OK",
      "attach": [
        "stderr two",
        "stdout one",
      ],
      "build": 71,
      "create": 64,
      "events": [
        "rename",
      ],
      "exec": {
        "exitCode": 0,
        "stderr": "err
    ",
        "stdout": "out
    ",
      },
      "followed logs": [
        "stderr two",
        "stdout one",
      ],
      "getArchive": 0,
      "inspect": "ended",
      "list": [
        "ended",
      ],
      "load": [
        "fake:1",
      ],
      "logs": {
        "stderr": "two
    ",
        "stdout": "one
    ",
      },
      "pull": "fake.example/image:1",
      "putArchive": undefined,
      "stats": true,
      "wait": {
        "StatusCode": 0,
      },
    }
  `);
});

describe("every operation keeps its promise when its answer is", () => {
  test.each(rows.map((row) => [row.name, row] as const))("%s", (_, row) =>
    keepsPromises(stage, operations, row, { usual, patience: 120, chunked: true }),
  );
});

describe("what is gone the next time but one", () => {
  const wholeOnly = ({ kind }: Operation) => kind === "whole";

  // What may have arrived is not sent again, and neither is what has begun to be read.
  test.each<[string, (operation: Operation) => readonly Fault[], (operation: Operation) => boolean]>([
    ["a page with status 502", () => [page(502, "Bad Gateway", { "Retry-After": "0" })], () => true],
    ["a page with status 503", () => [page(503, "Service Unavailable", { "Retry-After": "0" })], () => true],
    ["a page with status 504", () => [page(504, "Gateway Timeout")], () => true],
    ["a cut in the head", () => [cut(byte(7))], () => true],
    ["a cut in the body", ({ inside }) => inside.map((at) => cut(inBody(at))), wholeOnly],
  ])("%s is not seen by a call that may be repeated", async (_, faultsOf, isHealed) => {
    const scenes = operations.flatMap((operation) =>
      faultsOf(operation).map((fault) => ({ operation, fault, times: 2 })),
    );
    const played = await stage.playAll(scenes);
    const told = played.map(({ error, result, attempts }, index) => {
      const name = scenes[index]?.operation.name;
      return error instanceof DockerError ? [name, "failed", attempts] : [name, result, attempts];
    });
    const promised = scenes.map(({ operation }) => {
      const { name, repeatable } = operation;
      return repeatable && isHealed(operation) ? [name, usual.get(name), 3] : [name, "failed", 1];
    });
    expect(told).toEqual(promised);
  });
});

test("a page with status 200 is told for what it is by all that know what they get", async () => {
  const scenes = operations.map((operation) => ({ operation, fault: page(200, "Welcome") }));
  const played = await stage.playAll(scenes);
  const noJson = "The engine answered with 81 bytes that are no JSON (content type text/html).";
  const noLine = /^The engine sent a line that is not JSON: "<html>.*Welcome/;
  const noFrame = /^The engine's output has a frame of an unknown stream \(60\)/;
  const promised: Readonly<Record<string, string | RegExp>> = {
    ...{ inspect: noJson, list: noJson, create: noJson, wait: noJson },
    "HEAD archive": "The answer lacks a readable X-Docker-Container-Path-Stat header.",
    ...{ events: noLine, stats: noLine, pull: noLine, load: noLine, build: noLine },
    ...{ logs: noFrame, "followed logs": noFrame, attach: noFrame, exec: noFrame },
  };
  for (const [index, { error, attempts }] of played.entries()) {
    const name = operations[index]?.name ?? "";
    const message = promised[name];
    expect(attempts).toBe(1);
    if (message === undefined) {
      // Text and archives may say anything, and where nothing is expected nobody looks.
      expect([name, error]).toEqual([expect.stringMatching(/^(a text|getArchive|putArchive)$/), undefined]);
    } else {
      expect(error).toBeInstanceOf(ProtocolError);
      expect(error).toMatchObject({
        message: typeof message === "string" ? message : expect.stringMatching(message),
      });
    }
  }
});
