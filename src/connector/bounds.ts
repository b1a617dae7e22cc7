import type { Action, Bounds } from "./action.js";

/**
 * Where an action is cut off. Bounds that are given lower those of the action, and never lift them: 0 would be no limit at all
 * further down.
 */
export function boundsOf(action: Action, given: Partial<Bounds> = {}): Bounds {
  const { time, bytes, items } = { ...defaults, ...action.bounds };
  const lower = (most: number, wanted = most) =>
    Math.max(1, Math.min(most, Number.isNaN(wanted) ? most : wanted));
  return {
    time: lower(time, given.time),
    bytes: lower(bytes, given.bytes),
    items: lower(items, given.items),
  };
}

const defaults: Bounds = { time: 60_000, bytes: 1024 * 1024, items: 1000 };
