import type { V1_45 } from "../../generated/v1.45.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.45 and is typed with exactly that. */
export class Docker extends pinned<V1_45>("1.45") {}
export type * from "../../generated/v1.45.js";
export * from "../public.js";
