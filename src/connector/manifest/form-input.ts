import type { Field, Fields } from "../field.js";
import type { Platform } from "../projection/platform.js";

/** The parameters of an action in a platform's form, by the platform's own names. */
export function formInputs(platform: Platform, input: Fields): readonly FormInput[] {
  return Object.entries(input).map(([own, field]) => ({ own, name: nameOf(platform, input, own), field }));
}

export interface FormInput {
  /** The name that we know it by. */
  readonly own: string;
  readonly name: string;
  readonly field: Field;
}

function nameOf(platform: Platform, input: Fields, own: string): string {
  const name = input[own]?.names?.[platform] ?? own;
  // A field's own name goes before what another one is called somewhere.
  if (name !== own && Object.hasOwn(input, name)) return own;
  // The platform adds a parameter of this name to all actions; ours is read in any spelling.
  return platform === "splunk" && name === "context" ? "Context" : name;
}

/**
 * What a checkbox starts with: it sends a value whether or not somebody touched it. Undefined where no value is right for all
 * engines, so that it has to be something that can be left blank.
 */
export function checkboxStart({ default: fallback, otherwise, since, until }: Field): boolean | undefined {
  const start = fallback ?? otherwise;
  return since === undefined && until === undefined && typeof start === "boolean" ? start : undefined;
}
