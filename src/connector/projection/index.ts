/** What platforms send and get, where it is not what everyone does. */

export type { FortisoarProjection } from "./fortisoar.js";
export { forFortisoar } from "./fortisoar.js";
export { fromPlatform, type PlatformRequest } from "./from-platform.js";
export { isPlatform, type Platform, platforms } from "./platform.js";
export { type Projections, project } from "./project.js";
export { forSplunk, type SplunkProjection } from "./splunk.js";
export { forXsoar, type XsoarProjection, type XsoarResults } from "./xsoar.js";
