import { object, text } from "../../field.js";

/** What is told of a config. */
export const configOutput = {
  ID: text("Id of the config.", { required: true, entity: "config" }),
  Version: object("Its Index is to be given with an update.", { required: true }),
  CreatedAt: text("RFC 3339 time.", { required: true }),
  UpdatedAt: text("RFC 3339 time.", { required: true }),
  Spec: object("Its name, labels and content, which is in base64.", { required: true }),
};
