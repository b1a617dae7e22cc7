import { type Entity, type Field, inPath, text } from "../field.js";

/** The id or name of what an action is about, in the path of its request. */
export function path(entity: Entity, name = "id"): Field<string, true> {
  return text(`Id or name of the ${entity}.`, { required: true, entity, place: inPath(name) });
}
