import type { V1_47 } from "../../generated/v1.47.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.47 and is typed with exactly that. */
export class Docker extends pinned<V1_47>("1.47") {}
export type * from "../../generated/v1.47.js";
export * from "../public.js";
