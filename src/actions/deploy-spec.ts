import type { ServiceSpec } from "../../generated/schema.js";
import { InvalidArgumentError } from "../errors.js";

/** A service by its name. An update replaces all of it, so that what is left out goes back to the engine's defaults. */
export type DeploySpec = ServiceSpec & { readonly Name: string };

/** @throws InvalidArgumentError for a spec without a name that the swarm takes */
export function checkDeploySpec(spec: unknown): void {
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) {
    throw new InvalidArgumentError(
      "A deployment needs the spec of a service, such as { Name, TaskTemplate }.",
    );
  }
  const { Name } = spec as { Name?: unknown }; // callers without types can pass anything
  if (typeof Name !== "string" || !/^(?=.{1,63}$)[a-zA-Z0-9](?:[-_a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(Name)) {
    throw new InvalidArgumentError(
      `Name of the service is ${typeof Name === "string" ? JSON.stringify(Name) : `of type ${typeof Name}`}; ` +
        "give at most 63 letters, digits, hyphens and underscores, a letter or digit at both ends.",
    );
  }
}
