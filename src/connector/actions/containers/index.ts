/** The actions of the category containers, in the order in which they are shown. */

export { containerAttach } from "./container-attach.js";
export { containerChanges } from "./container-changes.js";
export { containerCommit } from "./container-commit.js";
export { containerExport } from "./container-export.js";
export { containerLogs } from "./container-logs.js";
export { containerStats } from "./container-stats.js";
export { containerTop } from "./container-top.js";
export { containerWait } from "./container-wait.js";
export { copyFromContainer } from "./copy-from-container.js";
export { copyToContainer } from "./copy-to-container.js";
export { createContainer } from "./create-container.js";
export { execContainer } from "./exec-container.js";
export { inspectContainer } from "./inspect-container.js";
export { killContainer } from "./kill-container.js";
export { listContainers } from "./list-containers.js";
export { pauseContainer } from "./pause-container.js";
export { pruneContainers } from "./prune-containers.js";
export { removeContainer } from "./remove-container.js";
export { renameContainer } from "./rename-container.js";
export { resizeContainer } from "./resize-container.js";
export { restartContainer } from "./restart-container.js";
export { startContainer } from "./start-container.js";
export { stopContainer } from "./stop-container.js";
export { unpauseContainer } from "./unpause-container.js";
export { updateContainer } from "./update-container.js";
