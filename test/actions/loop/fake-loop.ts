import type { Duplex } from "node:stream";
import { type LoopOptions, loop, type ScriptLoop } from "../../../src/actions/loop/index.js";
import { type BareClient, bareClient, multiplexed } from "../../client/bare-client.js";
import { moment } from "../../client/fake-engine.js";
import type { Routes } from "../../helpers/fake-daemon.js";
import { frame } from "../../helpers/frames.js";

/** What the loop in a fake container does with a line that it is sent. Pings are answered where `ping` says nothing else. */
export type Behaviour = (line: string, box: Box) => void | Promise<void>;

export interface FakeLoopOptions {
  readonly routes?: Routes;
  readonly ping?: Behaviour;
  /** Called when the container has been started. */
  readonly started?: (box: Box) => void;
  /** Whether a create is refused for want of the image. */
  readonly imageMissing?: () => boolean;
  /** Takes what is sent to the container as it comes, in place of the behaviour. */
  readonly connected?: (socket: Duplex, box: Box) => void;
}

/** A container of a fake engine. */
export interface Box {
  readonly id: string;
  /** What it was created with. */
  readonly body: Created;
  /** All lines that it was sent. */
  readonly lines: string[];
  removed: boolean;
  /** Writes messages as lines to stdout; texts as they are. */
  say(...messages: readonly (object | string)[]): void;
  stderr(text: string): void;
  raw(bytes: Uint8Array): void;
  /** Ends, as a process does. */
  exit(code: number): void;
}

/** What matters here of a body. */
export interface Created {
  readonly [field: string]: unknown;
  readonly Entrypoint: readonly string[];
  readonly Cmd: readonly string[];
  readonly HostConfig: Readonly<Record<string, unknown>>;
}

/** An engine whose containers run loops, and a pool of them. Both end with `await using`. */
export async function fakeLoop(
  behaviour: Behaviour,
  options: LoopOptions = {},
  {
    routes = {},
    ping = (_, box) => box.say({ type: "pong" }),
    started,
    connected,
    imageMissing,
  }: FakeLoopOptions = {},
): Promise<FakeLoop> {
  const boxes: FakeBox[] = [];
  let most = 0;
  const boxOf = (id: string | undefined) => {
    const box = boxes.find((box) => box.id === id);
    if (box === undefined) throw new Error(`no container ${id}`);
    return box;
  };
  const hear = (box: FakeBox, socket: Duplex) => {
    let rest = "";
    socket.on("data", (bytes: Buffer) => {
      const lines = (rest + bytes.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        box.lines.push(line);
        void (line === "ping" ? ping : behaviour)(line, box);
      }
    });
  };
  const engine = await bareClient({
    ...routes,
    "POST /containers/create":
      routes["POST /containers/create"] ??
      (async (call) => {
        if (imageMissing?.()) return call.json(404, { message: "No such image: scripts:1" });
        const box = new FakeBox(
          `c${boxes.length + 1}`,
          JSON.parse((await call.body()).toString()) as Created,
        );
        boxes.push(box);
        most = Math.max(most, boxes.filter(({ removed }) => !removed).length);
        call.json(201, { Id: box.id, Warnings: [] });
      }),
    "PUT /containers/{id}/archive":
      routes["PUT /containers/{id}/archive"] ??
      (async (call) => {
        boxOf(call.params.id).archive = await call.body();
        call.send(200);
      }),
    "POST /containers/{id}/wait":
      routes["POST /containers/{id}/wait"] ??
      (async (call) => {
        call.start(200, { "Content-Type": "application/json" });
        const box = boxOf(call.params.id);
        await box.ended.came;
        await call.write(JSON.stringify({ StatusCode: box.exitCode }));
        call.end();
      }),
    "POST /containers/{id}/attach":
      routes["POST /containers/{id}/attach"] ??
      ((call) => {
        const box = boxOf(call.params.id);
        box.socket = call.hijack({ "Content-Type": multiplexed });
        if (connected) connected(box.socket, box);
        else hear(box, box.socket);
      }),
    "POST /containers/{id}/start":
      routes["POST /containers/{id}/start"] ??
      ((call) => {
        call.send(204);
        started?.(boxOf(call.params.id));
      }),
    "DELETE /containers/{id}":
      routes["DELETE /containers/{id}"] ??
      ((call) => {
        const box = boxes.find((box) => box.id === call.params.id);
        if (box === undefined) return call.json(404, { message: "No such container" });
        box.removed = true;
        box.exit(137);
        call.send(204);
      }),
  });
  const scripts = loop(engine.client, "scripts:1", options);
  return {
    engine,
    scripts,
    boxes,
    get most() {
      return most;
    },
    get left() {
      return boxes.filter(({ removed }) => !removed).map(({ id }) => id);
    },
    async [Symbol.asyncDispose]() {
      // Also where a test has made it fail.
      await Promise.allSettled([scripts.close()]);
      await engine[Symbol.asyncDispose]();
    },
  };
}

export interface FakeLoop extends AsyncDisposable {
  readonly engine: BareClient;
  readonly scripts: ScriptLoop;
  readonly boxes: readonly (Box & { readonly archive: Buffer })[];
  /** How many containers there were at a time, at most. */
  readonly most: number;
  /** The containers that are not removed. */
  readonly left: readonly string[];
}

class FakeBox implements Box {
  readonly id: string;
  readonly body: Created;
  readonly lines: string[] = [];
  readonly ended = moment();
  removed = false;
  exitCode = 0;
  archive: Buffer = Buffer.alloc(0);
  socket: Duplex | undefined;

  constructor(id: string, body: Created) {
    this.id = id;
    this.body = body;
  }

  say(...messages: readonly (object | string)[]): void {
    for (const message of messages) {
      this.raw(frame("stdout", `${typeof message === "string" ? message : JSON.stringify(message)}\n`));
    }
  }

  stderr(text: string): void {
    this.raw(frame("stderr", text));
  }

  raw(bytes: Uint8Array): void {
    if (this.socket?.writable) this.socket.write(bytes);
  }

  exit(code: number): void {
    if (this.exitCode === 0) this.exitCode = code;
    this.socket?.end();
    this.ended.now();
  }
}

export const completed = { type: "completed" };

/** A script that says so many words and is completed. */
export const echo: Behaviour = (line, box) => {
  const { script } = JSON.parse(line) as { script: string };
  box.say({ type: "result", results: [{ Type: 1, Contents: script, ContentsFormat: "text" }] }, completed);
};
