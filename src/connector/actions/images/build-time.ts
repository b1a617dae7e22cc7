import type { ActionContext } from "../../action.js";

/** Milliseconds for a build of which the user says so many seconds, else the settings. Zero is no limit but the last one. */
export function buildTime(
  seconds: number | undefined,
  { settings, bounds }: Pick<ActionContext, "settings" | "bounds">,
): number {
  const limit = (seconds ?? settings.buildTimeout ?? 300) * 1000;
  return limit === 0 ? bounds.time : Math.min(limit, bounds.time);
}
