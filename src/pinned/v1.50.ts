import type { V1_50 } from "../../generated/v1.50.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.50 and is typed with exactly that. */
export class Docker extends pinned<V1_50>("1.50") {}
export type * from "../../generated/v1.50.js";
export * from "../public.js";
