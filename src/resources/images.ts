import type { TarSource } from "../../generated/schema.js";
import type { AnyVersion, Body, Newest, Options, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { parseImageReference, tagTarget } from "../client/image-reference.js";
import { opener } from "../client/open-stream.js";
import type { BuildEvent } from "../streams/build-event.js";
import { type BuildResult, buildProgress } from "../streams/build-progress.js";
import { ByteStream } from "../streams/byte-stream.js";
import {
  type ImportResult,
  importProgress,
  type LoadResult,
  loadProgress,
  type PushResult,
  pushProgress,
} from "../streams/image-progress.js";
import { Job } from "../streams/job.js";
import type { ProgressStep } from "../streams/progress.js";
import { type PulledImage, type PullOptions, pullImage } from "./image-pull.js";
import { registryAuthOf, registryConfig, searchAuth } from "./registry-headers.js";

/** Images. `name` is `[registry/]path[:tag]`, `path@digest`, an id, or the beginning of one. */
export class Images<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Lists the images. Like `docker images`.
   * `GET /images/json`
   */
  list(options?: Options<V, "ImageList">, call?: CallOptions): Promise<Result<V, "ImageList">> {
    return this.#client.call("ImageList", { options }, call);
  }

  /**
   * Tells all about an image. Like `docker image inspect`.
   * `GET /images/{name}/json`
   * @throws NotFoundError
   */
  inspect(
    name: string,
    options?: Options<V, "ImageInspect">,
    call?: CallOptions,
  ): Promise<Result<V, "ImageInspect">> {
    return this.#client.call("ImageInspect", { path: { name }, options }, call);
  }

  /**
   * Pulls an image; without tag and digest the one tagged `latest`. Await it for the image, iterate over it for the progress. Like `docker pull`.
   * `POST /images/create`
   * @throws NotFoundError or ServerError, as the engine passes on the registry's answer · ProgressError for what goes wrong later
   * @example const { id } = await docker.images.pull("alpine:3");
   * @example for await (const { layer, percent } of docker.images.pull("alpine:3")) console.log(layer, percent);
   */
  pull(image: string, options?: PullOptions, call?: CallOptions): Job<ProgressStep, PulledImage> {
    return pullImage(this.#client, image, options, call);
  }

  /**
   * Makes an image of a tar archive of a root file system, or of the one at `options.fromSrc`, a URL. Like `docker import`.
   * `POST /images/create`
   * @throws ProgressError
   */
  import(
    tar: TarSource | undefined,
    options?: Options<V, "ImageCreate">,
    call?: CallOptions,
  ): Job<ProgressStep, ImportResult> {
    const body = tar as Body<V, "ImageCreate"> | undefined; // every version's type for a tar body
    const source = tar === undefined ? options : { fromSrc: "-", ...(options as object) };
    const input = { body, options: source as Options<V, "ImageCreate"> }; // the same name in every version
    return new Job(opener(this.#client, "ImageCreate", input, call), importProgress());
  }

  /**
   * Pushes an image to the registry that its name begins with; without a tag the one tagged `latest`. Await it for the
   * digest. Like `docker push`.
   * `POST /images/{name}/push`
   * @throws ProgressError when the registry refuses
   */
  push(image: string, options?: Options<V, "ImagePush">, call?: CallOptions): Job<ProgressStep, PushResult> {
    const { name, tag } = tagTarget(parseImageReference(image));
    // Never none: an engine that is given no tag pushes them all.
    const target = { ...(options as object), tag: (options as { tag?: string } | undefined)?.tag ?? tag };
    return new Job(
      opener(
        this.#client,
        "ImagePush",
        async (during) => ({
          path: { name },
          options: target as Options<V, "ImagePush">, // the same name in every version
          headers: await registryAuthOf(this.#client, image, during),
        }),
        call,
      ),
      pushProgress(),
    );
  }

  /**
   * Gives an image another name, `target`; without a tag in it `latest`. Like `docker tag`.
   * `POST /images/{name}/tag`
   * @throws NotFoundError
   */
  async tag(name: string, target: string, call?: CallOptions): Promise<void> {
    const { name: repo, tag } = tagTarget(parseImageReference(target, "target"), "target");
    const options = { repo, tag } as Options<V, "ImageTag">; // the same names in every version
    await this.#client.call("ImageTag", { path: { name }, options }, call);
  }

  /**
   * Removes a name of an image and, with the last one, the image. Tells what went. Like `docker rmi`.
   * `DELETE /images/{name}`
   * @throws NotFoundError · ConflictError when a container uses it
   */
  remove(
    name: string,
    options?: Options<V, "ImageDelete">,
    call?: CallOptions,
  ): Promise<Result<V, "ImageDelete">> {
    return this.#client.call("ImageDelete", { path: { name }, options }, call);
  }

  /**
   * Removes images without a name, with the filter `dangling: false` all that no container uses. Like `docker image prune`.
   * `POST /images/prune`
   */
  prune(options?: Options<V, "ImagePrune">, call?: CallOptions): Promise<Result<V, "ImagePrune">> {
    return this.#client.call("ImagePrune", { options, kind: "open-ended" }, call);
  }

  /**
   * Lists the steps that an image was made by. Like `docker history`.
   * `GET /images/{name}/history`
   * @throws NotFoundError
   */
  history(
    name: string,
    options?: Options<V, "ImageHistory">,
    call?: CallOptions,
  ): Promise<Result<V, "ImageHistory">> {
    return this.#client.call("ImageHistory", { path: { name }, options }, call);
  }

  /**
   * Searches Docker Hub, or the registry that the term begins with. Like `docker search`.
   * `GET /images/search`
   */
  async search(options: Options<V, "ImageSearch">, call?: CallOptions): Promise<Result<V, "ImageSearch">> {
    const { term } = (options ?? {}) as { term?: string }; // the same name in every version
    const headers = await searchAuth(this.#client, term, call);
    return this.#client.call("ImageSearch", { options, headers }, call);
  }

  /**
   * Builds an image from a build context, a tar archive that is sent as it is read. Await it for the image's id, iterate over
   * it for what the builder does. Like `docker build -`. With `version: "2"` by BuildKit.
   * `POST /build`
   * @throws BuildError with the step and its last lines
   */
  build(
    context: TarSource | undefined,
    options?: Options<V, "ImageBuild">,
    call?: CallOptions,
  ): Job<BuildEvent, BuildResult> {
    const body = context as Body<V, "ImageBuild"> | undefined; // every version's type for a tar body
    const open = opener(
      this.#client,
      "ImageBuild",
      async (during) => ({ body, options, headers: await registryConfig(this.#client, during) }),
      call,
    );
    const { outputs } = (options ?? {}) as { outputs?: string }; // the same name in every version
    return new Job(open, buildProgress({ image: !outputs }));
  }

  /**
   * Reads images as one tar archive that `load` takes. Like `docker save`.
   * `GET /images/{name}/get` · `GET /images/get`
   * @throws NotFoundError with the first step
   */
  save(names: string | readonly string[], options?: Options<V, "ImageGet">, call?: CallOptions): ByteStream {
    if (typeof names === "string") {
      return new ByteStream(opener(this.#client, "ImageGet", { path: { name: names }, options }, call));
    }
    const all = { ...(options as object), names: [...names] } as Options<V, "ImageGetAll">; // the same names in every version
    return new ByteStream(opener(this.#client, "ImageGetAll", { options: all }, call));
  }

  /**
   * Takes in the images of a tar archive that `save` has made. Await it for their names. Like `docker load`.
   * `POST /images/load`
   * @throws ProgressError when the archive is broken
   */
  load(tar: TarSource, options?: Options<V, "ImageLoad">, call?: CallOptions): Job<ProgressStep, LoadResult> {
    const body = tar as Body<V, "ImageLoad">; // every version's type for a tar body
    return new Job(opener(this.#client, "ImageLoad", { body, options }, call), loadProgress());
  }
}
