export type * from "../generated/v1.51.js";
export { Docker } from "./docker.js";
export * from "./public.js";
