import * as v from "valibot";

/**
 * One parameter or output of an action: what its value is, how platforms spell it, and where it goes in the request. The types of
 * inputs and outputs, the JSON Schema and the manifests all come from it.
 */
export interface Field<Value = unknown, Required extends boolean = boolean> extends FieldDetails<Value> {
  readonly kind: FieldKind;
  readonly description: string;
  readonly required: Required;
  /** What a value must be once it has been read from what the platform sent. */
  readonly schema: v.GenericSchema<Value>;
  /** What is wanted, as the end of a sentence that begins with "give". */
  readonly wanted: string;
}

/** How what a platform sends is read: it has text for nearly everything. */
export type FieldKind =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "list"
  | "command"
  | "object"
  | "objects"
  | "rows"
  | "filters"
  | "time"
  | "choice"
  | "choices"
  | "file";

export interface FieldDetails<Value = unknown> {
  /** What counts where nothing was given. */
  readonly default?: Value;
  /** What the engine does where nothing is given, so that nothing is sent either. */
  readonly otherwise?: Value;
  /** Where the value goes in the request of an action that is one request. */
  readonly place?: Place;
  /** What the platforms call it, where that is another name. Any of them is taken. */
  readonly names?: PlatformNames;
  /** Further names that are taken. */
  readonly aliases?: readonly string[];
  /** Never echoed, logged or shown in an error. */
  readonly secret?: true;
  /** What the value identifies, so that platforms offer the actions that take one. */
  readonly entity?: Entity;
  /** The API version that brought it, and the last one that has it. */
  readonly since?: string;
  readonly until?: string;
  /** The values there are. */
  readonly options?: readonly string[];
}

export interface PlatformNames {
  readonly splunk?: string;
  readonly fortisoar?: string;
  readonly xsoar?: string;
}

export type Entity =
  | "container"
  | "image"
  | "network"
  | "volume"
  | "service"
  | "task"
  | "node"
  | "secret"
  | "config"
  | "exec";

export type Place =
  /** A `{…}` of the path. */
  | { readonly in: "path"; readonly name: string }
  /** An option of the operation, by its public name. */
  | { readonly in: "option"; readonly name: string }
  /** A field of the body; `HostConfig.Memory` for one within another. */
  | { readonly in: "body"; readonly name: string }
  /** An object whose members are fields of the body, or options, themselves. */
  | { readonly in: "body" | "options"; readonly name?: undefined };

/** A `{…}` of the path, which an id or a name fills. */
export function inPath(name: string): Place {
  return { in: "path", name };
}

/** An option of the operation by its public name; without one, an object whose members are options. */
export function inOptions(name?: string): Place {
  return name === undefined ? { in: "options" } : { in: "option", name };
}

/** A field of the body, such as `HostConfig.Memory`; without a name, an object whose members are fields of the body. */
export function inBody(name?: string): Place {
  return name === undefined ? { in: "body" } : { in: "body", name };
}

export type Fields = Readonly<Record<string, Field>>;

/** The values of fields, as an action gets or gives them. */
export type ValuesOf<F extends Fields> = {
  readonly [Name in keyof F as F[Name] extends Field<unknown, true> ? Name : never]: ValueOf<F[Name]>;
} & {
  readonly [Name in keyof F as F[Name] extends Field<unknown, true> ? never : Name]?: ValueOf<F[Name]>;
};

type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never;

export const text = make(
  "text",
  () => v.string(),
  () => "text",
);

export const integer = make(
  "integer",
  ({ min = 0, max = Number.MAX_SAFE_INTEGER }: Range) =>
    v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)),
  (range) => `a whole number ${span(range, 0)}`,
);

export const number = make(
  "number",
  ({ min = 0, max = Number.MAX_VALUE }: Range) => v.pipe(v.number(), v.minValue(min), v.maxValue(max)),
  (range) => `a number ${span(range, 0)}`,
);

export const boolean = make(
  "boolean",
  () => v.boolean(),
  () => "true or false",
);

/** Texts: a list, JSON text of one, or text with commas. */
export const list = make(
  "list",
  () => v.array(v.string()),
  () => "a list, JSON text of one, or text with commas",
);

/** The words of a command: a list, JSON text of one, or text as one types it, which is split at spaces outside of quotes. */
export const command = make(
  "command",
  () => v.pipe(v.array(v.string()), v.minLength(1)),
  () => 'a list of words, JSON text of one, or the command as one types it, such as "ls -la /"',
);

export const object = make(
  "object",
  (): v.GenericSchema<object> => v.record(v.string(), v.unknown()),
  () => "an object or JSON text of one",
);

export const objects = make(
  "objects",
  (): v.GenericSchema<object[]> => v.array(v.record(v.string(), v.unknown())),
  () => "a list of objects or JSON text of one",
);

export const filters = make(
  "filters",
  () => v.record(v.string(), v.array(v.string())),
  () => 'an object such as {"label": ["a=b"]}, or JSON text of one',
);

/** A table: a list of texts for each row. */
export const rows = make(
  "rows",
  () => v.array(v.array(v.string())),
  () => "a list of lists of texts or JSON text of one",
);

/** A moment: ISO text, Unix seconds, or a duration that counts back from now. Without a zone it is UTC. */
export const time = make(
  "time",
  () => v.string(),
  () => 'ISO text such as "2026-01-31T12:00:00Z", Unix seconds, or a duration such as "10m"',
);

/** The name of a file the platform hands over, or the content itself. */
export const file = make(
  "file",
  () => v.string(),
  () => "the name of a file that was handed over",
);

/** One of some values, in any spelling that has the same letters: `Not Running` is `not-running`. */
export function choice<
  const Option extends string,
  const D extends FieldDetails<Option> & { required?: true },
>(description: string, options: readonly Option[], details?: D): Field<Option, RequiredOf<D>> {
  return make(
    "choice",
    () => v.picklist(options),
    () => `one of ${options.join(", ")}`,
  )(description, { ...details, options } as unknown as D); // the same details with one more
}

/** Several of some values. */
export function choices<const Option extends string>(
  description: string,
  options: readonly Option[],
  details?: FieldDetails<Option[]>,
): Field<Option[], false> {
  return make(
    "choices",
    () => v.array(v.picklist(options)),
    () => `any of ${options.join(", ")}`,
  )(description, { ...details, options });
}

interface Range {
  /** Default 0. */
  readonly min?: number;
  readonly max?: number;
}

type RequiredOf<D> = D extends { required: true } ? true : false;

/** Makes the function that describes fields of a kind. */
function make<Value, Limits extends object>(
  kind: FieldKind,
  schema: (limits: Limits) => v.GenericSchema<Value>,
  wanted: (limits: Limits) => string,
) {
  return <const D extends FieldDetails<NoInfer<Value>> & Limits & { required?: true }>(
    description: string,
    details?: D,
  ): Field<Value, RequiredOf<D>> => {
    const limits = (details ?? {}) as D; // every limit has a default
    return {
      ...limits,
      kind,
      description,
      required: (limits.required === true) as RequiredOf<D>, // what the type says of the same property
      schema: schema(limits),
      wanted: wanted(limits),
    };
  };
}

function span({ min, max }: Range, least: number): string {
  const from = `from ${min ?? least}`;
  return max === undefined ? `${from} on` : `${from} to ${max}`;
}
