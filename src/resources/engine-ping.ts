/** What an engine says in the headers of a ping. */
export interface EnginePing {
  /** The newest API version it takes, such as `1.43`. */
  readonly apiVersion: string | undefined;
  /** `linux` or `windows`. */
  readonly osType: string | undefined;
  /** The builder it recommends: `1` the classic one, `2` BuildKit. */
  readonly builderVersion: string | undefined;
  readonly experimental: boolean;
  /** `inactive`, `pending`, `error`, `locked`, `active/worker` or `active/manager`; since engine 23. */
  readonly swarm: string | undefined;
}

export function enginePing(headers: Readonly<Record<string, string | string[] | undefined>>): EnginePing {
  const text = (name: string): string | undefined => headers[name]?.toString();
  return {
    apiVersion: text("api-version"),
    osType: text("ostype"),
    builderVersion: text("builder-version"),
    experimental: text("docker-experimental") === "true",
    swarm: text("swarm"),
  };
}
