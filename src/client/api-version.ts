import type { OperationId } from "../../generated/operations.js";
import type { V1_51 } from "../../generated/v1.51.js";

/** An API version as types. `generated/` has one for each version. */
export interface AnyVersion {
  version: string;
  calls: { [Operation in OperationId]: { options: unknown; body: unknown; result: unknown } };
  paths: object;
}

/** The version that the main entry is typed with. */
export type Newest = V1_51;

/** The options of an operation in a version, by their public names. */
export type Options<V extends AnyVersion, Operation extends OperationId> = V["calls"][Operation]["options"];

/** The request body of an operation in a version. */
export type Body<V extends AnyVersion, Operation extends OperationId> = V["calls"][Operation]["body"];

/** What an operation answers in a version; of a JSON stream, one of its messages. */
export type Result<V extends AnyVersion, Operation extends OperationId> = V["calls"][Operation]["result"];

/** The minor number of `1.43` or `v1.43`: what tells versions apart, all of them being 1.something. Undefined for anything else. */
export function minorOf(version: unknown): number | undefined {
  const [, minor] = (typeof version === "string" && /^v?1\.(\d{1,4})$/.exec(version)) || [];
  return minor === undefined ? undefined : Number(minor);
}
