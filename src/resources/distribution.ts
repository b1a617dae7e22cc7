import type { AnyVersion, Newest, Result } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { registryAuthOf } from "./registry-headers.js";

/** What registries know of images. */
export class Distribution<V extends AnyVersion = Newest> {
  readonly #client: EngineClient<V>;

  constructor(client: EngineClient<V>) {
    this.#client = client;
  }

  /**
   * Asks the registry of an image for its digest and platforms, without pulling it. Like `docker manifest inspect`.
   * `GET /distribution/{name}/json`
   * @throws UnauthorizedError · ForbiddenError or NotFoundError, as the registry answers
   */
  async inspect(image: string, call?: CallOptions): Promise<Result<V, "DistributionInspect">> {
    const headers = await registryAuthOf(this.#client, image, call);
    return this.#client.call("DistributionInspect", { path: { name: image }, headers }, call);
  }
}
