import type { AsyncCompleter, CompleterResult } from "node:readline";
import type { REPLServer } from "node:repl";
import type { NameCache, NameKind } from "./name-cache.js";

/** Completes names of the engine's objects where a line has begun one as an argument; all else is left to Node. */
export function completeNames(server: REPLServer, cache: Pick<NameCache, "names">): void {
  const usual = server.completer as AsyncCompleter; // the REPL's own takes a callback
  const completer: AsyncCompleter = (line, done) => {
    const begun = begunName(line);
    if (begun === undefined) return usual.call(server, line, done);
    nameCompletions(begun, cache).then(
      (result) => done(null, result),
      () => done(null, [[], line]),
    );
  };
  Object.defineProperty(server, "completer", { value: completer, writable: true, configurable: true });
}

export interface BegunName {
  readonly kind: NameKind;
  readonly quote: string;
  readonly start: string;
}

/** What stands at the end of the line: `docker.containers.logs("we`, `docker.run('alp`, `{ Image: "busy`. */
export function begunName(line: string): BegunName | undefined {
  const [, owner, method, quote = "", start = ""] =
    /\bdocker\.(?:(\w+)\.)?(\w+)\(\s*(["'`])([^"'`]*)$/.exec(line) ?? [];
  const kind = method === undefined ? undefined : owner === undefined ? actions[method] : resources[owner];
  if (kind !== undefined) return { kind, quote, start };
  const [, field, fieldQuote = "", begun = ""] =
    /[{,]\s*["']?(Image|image|Container|container)["']?\s*:\s*(["'`])([^"'`]*)$/.exec(line) ?? [];
  if (field === undefined) return undefined;
  return { kind: field.toLowerCase() === "image" ? "images" : "containers", quote: fieldQuote, start: begun };
}

export async function nameCompletions(
  { kind, quote, start }: BegunName,
  cache: Pick<NameCache, "names">,
): Promise<CompleterResult> {
  const names = (await cache.names(kind)).filter((name) => name.startsWith(start));
  // The only one is complete, and so is its text.
  return [names.length === 1 ? names.map((name) => `${name}${quote}`) : names, start];
}

const resources: Readonly<Partial<Record<string, NameKind>>> = {
  containers: "containers",
  exec: "containers",
  images: "images",
  distribution: "images",
  networks: "networks",
  volumes: "volumes",
};

const actions: Readonly<Partial<Record<string, NameKind>>> = {
  exec: "containers",
  copyTo: "containers",
  copyFrom: "containers",
  waitHealthy: "containers",
  waitFor: "containers",
  snapshot: "containers",
  recreate: "containers",
  run: "images",
  ensureImage: "images",
  loop: "images",
};
