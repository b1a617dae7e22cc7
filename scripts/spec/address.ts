import type { Operation, Schema, Spec } from "./model.js";

/** A place in a spec where a schema stands or could stand. */
export interface Place {
  get(): Schema | undefined;
  set(schema: Schema): void;
  remove(): void;
  /** The schema whose property this is, when it is one. */
  owner: Schema | undefined;
  name: string;
}

/**
 * Finds a place by its address: `HostConfig.LogConfig.Type`, `Plugin.Config.Interface.Types[]`, `ContainerPrune 200.ContainersDeleted`,
 * `NetworkCreate body.Options{}`. `[]` are the items of an array, `{}` the values of a map. References are not
 * followed; inline members of an `allOf` are looked into. Gives undefined when the way to the place does not exist.
 */
export function locate(spec: Spec, address: string): Place | undefined {
  const [head = "", ...steps] = tokens(address);
  let place = head.includes(" ") ? inlinePlace(spec, head) : definitionPlace(spec, head);
  for (const step of steps) {
    const schema = place?.get();
    if (schema === undefined) return undefined;
    place =
      step === "[]" ? itemsPlace(schema) : step === "{}" ? valuesPlace(schema) : propertyPlace(schema, step);
  }
  return place;
}

/** The operation with this id, or an error that names it. */
export function operationOf(spec: Spec, operationId: string): Operation {
  for (const operations of Object.values(spec.paths)) {
    for (const operation of Object.values(operations))
      if (operation.operationId === operationId) return operation;
  }
  throw new Error(`v${spec.info.version} has no operation ${operationId}`);
}

function tokens(address: string): string[] {
  return address.replaceAll("[]", ".[]").replaceAll("{}", ".{}").split(".");
}

function definitionPlace({ definitions }: Spec, name: string): Place {
  return {
    get: () => definitions[name],
    set: (schema) => {
      definitions[name] = schema;
    },
    remove: () => {
      delete definitions[name];
    },
    owner: undefined,
    name,
  };
}

/** `ContainerPrune 200` or `NetworkCreate body`. */
function inlinePlace(spec: Spec, head: string): Place | undefined {
  const [operationId = "", what = ""] = head.split(" ");
  const operation = operationOf(spec, operationId);
  const holder =
    what === "body"
      ? operation.parameters?.find((parameter) => parameter.in === "body")
      : operation.responses[what];
  if (holder === undefined) return undefined;
  return {
    get: () => holder.schema,
    set: (schema) => {
      holder.schema = schema;
    },
    remove: () => {
      delete holder.schema;
    },
    owner: undefined,
    name: what,
  };
}

function itemsPlace(schema: Schema): Place {
  return {
    get: () => schema.items,
    set: (items) => {
      schema.items = items;
    },
    remove: () => {
      delete schema.items;
    },
    owner: undefined,
    name: "[]",
  };
}

function valuesPlace(schema: Schema): Place {
  return {
    get: () => (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined),
    set: (values) => {
      schema.additionalProperties = values;
    },
    remove: () => {
      delete schema.additionalProperties;
    },
    owner: undefined,
    name: "{}",
  };
}

function propertyPlace(schema: Schema, name: string): Place {
  const members = [schema, ...(schema.allOf ?? []).filter((member) => member.$ref === undefined)];
  const declares = members.find((member) => member.properties?.[name] !== undefined);
  const owner = declares ?? members.find((member) => member.properties !== undefined) ?? schema;
  return {
    get: () => owner.properties?.[name],
    set: (property) => {
      owner.properties = { ...owner.properties, [name]: property };
    },
    remove: () => {
      delete owner.properties?.[name];
      forget(owner, name);
    },
    owner,
    name,
  };
}

/** Takes a name out of the list of required properties. */
export function forget(owner: Schema, name: string): void {
  owner.required = owner.required?.filter((required) => required !== name);
}
