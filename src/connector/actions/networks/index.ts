/** The actions of the category networks, in the order in which they are shown. */

export { connectNetwork } from "./connect-network.js";
export { createNetwork } from "./create-network.js";
export { disconnectNetwork } from "./disconnect-network.js";
export { inspectNetwork } from "./inspect-network.js";
export { listNetworks } from "./list-networks.js";
export { pruneNetworks } from "./prune-networks.js";
export { removeNetwork } from "./remove-network.js";
