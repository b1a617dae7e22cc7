import type { V1_48 } from "../../generated/v1.48.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.48 and is typed with exactly that. */
export class Docker extends pinned<V1_48>("1.48") {}
export type * from "../../generated/v1.48.js";
export * from "../public.js";
