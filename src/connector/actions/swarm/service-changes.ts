import { choice, inBody, integer, number } from "../../field.js";

/** How the tasks of a service are replaced by an update, and by taking one back. */
export const serviceChanges = {
  updateconfig_parallelism: integer("Tasks changed at the same time; 0 for all at once.", {
    place: inBody("UpdateConfig.Parallelism"),
    names: { xsoar: "servicespec_updateconfig_parallelism" },
  }),
  updateconfig_delay: integer("Nanoseconds between batches.", {
    place: inBody("UpdateConfig.Delay"),
    names: { xsoar: "servicespec_updateconfig_delay" },
  }),
  updateconfig_failureaction: choice(
    "What to do when too many new tasks fail.",
    ["pause", "continue", "rollback"],
    {
      place: inBody("UpdateConfig.FailureAction"),
      names: { xsoar: "servicespec_updateconfig_failureaction" },
    },
  ),
  updateconfig_monitor: integer("Nanoseconds that a new task is watched for failure.", {
    place: inBody("UpdateConfig.Monitor"),
    names: { xsoar: "servicespec_updateconfig_monitor" },
  }),
  updateconfig_maxfailureratio: number("Share of failed tasks to put up with, from 0 to 1.", {
    max: 1,
    place: inBody("UpdateConfig.MaxFailureRatio"),
    names: { xsoar: "servicespec_updateconfig_maxfailureratio" },
  }),
  updateconfig_order: choice(
    "Whether the new task starts before the old one stops, or after.",
    ["stop-first", "start-first"],
    {
      place: inBody("UpdateConfig.Order"),
      names: { xsoar: "servicespec_updateconfig_order" },
    },
  ),
  rollbackconfig_parallelism: integer("Tasks changed at the same time; 0 for all at once.", {
    place: inBody("RollbackConfig.Parallelism"),
    names: { xsoar: "servicespec_rollbackconfig_parallelism" },
  }),
  rollbackconfig_delay: integer("Nanoseconds between batches.", {
    place: inBody("RollbackConfig.Delay"),
    names: { xsoar: "servicespec_rollbackconfig_delay" },
  }),
  rollbackconfig_failureaction: choice("What to do when too many tasks fail.", ["pause", "continue"], {
    place: inBody("RollbackConfig.FailureAction"),
    names: { xsoar: "servicespec_rollbackconfig_failureaction" },
  }),
  rollbackconfig_monitor: integer("Nanoseconds that a task is watched for failure.", {
    place: inBody("RollbackConfig.Monitor"),
    names: { xsoar: "servicespec_rollbackconfig_monitor" },
  }),
  rollbackconfig_maxfailureratio: number("Share of failed tasks to put up with, from 0 to 1.", {
    max: 1,
    place: inBody("RollbackConfig.MaxFailureRatio"),
    names: { xsoar: "servicespec_rollbackconfig_maxfailureratio" },
  }),
  rollbackconfig_order: choice(
    "Whether one task starts before the other stops, or after.",
    ["stop-first", "start-first"],
    {
      place: inBody("RollbackConfig.Order"),
      names: { xsoar: "servicespec_rollbackconfig_order" },
    },
  ),
};
