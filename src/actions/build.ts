import type { ImageBuildOptions, TarSource } from "../../generated/schema.js";
import type { BuildContext } from "../archive/build-context.js";
import type { Files } from "../archive/pack-files.js";
import type { BuildSecrets } from "../buildkit/build-secrets.js";
import type { AnyVersion, Body, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { CallInput, EngineClient } from "../client/client.js";
import { opener } from "../client/open-stream.js";
import { InvalidArgumentError } from "../errors.js";
import { registryConfig } from "../resources/registry-headers.js";
import type { BuildEvent } from "../streams/build-event.js";
import { type BuildResult, buildProgress } from "../streams/build-progress.js";
import { Job } from "../streams/job.js";

/** The path of a folder, a tar archive of one, or the text of a Dockerfile. */
export type BuildSource = string | TarSource | DockerfileText;

export interface DockerfileText {
  /** The text itself. */
  readonly dockerfile: string;
  /** What `COPY` finds, by names such as `src/app.js`. The Dockerfile is none of them. */
  readonly files?: Files;
}

export interface BuildOptions extends Omit<ImageBuildOptions, "tag" | "version" | "remote"> {
  /** A name for the image such as `app:1`, or several. Without one it has only an id. */
  readonly tag?: string | readonly string[];
  /**
   * Builds with BuildKit, which newer Dockerfile syntax such as `RUN --mount` needs. By default the API's own default: the
   * classic builder. BuildKit removes nothing from what is sent: `COPY . .` copies the Dockerfile too. It asks for
   * credentials for registries, and for `secrets`, on a connection of its own, which the build opens and closes; a client
   * with the option `fetch` has none.
   */
  readonly buildkit?: boolean;
  /**
   * What `RUN --mount=type=secret,id=…` gives to a step, by id: neither the image nor its history has it. Read when the build
   * begins, at most 500 KiB each. Needs `buildkit`.
   */
  readonly secrets?: BuildSecrets;
}

/**
 * Builds an image. Of a folder that is sent what its `.dockerignore` leaves in, and `dockerfile` is a path relative to it,
 * as the CLI has it; the folder is read while it is sent. Other than `forceRemove`, which is on here, as a classic build
 * that fails leaves its container behind otherwise, the engine's defaults hold. Not an async function: a job is awaitable.
 */
export function build<V extends AnyVersion>(
  client: EngineClient<V>,
  source: BuildSource,
  { tag, buildkit = false, secrets, ...options }: BuildOptions = {},
  call?: CallOptions,
): Job<BuildEvent, BuildResult> {
  const open = opener(
    client,
    "ImageBuild",
    async (during): Promise<CallInput<V, "ImageBuild">> => {
      checkSecrets(secrets, buildkit, options.session);
      const { archive, dockerfile } = await contextOf(source, options.dockerfile, !buildkit);
      const said: ImageBuildOptions = {
        forceRemove: true,
        ...options,
        ...(dockerfile !== undefined && { dockerfile }),
        ...(tag !== undefined && { tag: typeof tag === "string" ? [tag] : [...tag] }),
        ...(buildkit && { version: "2" }),
      };
      if (buildkit && options.session === undefined && (secrets || client.canHijack)) {
        const { openBuildSession, readSecrets } = await import("./on-demand.js");
        said.session = await openBuildSession(client, await readSecrets(secrets ?? {}, during), during);
      }
      return {
        body: archive as Body<V, "ImageBuild">, // every version's type for a tar body
        options: said as Options<V, "ImageBuild">, // the same names in every version
        // BuildKit asks for them instead.
        headers: buildkit ? undefined : await registryConfig(client, during),
      };
    },
    call,
  );
  return new Job(open, buildProgress({ image: !options.outputs }));
}

function checkSecrets(secrets: unknown, buildkit: boolean, session: unknown): void {
  if (secrets === undefined) return;
  if (typeof secrets !== "object" || secrets === null) {
    throw new InvalidArgumentError("The secrets of a build must be an object with a field for each, by id.");
  }
  if (!buildkit)
    throw new InvalidArgumentError("Only BuildKit knows secrets: build with the option buildkit.");
  if (session !== undefined) {
    throw new InvalidArgumentError(
      "The build has secrets and a session of its own, which would have to give them. Leave one of them out.",
    );
  }
}

async function contextOf(
  source: BuildSource,
  dockerfile: string | undefined,
  builderIgnores: boolean,
): Promise<{ archive: TarSource } & Partial<Pick<BuildContext, "dockerfile">>> {
  if (typeof source === "string") {
    const { directoryContext } = await import("./on-demand.js");
    return directoryContext(source, { dockerfile, builderIgnores });
  }
  // Callers without types can pass anything.
  if (typeof source !== "object" || source === null) throw wrongSource();
  if (source instanceof Uint8Array || Symbol.asyncIterator in source) return { archive: source };
  if (!("dockerfile" in source) || typeof source.dockerfile !== "string") throw wrongSource();
  if (dockerfile !== undefined) {
    throw new InvalidArgumentError(
      "The Dockerfile is given as a text and as a path in the option dockerfile. Leave one of them out.",
    );
  }
  const { textContext } = await import("./on-demand.js");
  return textContext(source.dockerfile, source.files, { builderIgnores });
}

function wrongSource(): InvalidArgumentError {
  return new InvalidArgumentError(
    "A build needs the path of a folder, a tar archive as bytes or a stream, or { dockerfile: text, files }.",
  );
}
