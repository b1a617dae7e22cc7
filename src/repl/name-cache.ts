import type { CallOptions } from "../client/call-options.js";
import { cleanText } from "../console/clean-text.js";
import type { Docker } from "../docker.js";

export type NameKind = "containers" | "images" | "networks" | "volumes";

/** The names that an engine has, remembered for a moment: nobody wants to wait at each press of a key. */
export class NameCache {
  readonly #docker: Docker;
  readonly #known = new Map<NameKind, { readonly until: number; readonly names: Promise<string[]> }>();

  constructor(docker: Docker) {
    this.#docker = docker;
  }

  /** None where the engine does not answer at once. */
  names(kind: NameKind): Promise<string[]> {
    const known = this.#known.get(kind);
    if (known !== undefined && known.until > Date.now()) return known.names;
    const names = ask(this.#docker, kind).then(
      (found) => [...new Set(found)].filter((name) => name === cleanText(name)).sort(),
      () => [],
    );
    this.#known.set(kind, { until: Date.now() + LASTS, names });
    return names;
  }
}

/** Milliseconds. */
const LASTS = 3000;
const PATIENCE = 800;

async function ask(docker: Docker, kind: NameKind): Promise<string[]> {
  // The signal too: the search for the engine and its version have deadlines of their own.
  const call: CallOptions = { timeout: PATIENCE, retry: false, signal: AbortSignal.timeout(PATIENCE) };
  switch (kind) {
    case "containers": {
      const list = await docker.containers.list({ all: true }, call);
      // A link is a name below another container's.
      return list
        .flatMap(({ Names }) => (Names ?? []).map((name) => name.slice(1)))
        .filter((name) => !name.includes("/"));
    }
    case "images": {
      const list = await docker.images.list({}, call);
      return list.flatMap(({ RepoTags }) => RepoTags ?? []).filter((tag) => !tag.includes("<none>"));
    }
    case "networks":
      return (await docker.networks.list({}, call))
        .map(({ Name }) => Name ?? "")
        .filter((name) => name !== "");
    case "volumes":
      return ((await docker.volumes.list({}, call)).Volumes ?? []).map(({ Name }) => Name);
  }
}
