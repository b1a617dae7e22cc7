import type { V1_44 } from "../../generated/v1.44.js";
import { pinned } from "./pinned.js";

/** A client that speaks API v1.44 and is typed with exactly that. */
export class Docker extends pinned<V1_44>("1.44") {}
export type * from "../../generated/v1.44.js";
export * from "../public.js";
