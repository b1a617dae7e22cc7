import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { type ImageReference, parseImageReference } from "../client/image-reference.js";
import { InvalidArgumentError, NotFoundError } from "../errors.js";
import { pullImage } from "../resources/image-pull.js";
import type { ProgressStep } from "../streams/progress.js";

export interface EnsureImageOptions {
  /** When the registry is asked: by default only where the image is `"missing"`, with `"always"` for a newer one too. */
  readonly pull?: "missing" | "always";
  /** What the image must be made for, such as `linux/arm64`: one that is made for something else counts as missing. */
  readonly platform?: string;
  /** Is told of the progress. What it throws ends the pull. */
  readonly onPull?: (step: ProgressStep) => void;
}

export interface EnsuredImage {
  readonly id: string;
  /** The digest of its manifest, where the registry of this name has given or taken it. */
  readonly digest: string | undefined;
  /** Whether the registry was asked. */
  readonly pulled: boolean;
}

/**
 * Sees to it that an image is here. Two calls at a time may both pull, which the engine makes one download of.
 */
export async function ensureImage<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  { pull = "missing", platform, onPull }: EnsureImageOptions = {},
  call: CallOptions = {},
): Promise<EnsuredImage> {
  if (pull !== "missing" && pull !== "always") {
    throw new InvalidArgumentError(`pull is ${JSON.stringify(pull)}; give "missing" or "always".`);
  }
  // An id, which no registry knows, can only be here.
  const reference = /^(sha256:)?[0-9a-f]{64}$/.test(image) ? undefined : parseImageReference(image);
  if (pull === "missing") {
    const local = await localImage(client, image, call, reference !== undefined);
    if (local !== undefined && isFor(local, platform)) {
      return { id: local.Id, digest: digestOf(local, reference), pulled: false };
    }
  }
  const job = pullImage(client, image, platform === undefined ? {} : { platform }, call);
  if (onPull) for await (const step of job) onPull(step);
  const { id, digest } = await job;
  return { id, digest, pulled: true };
}

async function localImage<V extends AnyVersion>(
  client: EngineClient<V>,
  name: string,
  call: CallOptions,
  mayBeMissing: boolean,
): Promise<LocalImage | undefined> {
  try {
    return (await client.call("ImageInspect", { path: { name } }, call)) as LocalImage; // the same fields in every version
  } catch (error) {
    if (error instanceof NotFoundError && mayBeMissing) return undefined;
    throw error;
  }
}

interface LocalImage {
  readonly Id: string;
  readonly Os: string;
  readonly Architecture: string;
  readonly Variant?: string;
  readonly RepoDigests?: readonly string[] | null;
}

/** In doubt it is not: to pull what is here already costs one question to the registry. */
function isFor({ Os, Architecture, Variant }: LocalImage, platform: string | undefined): boolean {
  if (platform === undefined) return true;
  const [os, architecture, variant = Variant] = platform.split("/");
  return os === Os && architecture === Architecture && variant === Variant;
}

/** Under another name the image may have another digest, in another registry. */
function digestOf({ RepoDigests }: LocalImage, reference: ImageReference | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const names = [reference.familiarName, reference.name];
  const found = RepoDigests?.find((known) => names.some((name) => known.startsWith(`${name}@`)));
  return found?.slice(found.indexOf("@") + 1);
}
