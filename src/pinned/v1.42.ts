import type { V1_42 } from "../../generated/v1.42.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.42 and is typed with exactly that. */
export class Docker extends pinned<V1_42>("1.42") {}
export type * from "../../generated/v1.42.js";
export * from "../public.js";
