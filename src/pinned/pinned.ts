import type { AnyVersion } from "../client/api-version.js";
import type { DockerOptions } from "../client/options.js";
import { Docker } from "../docker.js";

/** The client class for one API version; asks no engine which one to speak, and `DOCKER_API_VERSION` does not count. */
export function pinned<V extends AnyVersion>(apiVersion: V["version"]): PinnedDocker<V> {
  return class extends Docker<V> {
    constructor(options: PinnedOptions = {}) {
      super({ ...options, apiVersion });
    }
  };
}

export type PinnedDocker<V extends AnyVersion> = new (options?: PinnedOptions) => Docker<V>;

export type PinnedOptions = Omit<DockerOptions, "apiVersion">;
