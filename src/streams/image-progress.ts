import { ProtocolError } from "../errors.js";
import type { JobReducer } from "./job.js";
import { isRecord, isText, type ProgressStep, throwFailure, toStep } from "./progress.js";

/** Reads the progress of pulling an image. */
export function pullProgress(): JobReducer<ProgressStep, PullResult> {
  let digest: string | undefined;
  let reference: string | undefined;
  let downloaded: boolean | undefined;
  return reducer(
    ({ status = "" }) => {
      digest = /^Digest: (\S+)$/.exec(status)?.[1] ?? digest;
      const [, what, image] =
        /^Status: (Downloaded newer image|Image is up to date) for (\S+)$/.exec(status) ?? [];
      if (what === undefined) return;
      reference = image;
      downloaded = what.startsWith("Downloaded");
    },
    () => ({ digest, reference, downloaded }),
  );
}

export interface PullResult {
  /** The digest of the manifest. Of the last one where all tags were pulled. */
  readonly digest: string | undefined;
  /** The image as the engine names it. Podman names none. */
  readonly reference: string | undefined;
  /** False when it was up to date. Podman does not say. */
  readonly downloaded: boolean | undefined;
}

/** Reads the progress of pushing an image or a plugin. */
export function pushProgress(): JobReducer<ProgressStep, PushResult> {
  const tags = new Map<string, PushedTag>();
  return reducer(
    ({ status = "", aux }) => {
      // The containerd image store has only this line; other engines say the same in `aux` again.
      const [, name, hash, bytes] = /^(\S*): digest: (\S+) size: (\d+)$/.exec(status) ?? [];
      if (name !== undefined && hash !== undefined) {
        tags.set(name, { tag: name, digest: hash, size: Number(bytes) });
      }
      if (!isRecord(aux)) return;
      const { Tag: tag, Digest: digest, Size: size } = aux;
      if (isText(tag) && isText(digest) && typeof size === "number") tags.set(tag, { tag, digest, size });
    },
    () => {
      const pushed = [...tags.values()];
      const last = pushed.at(-1);
      if (last === undefined) throw missing("the digest of what was pushed");
      return { digest: last.digest, tags: pushed };
    },
  );
}

export interface PushResult {
  /** The digest of the manifest that the registry has now. Of the last one where all tags were pushed. */
  readonly digest: string;
  readonly tags: readonly PushedTag[];
}

export interface PushedTag {
  readonly tag: string;
  readonly digest: string;
  /** Of the manifest, in bytes. */
  readonly size: number;
}

/** Reads the answer to an import, whose one message is the id of the image. */
export function importProgress(): JobReducer<ProgressStep, ImportResult> {
  let id: string | undefined;
  return reducer(
    ({ status = "" }) => {
      id = /^(?:sha256:)?[0-9a-f]{64}$/.exec(status)?.[0] ?? id;
    },
    () => {
      if (id === undefined) throw missing("the id of the image");
      return { id };
    },
  );
}

export interface ImportResult {
  readonly id: string;
}

/** Reads the progress of loading images from an archive. */
export function loadProgress(): JobReducer<ProgressStep, LoadResult> {
  const images: string[] = [];
  return reducer(
    ({ stream = "" }) => {
      const [, names] = /^Loaded image(?: ID|\(s\))?: (.+?)\s*$/.exec(stream) ?? [];
      // Podman names all of them in one line, and no reference has a comma.
      if (names !== undefined) images.push(...names.split(","));
    },
    () => ({ images }),
  );
}

export interface LoadResult {
  /** The references of the images, in the order of the archive; the id of one that has none. */
  readonly images: readonly string[];
}

/** Reads the progress of installing or upgrading a plugin. */
export function pluginProgress(): JobReducer<ProgressStep, PluginResult> {
  let digest: string | undefined;
  return reducer(
    ({ status = "" }) => {
      digest = /^Digest: (\S+)$/.exec(status)?.[1] ?? digest;
    },
    () => ({ digest }),
  );
}

export interface PluginResult {
  /** Where the engine says it. */
  readonly digest: string | undefined;
}

function reducer<Result>(
  see: (step: ProgressStep) => void,
  finish: () => Result,
): JobReducer<ProgressStep, Result> {
  return {
    take(message, steps) {
      throwFailure(message);
      const step = toStep(message);
      see(step);
      steps.push(step);
    },
    finish,
  };
}

function missing(what: string): ProtocolError {
  return new ProtocolError(
    `The engine's answer ended without ${what}, which every success has. Something between it and here has probably cut it; see what was done, and call again.`,
  );
}
