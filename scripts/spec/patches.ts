import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { forget, locate, operationOf, type Place } from "./address.js";
import type { AnswerKind, FilterKey, Operation, Parameter, Schema, Spec } from "./model.js";
import { atLeast, versionsIn } from "./versions.js";

/** A named quarrel with the official documents. */
export interface Patch {
  id: string;
  reason: string;
  evidence: string;
  /** An inclusive range, `1.42..1.47`; all versions where it is absent. */
  versions?: string;
  change: Step[];
}

/** One step of a patch. The addresses are those of address.ts. */
export type Step =
  | { replace: string; schema: Schema }
  | { add: string; schema: Schema }
  | { remove: string }
  | { rename: string; to: string }
  | { define: string; schema: Schema }
  | { nullable: string[] }
  | { always: string[] }
  | { optional: string[] }
  | { addParameter: string; parameter: Parameter }
  | { changeParameter: string; with: Record<string, unknown> }
  | { removeParameter: string }
  | { addResponse: string; status: number }
  | { changeResponse: string; to?: number; schema?: Schema | null }
  | { already: string }
  | { body: string; kind: "tar" | "json" | "tar-or-none"; schema?: Schema }
  | { json: string; schema: Schema }
  | { stream: string; kind: AnswerKind; item?: Schema }
  | { filters: string; keys: Record<string, FilterKey> };

/** Reads every patch of `spec/patches/`. */
export function readPatches(folder = new URL("../../spec/patches/", import.meta.url)): Patch[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const patches = files.flatMap((name) => parse(readFileSync(new URL(name, folder), "utf8")) as Patch[]); // our own files; every step is checked when it is applied
  const twice = patches.map(({ id }) => id).find((id, index, ids) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`two patches are named ${twice}`);
  return patches;
}

/**
 * Applies the patches to the specs, in place: the shape first, then the marks that only say something about a shape.
 * A patch that does not fit any more, because the official document has changed, is an error and not a no-op.
 */
export function applyPatches(specs: Spec[], patches: Patch[]): void {
  for (const marks of [false, true]) {
    for (const patch of patches) {
      const range = versionsIn(specs, patch.versions);
      for (const step of patch.change) {
        if (isMark(step) !== marks) continue;
        try {
          if (isMark(step)) mark(range, step);
          else for (const spec of range) change(spec, step);
        } catch (error) {
          throw new Error(`patch ${patch.id}: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        }
      }
    }
  }
}

type Mark = Extract<Step, { nullable: string[] } | { always: string[] } | { optional: string[] }>;

function isMark(step: Step): step is Mark {
  return "nullable" in step || "always" in step || "optional" in step;
}

/** Marks what is there in each version; an address that is in none of them is an error. */
function mark(specs: Spec[], step: Mark): void {
  const [kind, addresses] = Object.entries(step)[0] as ["nullable" | "always" | "optional", string[]]; // the three kinds of Mark
  for (const address of addresses) {
    const places = specs.map((spec) => locate(spec, address)).filter((place) => place?.get() !== undefined);
    if (places.length === 0) throw new Error(`${address} is in none of the versions`);
    for (const place of places as Place[]) markPlace(place, kind, address); // undefined was filtered out
  }
}

function markPlace(place: Place, kind: "nullable" | "always" | "optional", address: string): void {
  const schema = { ...place.get() };
  if (kind === "nullable") schema["x-nullable"] = true;
  if (kind === "always") schema.always = true;
  if (kind === "optional") {
    if (!place.owner?.required?.includes(place.name)) throw new Error(`${address} is not required anyway`);
    forget(place.owner, place.name);
  }
  place.set(schema);
}

function change(spec: Spec, step: Exclude<Step, Mark>): void {
  if ("replace" in step) at(spec, step.replace, "present").set(structuredClone(step.schema));
  else if ("add" in step) at(spec, step.add, "absent").set(structuredClone(step.schema));
  else if ("define" in step) at(spec, step.define, "absent").set(structuredClone(step.schema));
  else if ("remove" in step) at(spec, step.remove, "present").remove();
  else if ("rename" in step) rename(spec, step.rename, step.to);
  else if ("addParameter" in step) addParameter(operationOf(spec, step.addParameter), step.parameter, spec);
  else if ("changeParameter" in step) changeParameter(spec, step.changeParameter, step.with);
  else if ("removeParameter" in step) removeParameter(spec, step.removeParameter);
  else if ("json" in step) parameterOf(spec, step.json).parameter.json = structuredClone(step.schema);
  else if ("addResponse" in step) addResponse(operationOf(spec, step.addResponse), step.status);
  else if ("changeResponse" in step) changeResponse(spec, step);
  else if ("already" in step) operationOf(spec, step.already).already = true;
  else if ("body" in step) changeBody(operationOf(spec, step.body), step);
  else if ("stream" in step) operationOf(spec, step.stream).answer = { kind: step.kind, item: step.item };
  else if ("filters" in step) setFilters(spec, operationOf(spec, step.filters), step.keys);
  else throw new Error(`no such step: ${JSON.stringify(step).slice(0, 120)}`);
}

function at(spec: Spec, address: string, wanted: "present" | "absent"): Place {
  const place = locate(spec, address);
  if (place === undefined) throw new Error(`v${spec.info.version}: there is no way to ${address}`);
  if ((place.get() !== undefined) !== (wanted === "present")) {
    throw new Error(
      `v${spec.info.version}: ${address} is ${wanted === "present" ? "not there" : "there already"}`,
    );
  }
  return place;
}

function rename(spec: Spec, address: string, to: string): void {
  const place = at(spec, address, "present");
  const { owner, name } = place;
  if (owner?.properties === undefined) throw new Error(`${address} is no property`);
  owner.properties = Object.fromEntries(
    Object.entries(owner.properties).map(([key, schema]) => [key === name ? to : key, schema]),
  );
  owner.required = owner.required?.map((key) => (key === name ? to : key));
}

/** `ContainerLogs ?since` is a query parameter, `ImagePush :X-Registry-Auth` a header. */
function parameterOf(spec: Spec, address: string): { operation: Operation; parameter: Parameter } {
  const match = /^(\w+) ([?:])(.+)$/.exec(address);
  if (match === null) throw new Error(`${address} is no address of a parameter`);
  const [, operationId = "", sign, name] = match;
  const operation = operationOf(spec, operationId);
  const where = sign === "?" ? "query" : "header";
  const parameter = operation.parameters?.find(
    (candidate) => candidate.in === where && candidate.name === name,
  );
  if (parameter === undefined) throw new Error(`v${spec.info.version}: ${address} is not there`);
  return { operation, parameter };
}

function addParameter(operation: Operation, parameter: Parameter, spec: Spec): void {
  const same = operation.parameters?.some(
    ({ name, in: where }) => name === parameter.name && where === parameter.in,
  );
  if (same) throw new Error(`v${spec.info.version}: ${operation.operationId} has ${parameter.name} already`);
  operation.parameters = [...(operation.parameters ?? []), structuredClone(parameter)];
}

function changeParameter(spec: Spec, address: string, values: Record<string, unknown>): void {
  const { operation, parameter } = parameterOf(spec, address);
  const changed = Object.entries({ ...parameter, ...structuredClone(values) }).filter(
    ([, value]) => value !== null,
  );
  const index = operation.parameters?.indexOf(parameter) ?? -1;
  operation.parameters?.splice(index, 1, Object.fromEntries(changed) as unknown as Parameter); // the keys are those of a Parameter
}

function removeParameter(spec: Spec, address: string): void {
  const { operation, parameter } = parameterOf(spec, address);
  operation.parameters = operation.parameters?.filter((candidate) => candidate !== parameter);
}

function addResponse(operation: Operation, status: number): void {
  if (operation.responses[status] !== undefined)
    throw new Error(`${operation.operationId} has ${status} already`);
  operation.responses[status] = status >= 400 ? { schema: { $ref: "#/definitions/ErrorResponse" } } : {};
}

function changeResponse(
  spec: Spec,
  step: { changeResponse: string; to?: number; schema?: Schema | null },
): void {
  const [operationId = "", status = ""] = step.changeResponse.split(" ");
  const { responses } = operationOf(spec, operationId);
  const response = responses[status];
  if (response === undefined) throw new Error(`v${spec.info.version}: ${step.changeResponse} is not there`);
  if (step.schema === null) delete response.schema;
  else if (step.schema !== undefined) response.schema = structuredClone(step.schema);
  if (step.to !== undefined) {
    delete responses[status];
    responses[step.to] = response;
  }
}

function changeBody(
  operation: Operation,
  step: { kind: "tar" | "json" | "tar-or-none"; schema?: Schema },
): void {
  const others = operation.parameters?.filter((parameter) => parameter.in !== "body") ?? [];
  const body = operation.parameters?.find((parameter) => parameter.in === "body");
  if (step.kind === "json") {
    if (step.schema === undefined) throw new Error(`${operation.operationId}: a JSON body needs a schema`);
    operation.parameters = [
      ...others,
      { ...body, name: "body", in: "body", schema: structuredClone(step.schema) },
    ];
  } else {
    operation.parameters = others;
    operation.upload = step.kind;
  }
}

function setFilters(spec: Spec, operation: Operation, keys: Record<string, FilterKey>): void {
  parameterOf(spec, `${operation.operationId} ?filters`);
  const version = spec.info.version;
  operation.filters = Object.fromEntries(
    Object.entries(keys).filter(
      ([, { since, until }]) =>
        (since === undefined || atLeast(version, since)) && (until === undefined || atLeast(until, version)),
    ),
  );
}
