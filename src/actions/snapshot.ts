import type { ImageCommitOptions } from "../../generated/schema.js";
import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { parseImageReference, tagTarget } from "../client/image-reference.js";

export interface SnapshotOptions {
  /** The image's name, `[registry/]path[:tag]`; without a tag `latest`. Default: it has only an id. */
  readonly reference?: string;
  /** What the image's history says of it. */
  readonly message?: string;
  /** Who made it, such as `Ada <ada@example.org>`. */
  readonly author?: string;
  /** Freezes the container meanwhile, so that no file is caught half-written. Default true. */
  readonly pause?: boolean;
  /**
   * Instructions of a Dockerfile that change the image's configuration: `CMD`, `ENTRYPOINT`, `ENV`, `EXPOSE`, `LABEL`, `ONBUILD`, `USER`, `VOLUME` and
   * `WORKDIR`. A text with a line for each, or a list.
   */
  readonly changes?: string | readonly string[];
}

export interface Snapshot {
  /** The new image. */
  readonly id: string;
}

/**
 * Makes an image of a container's files as they are now, without those in volumes. An abort leaves the engine at it: the image may
 * be made all the same.
 */
export async function snapshot<V extends AnyVersion>(
  client: EngineClient<V>,
  container: string,
  { reference, message, author, pause = true, changes }: SnapshotOptions = {},
  call?: CallOptions,
): Promise<Snapshot> {
  const target = reference === undefined ? undefined : nameOf(reference);
  const options: ImageCommitOptions = {
    container,
    ...target,
    pause,
    ...(message !== undefined && { comment: message }),
    ...(author !== undefined && { author }),
    ...(changes !== undefined && { changes: typeof changes === "string" ? [changes] : [...changes] }),
  };
  const { Id: id } = (await client.call(
    "ImageCommit",
    // A large container takes its time. The names of the options are the same in every version.
    { options: options as Options<V, "ImageCommit">, kind: "open-ended" },
    call,
  )) as { Id: string }; // so in every version
  return { id };
}

function nameOf(reference: string): { repo: string; tag: string } {
  const { name: repo, tag } = tagTarget(parseImageReference(reference, "reference"), "reference");
  return { repo, tag };
}
