import { actionNames } from "../catalogue.js";
import type { Envelope } from "../envelope.js";
import { answer } from "./answer.js";
import { splunkSummary } from "./splunk-summary.js";

/** What an action result of Splunk SOAR is filled with. */
export interface SplunkProjection {
  readonly status: "success" | "failed";
  readonly message: string;
  /** Each is added to the action result's data. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, unknown>>;
}

/** The data under the key that playbooks read it from. What has no such key is added item by item. */
export function forSplunk(envelope: Envelope): SplunkProjection {
  const { action, status, message, data, meta } = envelope;
  if (status === "failed") return { status, message, data: [], summary: {} };
  const { dataKey, summaryKey } = actionNames.get(action)?.platforms.splunk ?? {};
  const answered = answer(envelope, () => message);
  return {
    status,
    message,
    data: dataKey === undefined ? data : [{ [dataKey]: answered, ...beside(dataKey, answered) }],
    summary: {
      ...envelope.summary,
      ...(summaryKey !== undefined && { [summaryKey]: splunkSummary(summaryKey, answered, envelope) }),
      ...(meta.truncated && { truncated: true }),
      ...(meta.warnings.length > 0 && { warnings: meta.warnings.join(" ") }),
    },
  };
}

/** Playbooks know the host's part of a container only, under a name of its own; the whole document stands beside it. */
function beside(dataKey: string, answered: unknown): Readonly<Record<string, unknown>> {
  if (dataKey !== "containerStats" || typeof answered !== "object" || answered === null) return {};
  return "HostConfig" in answered ? { containerStats: answered.HostConfig, container: answered } : {};
}
