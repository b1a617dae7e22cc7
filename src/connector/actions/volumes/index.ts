/** The actions of the category volumes, in the order in which they are shown. */

export { createVolume } from "./create-volume.js";
export { inspectVolume } from "./inspect-volume.js";
export { listVolumes } from "./list-volumes.js";
export { pruneVolumes } from "./prune-volumes.js";
export { removeVolume } from "./remove-volume.js";
