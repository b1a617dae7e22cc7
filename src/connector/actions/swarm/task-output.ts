import { integer, object, objects, text } from "../../field.js";

/** What is told of a task. */
export const taskOutput = {
  ID: text("Id of the task.", { required: true, entity: "task" }),
  Version: object("Version of the task in the swarm.", { required: true }),
  CreatedAt: text("RFC 3339 time.", { required: true }),
  UpdatedAt: text("RFC 3339 time.", { required: true }),
  Name: text("Mostly empty; the container is called service.slot.task id."),
  Labels: object("Your own metadata.", { required: true }),
  Spec: object("What it should be.", { required: true }),
  ServiceID: text("The service it belongs to.", { entity: "service" }),
  Slot: integer("Number of the replica, from 1. Not for global services."),
  NodeID: text("The node it was given to. Not before it was.", { entity: "node" }),
  Status: object("How far it has come.", { required: true }),
  DesiredState: text("Where it should be, such as running; shutdown once another has taken its place.", {
    required: true,
  }),
  JobIteration: object("The run of the job it belongs to. Only for jobs."),
  NetworksAttachments: objects("Networks it is attached to, with its addresses."),
  GenericResources: objects("Resources of your own naming that it got."),
  Volumes: objects("Cluster volumes it was given.", { since: "1.42" }),
};
