import { inPath, text } from "../../field.js";

/** A prepared command has an id and no name. */
export const execId = text("Id of the prepared command.", {
  required: true,
  entity: "exec",
  place: inPath("id"),
});
