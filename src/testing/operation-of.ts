import { type OperationFacts, type OperationId, operations } from "../../generated/operations.js";
import { InvalidArgumentError } from "../errors.js";

/** The operation that a request is for; undefined where the API has none. */
export function operationOf(method: string, path: string): OperationId | undefined {
  return patterns.find((known) => known.method === method && known.pattern.test(path))?.id;
}

/** What an operation is, by its name. */
export function factsOf(operation: OperationId | undefined): OperationFacts | undefined {
  return operation && operations[operation];
}

/** A name as the user gave it. */
export function checkedOperation(name: string): OperationId {
  if (Object.hasOwn(operations, name)) return name as OperationId; // just looked up
  const near = Object.keys(operations).filter((known) => known.toLowerCase().includes(name.toLowerCase()));
  throw new InvalidArgumentError(
    `There is no operation "${name}". ${near.length > 0 ? `Did you mean ${near.slice(0, 5).join(", ")}?` : "Names are such as ContainerStart."}`,
  );
}

/** Matches the paths of a template such as `/containers/{id}/start`. The names of images and plugins may bring slashes along. */
export function pathPattern(template: string): RegExp {
  const part = /^\/(images|plugins|distribution)\//.test(template) ? ".+" : "[^/]+";
  const pieces = template.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&"));
  return new RegExp(`^${pieces.join(part)}$`);
}

/** Paths without a name go first: `/images/json` is no image. */
const patterns = (Object.entries(operations) as [OperationId, OperationFacts][]) // whose keys are the names
  .map(([id, { method, path }]) => ({ id, method: String(method), path, pattern: pathPattern(path) }))
  .sort((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")));
