import type { Bounds } from "../../action.js";

/** Long enough for images that are big and registries that are far. The lines of a log are kept within the rest. */
export const jobBounds: Bounds = { time: 3_600_000, bytes: 1024 * 1024, items: 10_000 };
