/** The actions of the category system, in the order in which they are shown. */

export { auth } from "./auth.js";
export { getInfo } from "./get-info.js";
export { getVersion } from "./get-version.js";
export { ping } from "./ping.js";
export { startSession } from "./start-session.js";
export { systemDf } from "./system-df.js";
export { systemEvents } from "./system-events.js";
export { testConnectivity } from "./test-connectivity.js";
