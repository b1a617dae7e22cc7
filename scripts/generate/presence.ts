import type { Schema } from "../spec/model.js";

/** From which to which version something is there, where that is not all of them: the minor numbers, inclusive. */
export interface Span {
  since?: number;
  until?: number;
}

/** Notes in which versions the places of schemas are there, and in which their fields are told. */
export class Presence {
  readonly #present = new Map<string, Set<number>>();
  readonly #told = new Map<string, Set<number>>();

  note(address: string, version: number): void {
    add(this.#present, address, version);
  }

  /** Says that what stands at the address is an object whose fields are told in this version. */
  tell(address: string, version: number): void {
    add(this.#told, address, version);
  }

  addresses(): string[] {
    return [...this.#present.keys()].sort();
  }

  /** A place's span among the versions that tell the fields of its parent: a field told late is no new field. */
  span(address: string, parent: string): Span {
    const present = [...(this.#present.get(address) ?? [])];
    const told = [...(this.#told.get(parent) ?? [])];
    const first = Math.min(...present);
    const last = Math.max(...present);
    return {
      ...(told.some((version) => version < first) && { since: first }),
      ...(told.some((version) => version > last) && { until: last }),
    };
  }

  /** Notes a schema and all that stands in it; `follow` resolves a reference, or leaves it alone with undefined. */
  visit(address: string, schema: Schema, version: number, follow: (ref: string) => Schema | undefined): void {
    this.note(address, version);
    const target = schema.$ref === undefined ? undefined : follow(schema.$ref);
    if (target !== undefined) this.visit(address, target, version, follow);
    for (const member of schema.allOf ?? []) this.visit(address, member, version, follow);
    if (schema.properties !== undefined) this.tell(address, version);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      this.visit(`${address}.${name}`, property, version, follow);
    }
    if (schema.items !== undefined) this.visit(`${address}[]`, schema.items, version, follow);
    if (typeof schema.additionalProperties === "object") {
      this.visit(`${address}{}`, schema.additionalProperties, version, follow);
    }
  }
}

function add(map: Map<string, Set<number>>, address: string, version: number): void {
  const versions = map.get(address);
  if (versions === undefined) map.set(address, new Set([version]));
  else versions.add(version);
}
