import type { V1_40 } from "../../generated/v1.40.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.40 and is typed with exactly that. */
export class Docker extends pinned<V1_40>("1.40") {}
export type * from "../../generated/v1.40.js";
export * from "../public.js";
