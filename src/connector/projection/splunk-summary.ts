import type { Envelope } from "../envelope.js";

/** What stands under an action's key of the summary: some playbooks read text there, some a list of names, some the answer itself. */
export function splunkSummary(key: string, answered: unknown, { data, message, files }: Envelope): unknown {
  switch (key) {
    case "container_summary":
      return data.map(({ Id, Names }, index) => ({ [`container ${index}`]: { id: Id, Name: first(Names) } }));
    case "image_data":
      return data.map(({ Id, RepoTags }, index) => ({
        [`images ${index}`]: { id: Id, Tags: first(RepoTags) },
      }));
    case "filesystem_data":
    case "update_data":
    case "cache_data":
      return JSON.stringify(answered, null, 1);
    case "containerStats_data":
    case "history_data":
      // Too long for a summary.
      return message;
    case "export_data":
      return files.length;
    default:
      return answered;
  }
}

/** A container that is being removed has no name, an image need not have a tag. */
function first(list: unknown): string {
  return Array.isArray(list) ? String(list[0] ?? "") : "";
}
