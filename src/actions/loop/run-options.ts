import type { ScriptCall, ScriptLog } from "./message.js";

/** What a loop is asked to run. Further members are sent as they are. */
export interface ScriptRequest {
  /** The source. */
  readonly script: string;
  /** Runs it as an integration's command and not as a script. Default false. */
  readonly integration?: boolean;
  /** The loop ends after it, so that its container is not used again. Default false. */
  readonly native?: boolean;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly command?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

export interface ScriptRunOptions {
  /** Told of each log as it comes. What it throws ends the run. */
  readonly onLog?: (log: ScriptLog) => void;
  /** Told of each result as it comes. What it throws ends the run. */
  readonly onResult?: (result: unknown) => void;
  /**
   * Answers what the script asks for: the answer goes to it as JSON, what is thrown becomes an error in the script, and so does
   * undefined, for a call that nobody here knows. Logs never come here. `signal` aborts when the answer is not wanted any more.
   */
  readonly onCall?: (call: ScriptCall, options: { readonly signal: AbortSignal }) => unknown;
  /** Milliseconds for the script; then its container is killed. 0 for no limit. Default: 5 minutes. */
  readonly timeout?: number;
  /** Scripts of different tenants never share a container. */
  readonly tenant?: string;
  /** `false` for a container of its own, which is removed afterwards. */
  readonly reuse?: boolean;
  /** More output than this kills the container and is an error with the code `OUTPUT_LIMIT`. In bytes; default 64 MiB. */
  readonly maxOutputBytes?: number;
}

export interface ScriptOutcome {
  /** The entries that the script gave, in their order. */
  readonly results: readonly unknown[];
  readonly logs: readonly ScriptLog[];
  /** Lines on stdout that are no messages, such as those of child processes: the first 200, no more than 1000 characters of each. */
  readonly noise: readonly string[];
  /** What it failed with, as a traceback or what it said itself. */
  readonly exception?: string;
  /** The last lines of stderr. */
  readonly stderr: string;
  readonly containerId: string;
  /** Whether its container had run scripts before. */
  readonly reused: boolean;
}
