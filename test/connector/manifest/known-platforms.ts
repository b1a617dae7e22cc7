import { readFileSync } from "node:fs";
import type { Fields } from "../../../src/connector/field.js";
import { readInput } from "../../../src/connector/read-input.js";

/** What playbooks were written against: the names of the connectors that the platforms have had. */
export const knownPlatforms = JSON.parse(
  readFileSync(new URL("../fixtures/platforms.json", import.meta.url), "utf8"),
) as {
  readonly splunk: readonly (Known & {
    readonly identifier: string;
    readonly type: string;
    readonly readOnly: boolean;
  })[];
  readonly fortisoar: readonly (Known & { readonly published: boolean })[];
  readonly xsoar: readonly (Known & { readonly published: boolean })[];
};

interface Known {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly required: readonly string[];
}

/** The names that are there more than once. */
export function doubles(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Everything that is wrong with parameters. */
export function faultsOf(input: Fields, parameters: unknown): string {
  try {
    readInput(input, parameters, "it");
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is told where nothing was given. */
export function missing(input: Fields): string {
  return Object.entries(input)
    .filter(([, { required, default: fallback }]) => required && fallback === undefined)
    .map(([name, { wanted }]) => `${name} is missing: give ${wanted}.`)
    .join(" ");
}
