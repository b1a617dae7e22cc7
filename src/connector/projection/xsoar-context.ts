import type { ActionPlatforms } from "../action.js";

/**
 * Where an action's results stand in the context. Commands that never had a place of their own have always written to the root of
 * ours, and playbooks read them there; an action that is new has a place by its name.
 */
export function xsoarContext(
  action: string,
  platform: ActionPlatforms["xsoar"],
): { readonly prefix: string; readonly keyField: string } {
  const ownPlace = `Docker.${action.replace(/(^|_)([a-z])/g, (_match, _before, letter: string) => letter.toUpperCase())}`;
  const prefix = platform === undefined ? ownPlace : (platform.prefix ?? "Docker");
  return { prefix, keyField: platform?.keyField ?? "" };
}
