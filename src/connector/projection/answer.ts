import type { Envelope } from "../envelope.js";
import type { Fields } from "../field.js";

/**
 * What an action answers, as playbooks know it: a list where the engine has one, else the one object. `empty` says it where the
 * engine had nothing to say but the status, to which the action may have added something of its own.
 */
export function answer(
  { action, data }: Envelope,
  empty: (status: number | undefined, added: object) => unknown,
): unknown {
  const [first, ...others] = data;
  if (answersList(action) || others.length > 0) return data;
  if (first === undefined) return empty(undefined, {});
  const { statusCode, ...added } = first;
  return typeof statusCode === "number" ? empty(statusCode, added) : first;
}

/** Whether the answer is a list also where it has one item: a playbook that takes the first of it must go on to find one. */
export function answersList(action: string): boolean {
  return lists.has(action);
}

/** Whether the answer of an action with this output is nothing but a status. */
export function answersStatus(output: Fields): boolean {
  return Object.hasOwn(output, "statusCode");
}

const lists: ReadonlySet<string> = new Set([
  "list_containers",
  "list_images",
  "list_networks",
  "list_nodes",
  "list_services",
  "list_tasks",
  "list_secrets",
  "list_configs",
  "container_changes",
  "image_history",
  "remove_image",
  "search_images",
  "update_images",
  "system_events",
  "service_logs",
  "task_logs",
]);
