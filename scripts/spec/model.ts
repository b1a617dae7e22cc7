import type { OperationFacts, ParameterFacts, SchemaFacts, SpecFacts } from "./strip.js";

/** A version's facts with what the patches add to them. */
export interface Spec extends SpecFacts {
  definitions: Record<string, Schema>;
  paths: Record<string, Record<string, Operation>>;
}

export interface Operation extends OperationFacts {
  parameters?: Parameter[];
  responses: Record<string, { schema?: Schema }>;
  /** What a success answers, when it is not plain JSON. */
  answer?: { kind: AnswerKind; item?: Schema };
  /** What the request body is, when it is not JSON. */
  upload?: "tar" | "tar-or-none";
  /** 304 means that it was already so: a success. */
  already?: boolean;
  /** The keys of the `filters` parameter. */
  filters?: Record<string, FilterKey>;
}

export type AnswerKind =
  | "json"
  | "empty"
  | "text"
  | "headers"
  | "logs"
  | "json-stream"
  | "progress"
  | "tar"
  | "hijack"
  | "websocket"
  | "session";

export interface Parameter extends ParameterFacts {
  schema?: Schema;
  /** The shape of the value, when it goes over the wire as JSON text. */
  json?: Schema;
}

export interface Schema extends SchemaFacts {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  /** The enum names the known words; an engine knows more. */
  open?: boolean;
  /** The property is in every object that an engine answers. */
  always?: boolean;
}

export interface FilterKey {
  kind: "string" | "label" | "enum" | "integer" | "boolean" | "timestamp" | "duration";
  values?: string[];
  form?: string | string[];
  since?: string;
  until?: string;
}
