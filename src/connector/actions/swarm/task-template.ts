import { choice, inBody, integer, object, objects } from "../../field.js";

/** What the tasks of a service are like. */
export const taskTemplate = {
  task_template_pluginspec: object("A managed plugin in place of a container. Experimental.", {
    place: inBody("TaskTemplate.PluginSpec"),
    names: { xsoar: "servicespec_tasktemplate_pluginspec" },
  }),
  task_template_containerspec: object(
    "The container of each task: its image, command, variables, mounts and so on.",
    {
      place: inBody("TaskTemplate.ContainerSpec"),
      names: { xsoar: "servicespec_tasktemplate_containerspec" },
    },
  ),
  task_template_networkattachmentspec: object(
    "Made by engines for containers in attachable networks; not to be written by hand.",
    {
      place: inBody("TaskTemplate.NetworkAttachmentSpec"),
      names: { xsoar: "servicespec_tasktemplate_networkattachmentspec" },
    },
  ),
  task_template_resources: object("What each task may take, and what is set aside for it.", {
    place: inBody("TaskTemplate.Resources"),
    names: { xsoar: "servicespec_tasktemplate_resources" },
  }),
  task_template_restartpolicy: object("When a task that ended is replaced by a new one.", {
    place: inBody("TaskTemplate.RestartPolicy"),
    names: { xsoar: "servicespec_tasktemplate_restartpolicy" },
  }),
  task_template_placement: object("Which nodes its tasks may land on.", {
    place: inBody("TaskTemplate.Placement"),
    names: { xsoar: "servicespec_tasktemplate_placement" },
  }),
  task_template_forceupdate: integer(
    "A counter: raise it to replace all tasks though nothing else has changed.",
    { place: inBody("TaskTemplate.ForceUpdate"), names: { xsoar: "servicespec_tasktemplate_forceupdate" } },
  ),
  task_template_runtime: choice(
    "What the tasks are. Left out: containers.",
    ["container", "plugin", "attachment"],
    {
      place: inBody("TaskTemplate.Runtime"),
      names: { xsoar: "servicespec_tasktemplate_runtime" },
    },
  ),
  task_template_networks: objects("Networks its tasks are attached to.", {
    place: inBody("TaskTemplate.Networks"),
    names: { xsoar: "servicespec_tasktemplate_networks" },
  }),
  task_template_logdriver: object("Where their output is kept; absent takes the swarm's, then the node's.", {
    place: inBody("TaskTemplate.LogDriver"),
    names: { xsoar: "servicespec_tasktemplate_logdriver" },
  }),
};
