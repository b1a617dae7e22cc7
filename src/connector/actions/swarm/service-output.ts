import { object, text } from "../../field.js";

/** What is told of a service. */
export const serviceOutput = {
  ID: text("Id of the service.", { required: true, entity: "service" }),
  Version: object("Its Index is to be given with an update.", { required: true }),
  CreatedAt: text("RFC 3339 time.", { required: true }),
  UpdatedAt: text("RFC 3339 time.", { required: true }),
  Spec: object("What is wished for now.", { required: true }),
  Endpoint: object("How it is reached.", { required: true }),
  PreviousSpec: object("What was wished for before the last update; a rollback goes back to it."),
  UpdateStatus: object("How far the last update or rollback is. Not before the first."),
  JobStatus: object("When the job was started last. Only for jobs."),
};
