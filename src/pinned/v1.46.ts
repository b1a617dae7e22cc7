import type { V1_46 } from "../../generated/v1.46.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.46 and is typed with exactly that. */
export class Docker extends pinned<V1_46>("1.46") {}
export type * from "../../generated/v1.46.js";
export * from "../public.js";
