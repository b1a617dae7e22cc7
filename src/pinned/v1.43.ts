import type { V1_43 } from "../../generated/v1.43.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.43 and is typed with exactly that. */
export class Docker extends pinned<V1_43>("1.43") {}
export type * from "../../generated/v1.43.js";
export * from "../public.js";
