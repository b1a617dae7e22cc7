import type { Workload } from "./workload.js";
import { archiveWorkload } from "./workloads/archive.js";
import { callsWorkload } from "./workloads/calls.js";
import { engineExecWorkload } from "./workloads/engine-exec.js";
import { engineLogsWorkload } from "./workloads/engine-logs.js";
import { eventsWorkload } from "./workloads/events.js";
import { hijackWorkload } from "./workloads/hijack.js";
import { linesWorkload } from "./workloads/lines.js";
import { logsWorkload } from "./workloads/logs.js";
import { progressWorkload } from "./workloads/progress.js";
import { slowConsumerWorkload } from "./workloads/slow-consumer.js";

export const workloads: readonly Workload[] = [
  callsWorkload,
  logsWorkload,
  linesWorkload,
  slowConsumerWorkload,
  eventsWorkload,
  progressWorkload,
  archiveWorkload,
  hijackWorkload,
  engineExecWorkload,
  engineLogsWorkload,
];
