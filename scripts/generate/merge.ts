import type { Schema } from "../spec/model.js";
import { minor } from "../spec/versions.js";
import type { Call, Catalogue } from "./catalogue.js";

/** Every distinct schema and operation of all versions once, and for each version which of them are its own. */
export interface Merged {
  /** By their final names; references are to final names. */
  schemas: Record<string, { schema: Schema; docs: string }>;
  calls: Record<string, Call>;
  versions: VersionMap[];
}

export interface VersionMap {
  version: string;
  /** Plain name → final name. */
  schemas: Record<string, string>;
  /** Operation id → final name. */
  calls: Record<string, string>;
}

/**
 * A schema means one thing in a request and another in an answer, where the fields that an engine always sends are
 * required. Where that makes a difference the plain name is the request's and the answer's is `…Output`.
 */
type Direction = "in" | "out";

export function merge(catalogues: Catalogue[]): Merged {
  const views = catalogues.map((catalogue) => new View(catalogue));
  const dual = new Set(views.flatMap((view) => view.dualNames()));
  const names = new FinalNames();
  for (const view of views) view.claim(names, dual);

  const merged: Merged = { schemas: {}, calls: {}, versions: [] };
  for (const view of views) merged.versions.push(view.emit(merged, names, dual));
  return merged;
}

/** One version, every schema in its two directions with a content hash that covers all that it refers to. */
class View {
  readonly #catalogue: Catalogue;
  readonly #used: Record<Direction, Set<string>> = { in: new Set(), out: new Set() };
  readonly #hashes = new Map<string, string>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    for (const call of Object.values(catalogue.calls)) {
      for (const { schema } of call.parameters) this.#use(schema, "in");
      this.#use(call.options, "in");
      this.#use(call.body, "in");
      this.#use(call.result, "out");
    }
  }

  /** Names whose two directions differ in this version. */
  dualNames(): string[] {
    return [...this.#used.in].filter(
      (name) => this.#used.out.has(name) && this.#hash(name, "in") !== this.#hash(name, "out"),
    );
  }

  claim(names: FinalNames, dual: Set<string>): void {
    const version = minor(this.#catalogue.version);
    for (const [name, direction] of this.#all()) {
      names.claim(baseName(name, direction, dual), this.#hash(name, direction), version);
    }
    for (const call of Object.values(this.#catalogue.calls))
      names.claim(`call ${call.id}`, this.#callHash(call), version);
  }

  emit(merged: Merged, names: FinalNames, dual: Set<string>): VersionMap {
    const finalName = (name: string, direction: Direction) =>
      names.of(baseName(name, direction, dual), this.#hash(name, direction));
    const map: VersionMap = { version: this.#catalogue.version, schemas: {}, calls: {} };
    for (const [name, direction] of this.#all()) {
      const { schema, docs } = this.#named(name);
      const final = finalName(name, direction);
      map.schemas[baseName(name, direction, dual)] = final;
      merged.schemas[final] ??= {
        schema: facing(schema, direction, (ref) => finalName(ref, direction)),
        docs,
      };
    }
    for (const call of Object.values(this.#catalogue.calls)) {
      const final = names.of(`call ${call.id}`, this.#callHash(call)).slice("call ".length);
      map.calls[call.id] = final;
      merged.calls[final] ??= mapCall(call, (schema, direction) =>
        facing(schema, direction, (ref) => finalName(ref, direction)),
      );
    }
    return map;
  }

  #all(): [string, Direction][] {
    return (["in", "out"] as const).flatMap((direction) =>
      [...this.#used[direction]].sort().map((name): [string, Direction] => [name, direction]),
    );
  }

  #named(name: string) {
    const named = this.#catalogue.schemas[name];
    if (named === undefined) throw new Error(`v${this.#catalogue.version}: nothing is named ${name}`);
    return named;
  }

  #use(schema: Schema | undefined, direction: Direction): void {
    for (const name of refsOf(schema)) {
      if (this.#used[direction].has(name)) continue;
      this.#used[direction].add(name);
      this.#use(this.#named(name).schema, direction);
    }
  }

  #hash(name: string, direction: Direction): string {
    const key = `${direction} ${name}`;
    const known = this.#hashes.get(key);
    if (known !== undefined) return known;
    this.#hashes.set(key, `(cycle ${name})`);
    const { schema, docs } = this.#named(name);
    const hash = stable([docs, facing(schema, direction, (ref) => this.#hash(ref, direction))]);
    this.#hashes.set(key, hash);
    return hash;
  }

  #callHash(call: Call): string {
    return stable(
      mapCall(call, (schema, direction) => facing(schema, direction, (ref) => this.#hash(ref, direction))),
    );
  }
}

/** Gives out names: the newest content of a name has it plain, an older one has the version that brought it behind it. */
class FinalNames {
  readonly #contents = new Map<string, Map<string, number>>();

  claim(base: string, hash: string, version: number): void {
    const contents = this.#contents.get(base) ?? new Map<string, number>();
    this.#contents.set(base, contents);
    // A content that comes back is the newest one again.
    const first = contents.get(hash) ?? version;
    contents.delete(hash);
    contents.set(hash, first);
  }

  of(base: string, hash: string): string {
    const contents = this.#contents.get(base);
    const version = contents?.get(hash);
    if (contents === undefined || version === undefined) throw new Error(`${base} was not claimed`);
    return [...contents.keys()].at(-1) === hash ? base : `${base}_1_${version}`;
  }
}

function baseName(name: string, direction: Direction, dual: Set<string>): string {
  return direction === "out" && dual.has(name) ? `${name}Output` : name;
}

function mapCall(call: Call, map: (schema: Schema, direction: Direction) => Schema): Call {
  return {
    ...call,
    parameters: call.parameters.map((parameter) => ({
      ...parameter,
      schema: parameter.schema && map(parameter.schema, "in"),
    })),
    options: call.options && map(call.options, "in"),
    body: call.body && map(call.body, "in"),
    result: call.result && map(call.result, "out"),
  };
}

/** The schema as it is in one direction, its references renamed. */
function facing(schema: Schema, direction: Direction, rename: (name: string) => string): Schema {
  const { always: _, properties, ...rest } = mapChildren(schema, (child) => facing(child, direction, rename));
  const result: Schema = { ...rest };
  if (rest.$ref !== undefined) result.$ref = `#/definitions/${rename(refName(rest.$ref))}`;
  if (properties === undefined) return result;
  const sent =
    direction === "out" ? Object.keys(properties).filter((name) => schema.properties?.[name]?.always) : [];
  const required = [...new Set([...(schema.required ?? []), ...sent])].sort();
  return { ...result, properties, required: required.length > 0 ? required : undefined };
}

function mapChildren(schema: Schema, map: (child: Schema) => Schema): Schema {
  const result = { ...schema };
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, child]) => [name, map(child)]),
    );
  }
  if (schema.items !== undefined) result.items = map(schema.items);
  if (typeof schema.additionalProperties === "object")
    result.additionalProperties = map(schema.additionalProperties);
  if (schema.allOf !== undefined) result.allOf = schema.allOf.map(map);
  return result;
}

function refsOf(schema: Schema | undefined): string[] {
  const refs: string[] = [];
  const visit = (child: Schema): Schema => {
    if (child.$ref !== undefined) refs.push(refName(child.$ref));
    return mapChildren(child, visit);
  };
  if (schema !== undefined) visit(schema);
  return refs;
}

export function refName(ref: string): string {
  return ref.slice("#/definitions/".length);
}

/** JSON text with sorted keys: equal for equal contents. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
