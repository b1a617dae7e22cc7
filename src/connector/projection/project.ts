import type { Envelope } from "../envelope.js";
import { type FortisoarProjection, forFortisoar } from "./fortisoar.js";
import type { Platform } from "./platform.js";
import { forSplunk, type SplunkProjection } from "./splunk.js";
import { forXsoar, type XsoarProjection } from "./xsoar.js";

/** What a platform is handed of an envelope, in the shape that its own calls take, so that its module has nothing to decide. */
export function project<P extends Platform>(platform: P, envelope: Envelope): Projections[P] {
  const projections: { readonly [Name in Platform]: (envelope: Envelope) => Projections[Name] } = {
    splunk: forSplunk,
    fortisoar: forFortisoar,
    xsoar: forXsoar,
  };
  return projections[platform](envelope);
}

export interface Projections {
  readonly splunk: SplunkProjection;
  readonly fortisoar: FortisoarProjection;
  readonly xsoar: XsoarProjection;
}
