import { categorize, type FailureDetails } from "./error-category.js";
import type { SavedFile } from "./files.js";

/** What comes back over the border, whatever happened: plain JSON, never an exception. */
export interface Envelope<Item = Readonly<Record<string, unknown>>> {
  /** The action's own name, whichever it was asked for by. */
  readonly action: string;
  readonly status: "success" | "failed";
  /** A plain sentence. */
  readonly message: string;
  /** What was asked for, as it was understood, without secrets. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly data: readonly Item[];
  readonly summary: Readonly<Record<string, string | number | boolean>>;
  /** Where a platform with a context keeps the data, and the member that tells its items apart. */
  readonly context?: { readonly prefix: string; readonly keyField?: string };
  readonly counts: { readonly total: number; readonly successful: number };
  readonly files: readonly SavedFile[];
  readonly error?: EnvelopeError;
  readonly meta: EnvelopeMeta;
}

export interface EnvelopeError extends FailureDetails {
  readonly message: string;
  readonly action: string;
}

export interface EnvelopeMeta {
  /** Where the engine has been spoken with. */
  readonly apiVersion?: string;
  /** How many requests were sent, repeated ones included. */
  readonly attempts: number;
  readonly durationMs: number;
  readonly warnings: readonly string[];
  /** A limit cut the data short. */
  readonly truncated: boolean;
}

/** The envelope of an action that could not even begin. */
export function refusal(action: string, error: unknown): Envelope {
  const message = error instanceof Error ? error.message : String(error);
  return {
    action,
    status: "failed",
    message,
    parameters: {},
    data: [],
    summary: {},
    counts: { total: 1, successful: 0 },
    files: [],
    error: { ...categorize(error, false), message, action },
    meta: { attempts: 0, durationMs: 0, warnings: [], truncated: false },
  };
}
