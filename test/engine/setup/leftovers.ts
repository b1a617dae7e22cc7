import { call, type EngineAddress } from "../../../scripts/engine/plain-call.js";

export const RUN_LABEL = "docker-engine-sdk.test";

/** Removes what a run of the tests has left on an engine, and gives the names of it. */
export async function removeLeftovers(engine: EngineAddress, run: string): Promise<string[]> {
  const left: string[] = [];
  for (const kind of KINDS) {
    const answer = await call(engine, "GET", kind.list);
    // An engine that is no swarm manager answers 503 for the swarm's kinds.
    if (answer.status !== 200) continue;
    for (const item of itemsOf(JSON.parse(answer.text))) {
      if (!isOf(run, item)) continue;
      const id = idOf(item);
      const removed = await call(engine, "DELETE", `${kind.remove}/${encodeURIComponent(id)}${kind.force}`);
      const failure = removed.status < 300 ? "" : ` (not removable: ${removed.text.trim()})`;
      left.push(`${kind.name} ${namesOf(item)[0] ?? id}${failure}`);
    }
  }
  return left;
}

/** In an order in which nothing is still in use when its turn comes. */
const KINDS = [
  { name: "service", list: "/services", remove: "/services", force: "" },
  { name: "container", list: "/containers/json?all=1", remove: "/containers", force: "?force=1&v=1" },
  { name: "network", list: "/networks", remove: "/networks", force: "" },
  { name: "volume", list: "/volumes", remove: "/volumes", force: "?force=1" },
  { name: "secret", list: "/secrets", remove: "/secrets", force: "" },
  { name: "config", list: "/configs", remove: "/configs", force: "" },
  { name: "image", list: "/images/json", remove: "/images", force: "?force=1" },
] as const;

/** What the lists of all kinds have in common, as far as it matters here. */
interface Item {
  readonly Id?: string;
  readonly ID?: string;
  readonly Name?: string;
  readonly Names?: readonly string[] | null;
  readonly RepoTags?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Spec?: { readonly Name?: string; readonly Labels?: Readonly<Record<string, string>> | null };
}

/** The list itself, but for volumes, whose list is in a field. */
function itemsOf(answer: readonly Item[] | { readonly Volumes: readonly Item[] | null }): readonly Item[] {
  return "Volumes" in answer ? (answer.Volumes ?? []) : answer;
}

function isOf(run: string, item: Item): boolean {
  const labelled = item.Labels?.[RUN_LABEL] === run || item.Spec?.Labels?.[RUN_LABEL] === run;
  return labelled || namesOf(item).some((name) => name.includes(`sdk-${run}-`));
}

function namesOf({ Name, Names, RepoTags, Spec }: Item): string[] {
  return [...(Names ?? []), ...(RepoTags ?? []), ...[Name, Spec?.Name].filter((name) => name !== undefined)];
}

function idOf({ Id, ID, Name }: Item): string {
  return Id ?? ID ?? Name ?? "";
}
