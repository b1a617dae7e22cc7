import { object, text } from "../../field.js";

/** What is told of a secret, never its value. */
export const secretOutput = {
  ID: text("Id of the secret.", { required: true, entity: "secret" }),
  Version: object("Its Index is to be given with an update.", { required: true }),
  CreatedAt: text("RFC 3339 time.", { required: true }),
  UpdatedAt: text("RFC 3339 time.", { required: true }),
  Spec: object("Its name, labels and drivers, never its value.", { required: true }),
};
