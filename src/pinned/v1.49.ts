import type { V1_49 } from "../../generated/v1.49.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.49 and is typed with exactly that. */
export class Docker extends pinned<V1_49>("1.49") {}
export type * from "../../generated/v1.49.js";
export * from "../public.js";
