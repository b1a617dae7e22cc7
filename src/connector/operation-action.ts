import { type OperationId, operations } from "../../generated/operations.js";
import { minorOf, type Newest } from "../client/api-version.js";
import type { CallInput } from "../client/client.js";
import { InvalidArgumentError, ProtocolError } from "../errors.js";
import type { ActionContext, Outcome } from "./action.js";
import type { Fields, ValuesOf } from "./field.js";

/** What an action does that is one request: its fields say where they go, and the answer is the data. */
export function operation<Input extends Fields, Item>(
  id: OperationId,
  input: Input,
  say: Say<ValuesOf<Input>>,
  { base }: OperationOptions<ValuesOf<Input>> = {},
): (values: ValuesOf<Input>, context: ActionContext) => Promise<Outcome<Item>> {
  return async (values, context) => {
    const { kept, warnings } = withoutGone(input, values, await context.client.minorVersion(context.call));
    const said = place(input, kept, await base?.(kept, context));
    const { data, status } = await context.client.answer(id, said, context.call);
    // Some proxies answer what they could not forward so.
    if (data === undefined && operations[id].method === "GET" && operations[id].answer === "json") {
      throw new ProtocolError(
        `The engine answered with status ${status} and nothing else, where it has something to tell.`,
      );
    }
    const items = itemsOf(data, status);
    // What an engine answers is held against the fields of the output in the tests of the catalogue.
    const told = say(values, items, status);
    const outcome = typeof told === "string" ? { message: told } : told;
    const typed = items as unknown as Item[];
    return { ...outcome, data: typed, warnings: [...warnings, ...(outcome.warnings ?? [])] };
  };
}

/**
 * The values without those whose parameters the API has no more: forms go on to send them. And without those whose parameters
 * it does not have yet, where they ask for what is so anyhow: forms send every box that is not ticked.
 */
function withoutGone<Input extends Fields>(
  input: Input,
  values: ValuesOf<Input>,
  minor: number,
): { kept: ValuesOf<Input>; warnings: string[] } {
  const gone = Object.entries(input).filter(
    ([name, { until }]) =>
      until !== undefined && minor > (minorOf(until) ?? minor) && valueIn(values, name) !== undefined,
  );
  const needless = Object.entries(input).filter(
    ([name, { since, otherwise }]) =>
      since !== undefined &&
      otherwise !== undefined &&
      minor < (minorOf(since) ?? minor) &&
      valueIn(values, name) === otherwise,
  );
  if (gone.length + needless.length === 0) return { kept: values, warnings: [] };
  const kept: Record<string, unknown> = { ...values };
  for (const [name] of [...gone, ...needless]) delete kept[name];
  return {
    kept: kept as ValuesOf<Input>, // no field with an end is required
    warnings: gone.map(
      ([name, { until }]) => `${name} was left out: the API has it up to version ${until} only.`,
    ),
  };
}

/** Says in a sentence what has been done, or in one with more of the outcome. `status` is 304 where it was so already. */
export type Say<Values> = (
  values: Values,
  items: readonly Readonly<Record<string, unknown>>[],
  status: number,
) => string | Omit<Outcome, "data">;

export interface OperationOptions<Values> {
  /** What the body holds where no value is given: what is there already, where the engine wants the whole of it. */
  readonly base?: (
    values: Values,
    context: ActionContext,
  ) => object | undefined | Promise<object | undefined>;
}

/**
 * Puts the values where their fields say. Objects whose members are fields themselves come first; a value that somebody gave
 * goes before theirs, a default does not. The body begins with what is in `base`.
 */
export function place<Input extends Fields>(
  input: Input,
  values: ValuesOf<Input>,
  base: object = {},
): CallInput<Newest, OperationId> {
  const path: Record<string, string> = {};
  const options = memberOf(input, values, "options");
  const body = { ...structuredClone(base), ...memberOf(input, values, "body") } as Record<string, unknown>; // as memberOf's
  for (const [name, { place, default: fallback }] of Object.entries(input)) {
    const value = valueIn(values, name);
    if (value === undefined || place?.name === undefined) continue;
    if (place.in === "path") path[place.name] = String(value);
    else if (place.in === "option") set(options, [place.name], value, { name, keep: value === fallback });
    else set(body, place.name.split("."), value, { name, keep: value === fallback });
  }
  const hasBody = Object.values(input).some(({ place }) => place?.in === "body");
  // The catalogue's tests hold places against the table of operations, and the client checks names and versions.
  return { path, options, ...(hasBody && { body }) } as CallInput<Newest, OperationId>;
}

/** The objects that hold fields of the body, or options, themselves, as one. */
function memberOf(input: Fields, values: object, where: "body" | "options"): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, { place }] of Object.entries(input)) {
    const value = valueIn(values, name);
    if (place?.in !== where || place.name !== undefined || value === undefined) continue;
    for (const [key, member] of Object.entries(structuredClone(value) as object)) {
      if (key !== "__proto__") members[key] = member;
    }
  }
  return members;
}

function valueIn(values: object, name: string): unknown {
  return (values as Readonly<Record<string, unknown>>)[name]; // read by the fields, and looked at by them
}

/** Sets a field within objects, which are made where they are missing. `keep`: not over what is there. */
function set(
  target: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
  { name, keep }: { name: string; keep: boolean },
): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    if (!keep || !Object.hasOwn(target, first)) target[first] = value;
    return;
  }
  target[first] ??= {};
  const inner = target[first];
  if (typeof inner !== "object" || inner === null || Array.isArray(inner)) {
    throw new InvalidArgumentError(`${name} cannot be set: ${first} is given too and is no object.`);
  }
  set(inner as Record<string, unknown>, rest, value, { name, keep }); // seen just here
}

/** An answer as a list of objects: an empty one tells its status, so that there is something to show. */
function itemsOf(data: unknown, status: number): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(data)) return data.map(asItem);
  // Go writes a list with nothing in it as null.
  if (data === null) return [];
  return data === undefined || data === "" ? [{ statusCode: status }] : [asItem(data)];
}

function asItem(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : { value }; // seen just here
}
