import type { Action } from "../action.js";

/** What a manifest is made of. */
export interface ManifestOptions {
  /** Those that the platform offers. Default: the whole catalogue. */
  readonly actions?: readonly Action[];
  /** The version of what you install: platforms compare it when they update. Default: 1.0.0. */
  readonly version?: string;
}

export const defaultVersion = "1.0.0";

export const about =
  "Works with containers, images, networks, volumes and swarms of a Docker engine through its API.";
