import { EventEmitter } from "node:events";
import type { ContainerBody, HostConfig } from "./container-body.js";
import type { Endpoint } from "./endpoint.js";
import type { Exec } from "./exec.js";
import { copyFolder } from "./files/file-node.js";
import { FileTree } from "./files/file-tree.js";
import type { Health } from "./health.js";
import type { Image } from "./images.js";
import { type Moment, now } from "./moment.js";
import type { Mount } from "./mounts.js";
import { OutputLog } from "./output-log.js";
import type { Process } from "./programs/process.js";

export type Status = "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";

/** A container: what it was made of, and how it goes. The transitions are in lifecycle.ts. */
export class Container {
  readonly id: string;
  name: string;
  readonly created: Moment = now();
  readonly config: ContainerBody;
  hostConfig: HostConfig;
  readonly image: Image;
  readonly path: string;
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly output = new OutputLog();
  readonly files: FileTree;
  readonly mounts: Mount[] = [];
  readonly endpoints = new Map<string, Endpoint>();
  readonly execs = new Map<string, Exec>();
  status: Status = "created";
  exitCode = 0;
  error = "";
  startedAt: Moment | undefined;
  finishedAt: Moment | undefined;
  restartCount = 0;
  /** Whether somebody ended it: such a one is not started again by its policy. */
  wasStopped = false;
  process: Process | undefined;
  health: Health | undefined;
  ports: Record<string, readonly { HostIp: string; HostPort: string }[] | null> = {};
  /** What waits for the next start by the restart policy. */
  restartTimer: NodeJS.Timeout | undefined;
  isRemoved = false;
  readonly #happenings = new EventEmitter().setMaxListeners(0);

  constructor(id: string, name: string, config: ContainerBody, hostConfig: HostConfig, image: Image) {
    this.id = id;
    this.name = name;
    this.config = config;
    this.hostConfig = hostConfig;
    this.image = image;
    const [path = "", ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
    this.path = path;
    this.args = args;
    this.env = config.Env ?? [];
    this.files = new FileTree(copyFolder(image.files));
  }

  /** Whether it has a process, paused or not. */
  get isRunning(): boolean {
    return this.status === "running" || this.status === "paused";
  }

  /** Tells those who wait that it has started, exited or been removed. */
  tell(what: Happening, code = this.exitCode): void {
    this.#happenings.emit(what, code);
  }

  on(what: Happening, listener: (code: number) => void): () => void {
    this.#happenings.on(what, listener);
    return () => this.#happenings.off(what, listener);
  }
}

export type Happening = "started" | "exited" | "removed";
