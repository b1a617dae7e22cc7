import { minor } from "../spec/versions.js";
import type { Catalogue } from "./catalogue.js";
import { refName } from "./merge.js";
import { Presence, type Span } from "./presence.js";

/** Knows for every operation, parameter and field in which versions it is. */
export class History {
  readonly #catalogues: Catalogue[];
  readonly #places = new Presence();

  constructor(catalogues: Catalogue[]) {
    this.#catalogues = catalogues;
    for (const { version, schemas, calls } of catalogues) {
      this.#places.tell("", minor(version));
      for (const id of Object.keys(calls)) {
        this.#places.note(`operation ${id}`, minor(version));
        // An operation without options tells that it has none: its first option is a new one.
        this.#places.tell(`?${id}`, minor(version));
      }
      // By the address of its docs, so that a schema used in two places has one history.
      for (const { schema, docs } of Object.values(schemas)) {
        this.#places.visit(docs, schema, minor(version), () => undefined);
      }
    }
  }

  operation(id: string): Span {
    return this.#places.span(`operation ${id}`, "");
  }

  field(parent: string, name: string): Span {
    return this.#places.span(`${parent}.${name}`, parent);
  }

  /** The spans of all fields of an operation's body, by their paths: `HostConfig.Annotations`. */
  bodyFields(id: string): Record<string, Span> {
    const places = new Presence();
    for (const { version, schemas, calls } of this.#catalogues) {
      const body = calls[id]?.body;
      if (body !== undefined) places.visit("", body, minor(version), (ref) => schemas[refName(ref)]?.schema);
    }
    const spans = places
      .addresses()
      .map((address): [string, Span] => [
        address.replace(/^\./, ""),
        places.span(address, address.replace(/(\.[^.[{]+|\[\]|\{\})$/, "")),
      ]);
    return Object.fromEntries(
      spans.filter(([, { since, until }]) => since !== undefined || until !== undefined),
    );
  }
}
