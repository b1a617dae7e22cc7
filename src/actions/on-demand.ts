/** What many programs never use, in one piece that is read from the disk by the first call that needs it. */
export { directoryContext, textContext } from "../archive/build-context.js";
export { readSecrets } from "../buildkit/build-secrets.js";
export { openBuildSession } from "../buildkit/build-session.js";
export { copyFrom } from "./copy-from.js";
export { copyTo } from "./copy-to.js";
export { followDeployment } from "./deploy-follow.js";
export { submit } from "./deploy-submit.js";
export { DeployWatch } from "./deploy-watch.js";
export { diagnose } from "./diagnose.js";
export { runScript } from "./loop/run-script.js";
export { prune } from "./prune.js";
export { recreate } from "./recreate.js";
export { snapshot } from "./snapshot.js";
export { waitFor } from "./wait-for.js";
export { waitHealthy } from "./wait-healthy.js";
