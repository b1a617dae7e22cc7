import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { onProcessSignal } from "../../src/actions/process-signals.js";
import { DockerError } from "../../src/errors.js";
import { moment } from "../client/fake-engine.js";
import { frame } from "../helpers/frames.js";
import { failureOf, runner, type } from "./run-engine.js";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What somebody else has registered, such as the runner of these tests. */
const others = new Map<NodeJS.Signals, NodeJS.SignalsListener[]>();
const kill = vi.spyOn(process, "kill");

beforeEach(() => {
  kill.mockReset().mockReturnValue(true);
  for (const signal of signals) {
    others.set(signal, process.listeners(signal));
    process.removeAllListeners(signal);
  }
});

afterEach(() => {
  expect(listeners()).toEqual([0, 0, 0]);
  for (const signal of signals) for (const listener of others.get(signal) ?? []) process.on(signal, listener);
});

function listeners(): number[] {
  return signals.map((signal) => process.listenerCount(signal));
}

describe("what waits for a signal to this process", () => {
  test.each(signals)("is told of %s, and when it is done the signal is raised again", (signal) => {
    const end = vi.fn();
    const done = onProcessSignal(end);
    expect(listeners()).toEqual([1, 1, 1]);
    process.emit(signal, signal);
    expect(end).toHaveBeenCalledExactlyOnceWith(signal);
    expect(kill).not.toHaveBeenCalled();
    kill.mockImplementation(() => {
      // With a listener of ours the signal would not end the process.
      expect(listeners()).toEqual([0, 0, 0]);
      return true;
    });
    done();
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, signal);
  });

  test("leaves no listener where none has come", () => {
    const [first, second] = [onProcessSignal(vi.fn()), onProcessSignal(vi.fn())];
    expect(listeners()).toEqual([1, 1, 1]);
    first();
    first();
    expect(listeners()).toEqual([1, 1, 1]);
    second();
    expect(listeners()).toEqual([0, 0, 0]);
    expect(kill).not.toHaveBeenCalled();
  });

  test("is waited for, all of it", () => {
    const [first, second] = [onProcessSignal(vi.fn()), onProcessSignal(vi.fn())];
    process.emit("SIGTERM", "SIGTERM");
    second();
    expect(kill).not.toHaveBeenCalled();
    first();
    expect(kill).toHaveBeenCalledOnce();
  });

  test("is told at once where the process is ending already", () => {
    const done = onProcessSignal(vi.fn());
    process.emit("SIGTERM", "SIGTERM");
    const late = vi.fn();
    const lateDone = onProcessSignal(late);
    expect(late).toHaveBeenCalledExactlyOnceWith("SIGTERM");
    lateDone();
    done();
    expect(kill).toHaveBeenCalledOnce();
  });

  test("is waited for no longer where the signal comes twice", () => {
    const done = onProcessSignal(vi.fn());
    process.emit("SIGINT", "SIGINT");
    process.emit("SIGINT", "SIGINT");
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, "SIGINT");
    done();
    expect(kill).toHaveBeenCalledOnce();
  });

  test.each(["on", "once"] as const)("raises nothing where somebody else listens with %s", (how) => {
    const theirs = vi.fn();
    process[how]("SIGINT", theirs);
    const end = vi.fn();
    const done = onProcessSignal(end);
    process.emit("SIGINT", "SIGINT");
    done();
    expect(theirs).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
    expect(kill).not.toHaveBeenCalled();
    expect(process.listenerCount("SIGINT")).toBe(how === "on" ? 1 : 0);
    process.off("SIGINT", theirs);
  });

  test("is told again behind a signal that did not end the process", () => {
    const theirs = () => undefined;
    process.on("SIGINT", theirs);
    const [first, second] = [vi.fn(), vi.fn()];
    const done = onProcessSignal(first);
    process.emit("SIGINT", "SIGINT");
    const secondDone = onProcessSignal(second);
    expect(second).not.toHaveBeenCalled();
    process.emit("SIGINT", "SIGINT");
    expect(second).toHaveBeenCalledOnce();
    done();
    secondDone();
    process.off("SIGINT", theirs);
    expect(kill).not.toHaveBeenCalled();
  });
});

describe("docker.run with removeOnSignal", () => {
  test("removes the container before the signal is raised again", async () => {
    const started = moment();
    await using engine = await runner({
      "POST /containers/{id}/attach": (call) => void call.hijack(type).write(frame("stdout", "some")),
      "POST /containers/{id}/start": (call) => {
        call.send(204);
        started.now();
      },
    });
    kill.mockImplementation(() => {
      expect(engine.calls.at(-1)?.method).toBe("DELETE");
      return true;
    });
    const running = engine.docker.run("a", [], { removeOnSignal: true });
    await started.came;
    process.emit("SIGTERM", "SIGTERM");
    const failure = await failureOf(engine, running);
    expect(failure).toBeInstanceOf(DockerError);
    expect(failure).toMatchObject({ code: "PROCESS_SIGNAL", message: expect.stringContaining("SIGTERM") });
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, "SIGTERM");
  });

  test("waits for the id of a container that is being created", async () => {
    const asked = moment();
    await using engine = await runner({
      "POST /containers/create": (call) => {
        asked.now();
        setTimeout(() => call.json(201, { Id: "abc", Warnings: [] }), 50);
      },
    });
    const running = engine.docker.run("a", [], { removeOnSignal: true });
    await asked.came;
    process.emit("SIGINT", "SIGINT");
    expect(await failureOf(engine, running)).toMatchObject({ code: "PROCESS_SIGNAL" });
    expect(kill).toHaveBeenCalledOnce();
  });

  test("leaves no listener behind a run that succeeds, fails or is refused, nor without it", async () => {
    await using engine = await runner();
    await engine.docker.run("a", [], { removeOnSignal: true });
    expect(listeners()).toEqual([0, 0, 0]);
    await using failing = await runner({ "POST /containers/create": (call) => call.json(409, {}) });
    await expect(failing.docker.run("a", [], { removeOnSignal: true })).rejects.toThrow();
    expect(listeners()).toEqual([0, 0, 0]);
    const refused = engine.docker.run("a", [], { removeOnSignal: true }, { signal: AbortSignal.abort() });
    await expect(refused).rejects.toThrow();
    expect(listeners()).toEqual([0, 0, 0]);
    const plain = engine.docker.run("a");
    expect(listeners()).toEqual([0, 0, 0]);
    await plain;
  });
});
