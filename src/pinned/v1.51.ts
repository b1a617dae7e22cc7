import type { V1_51 } from "../../generated/v1.51.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.51 and is typed with exactly that. */
export class Docker extends pinned<V1_51>("1.51") {}
export type * from "../../generated/v1.51.js";
export * from "../public.js";
