import type { V1_41 } from "../../generated/v1.41.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.41 and is typed with exactly that. */
export class Docker extends pinned<V1_41>("1.41") {}
export type * from "../../generated/v1.41.js";
export * from "../public.js";
