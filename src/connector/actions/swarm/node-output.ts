import { object, text } from "../../field.js";

/** What is told of a node. */
export const nodeOutput = {
  ID: text("Id of the node.", { required: true, entity: "node" }),
  Version: object("Its Index is to be given with an update.", { required: true }),
  CreatedAt: text("RFC 3339 time.", { required: true }),
  UpdatedAt: text("RFC 3339 time.", { required: true }),
  Spec: object("Its name, role, availability and labels, as they are wished for.", { required: true }),
  Description: object("What it says about itself: host name, platform, resources, engine.", {
    required: true,
  }),
  Status: object("Its state and address.", { required: true }),
  ManagerStatus: object("Its part among the managers. Only for managers."),
};
