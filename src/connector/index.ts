/** `docker-engine-sdk/connector`: the actions that automation platforms offer, over one border of plain JSON. */

export type { Action, ActionContext, ActionPlatforms, Bounds, Category, Effect, Outcome } from "./action.js";
export { type ActionInput, type ActionItem, type ActionName, catalogue } from "./catalogue.js";
export { type Connector, type ConnectorOptions, createConnector, type ExecuteOptions } from "./connector.js";
export type { Envelope, EnvelopeError, EnvelopeMeta } from "./envelope.js";
export type { ErrorCategory, FailureDetails } from "./error-category.js";
export type { RequestLog } from "./execution.js";
export type { Entity, Field, FieldKind, Fields, Place, PlatformNames, ValuesOf } from "./field.js";
export { type FileDetails, type FileSink, type FileSource, folderSink, type SavedFile } from "./files.js";
export { inputSchema, type JsonSchema, outputSchema, settingsSchema } from "./json-schema.js";
export * from "./manifest/index.js";
export * from "./projection/index.js";
export type { Settings } from "./settings.js";
