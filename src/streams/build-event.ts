import type { ProgressMessage } from "./progress.js";

/** A sign of progress of a build. */
export type BuildEvent = BuildStep | BuildLog | BuildTransfer | BuildWarning | BuildImage | BuildMessage;

/** An instruction of the Dockerfile, or something that BuildKit does around them, came into a state. */
export interface BuildStep {
  readonly kind: "step";
  /** Such as "[2/3] RUN make" or "[internal] load metadata for docker.io/library/alpine:3". */
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "cached" | "failed" | "canceled";
  /** Names the step where several are under way: BuildKit's steps overlap, and their names may be the same. */
  readonly id: string;
  readonly error?: string;
  readonly started?: Date;
  readonly completed?: Date;
}

/** Output. Of BuildKit what commands write, of the classic builder what `docker build` shows. */
export interface BuildLog {
  readonly kind: "log";
  readonly stream: "stdout" | "stderr";
  /** As it was written: perhaps many lines, perhaps a part of one. */
  readonly text: string;
  /** The name and id of the step that wrote it. */
  readonly step?: string;
  readonly stepId?: string;
}

/** Bytes on their way, such as a layer of the base image. */
export interface BuildTransfer {
  readonly kind: "progress";
  readonly status: string;
  readonly layer?: string;
  readonly current?: number;
  readonly total?: number;
  readonly percent?: number;
  readonly step?: string;
  readonly stepId?: string;
}

/** What BuildKit's checks say about the Dockerfile. */
export interface BuildWarning {
  readonly kind: "warning";
  readonly message: string;
  readonly details: readonly string[];
  readonly url?: string;
  readonly file?: string;
  readonly line?: number;
}

/** The image is built. */
export interface BuildImage {
  readonly kind: "image";
  readonly id: string;
}

/** Something else the engine says. */
export interface BuildMessage {
  readonly kind: "other";
  readonly raw: ProgressMessage;
}
