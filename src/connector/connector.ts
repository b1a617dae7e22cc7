import { type LoopContainer, LoopPool, poolLimits, type ScriptRunOptions } from "../actions/loop/index.js";
import type { Newest } from "../client/api-version.js";
import { EngineClient } from "../client/client.js";
import { DockerError, InvalidArgumentError } from "../errors.js";
import type { Action, Bounds, Outcome } from "./action.js";
import { boundsOf } from "./bounds.js";
import { type ActionInput, type ActionItem, type ActionName, actionNames, catalogue } from "./catalogue.js";
import { clientOptions } from "./client-options.js";
import type { Envelope } from "./envelope.js";
import { categorize } from "./error-category.js";
import { Execution, HeldBack, type RequestLog, WatchedConnection } from "./execution.js";
import { type FileSink, folderSink, givenFiles, type SavedFile } from "./files.js";
import { heldBack } from "./held-back.js";
import { readInput } from "./read-input.js";
import { redact } from "./redact.js";
import { type Settings, settingFields } from "./settings.js";
import { withoutNulls } from "./without-nulls.js";

/**
 * Makes a connector of what a platform's form holds: settings in any spelling, values as text or as they are. Nothing is sent
 * yet.
 * @throws InvalidArgumentError with every fault of the settings
 * @example
 * const connector = createConnector({ url: "https://10.0.0.5:2376", clientCert, clientKey, caCert });
 * const { status, message, data } = await connector.execute("list_containers", { all: "true" });
 */
export function createConnector(config: unknown, options: ConnectorOptions = {}): Connector {
  return new Connector(readInput(settingFields, config, "the configuration") as Settings, options); // as its fields say
}

/** Runs actions on one engine. It never throws for what an action, a parameter or the engine does: the envelope tells. */
export class Connector implements AsyncDisposable {
  /** What can be asked for, in the order of the catalogue. */
  readonly actions: readonly Action[] = catalogue;
  readonly #settings: Settings;
  readonly #options: ConnectorOptions;
  readonly #warnings: readonly string[];
  readonly #connection: WatchedConnection;
  readonly #client: EngineClient<Newest>;
  readonly #loops = newLoops();

  constructor(settings: Settings, options: ConnectorOptions) {
    const client = clientOptions(settings);
    this.#settings = settings;
    this.#options = options;
    this.#warnings = client.warnings;
    this.#connection = new WatchedConnection(client.options);
    this.#client = new EngineClient<Newest>(this.#connection);
  }

  /**
   * Runs an action by any of its names. Its own name knows the types of what it takes and gives; the parameters can also be
   * what platforms send: texts, lists with commas, JSON text, null and empty text for what was left blank.
   */
  async execute<const Name extends string>(
    name: Name,
    parameters?: Name extends ActionName ? ActionInput<Name> : unknown,
    options: ExecuteOptions = {},
  ): Promise<Envelope<Name extends ActionName ? ActionItem<Name> : Item>> {
    const envelope = await this.#execute(String(name), parameters, options);
    return envelope as Envelope<Name extends ActionName ? ActionItem<Name> : Item>; // as its fields say
  }

  /** Asks the engine who it is, within the time for it. Like the test button of a platform. */
  testConnectivity(options?: Pick<ExecuteOptions, "signal">): Promise<Envelope> {
    return this.execute("test_connectivity", { timeout: this.#settings.healthTimeout }, options);
  }

  /** Breaks what is under way, removes the containers of scripts and closes every connection. */
  async close(): Promise<void> {
    try {
      await this.#loops.close();
    } finally {
      await this.#connection.close();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #execute(name: string, parameters: unknown, options: ExecuteOptions): Promise<Envelope> {
    const started = performance.now();
    const execution = new Execution(this.#options.log);
    const run: Run = { execution, options, files: [], parameters: {}, action: undefined };
    try {
      const outcome = await execution.run(() => this.#run(name, parameters, run));
      return this.#envelope(run, name, started, outcome);
    } catch (error) {
      return this.#envelope(run, name, started, undefined, error);
    }
  }

  async #run(name: string, parameters: unknown, run: Run): Promise<Outcome> {
    const action = actionNames.get(name);
    if (action === undefined) throw unknownAction(name);
    run.action = action;
    this.#checkAllowed(action);
    const values = readInput(action.input, parameters, action.name);
    run.parameters = redact(action.input, values);
    const { signal, onProgress, files = {}, dryRun = false } = run.options;
    if (dryRun) {
      // Asked for before, as others may wait for the same question: the version has to be known to say what would be sent.
      await this.#client.minorVersion({ signal });
      run.execution.holdBack = action.effect.readOnly ? "all" : "changes";
    }
    try {
      return await action.run(values, {
        client: this.#client,
        call: { signal },
        settings: this.#settings,
        bounds: boundsOf(action, run.options.bounds),
        sink: noting(run.options.sink ?? this.#options.sink ?? folderSink(), run.files),
        source: givenFiles(files),
        // A container that is there already would be spoken with past all requests.
        loops: dryRun ? newLoops() : this.#loops,
        onCall: run.options.onCall,
        progress: (message) => onProgress?.(message),
      });
    } catch (error) {
      if (error instanceof HeldBack && dryRun) return heldBack(error.request());
      throw error;
    }
  }

  #checkAllowed({ name, category, effect }: Action): void {
    const { readOnly, allowedActions, allowedCategories } = this.#settings;
    const allowed = allowedActions?.map((allowed) => actionNames.get(allowed)?.name ?? allowed);
    const reason =
      readOnly && !effect.readOnly
        ? "it changes something, and the connector is set to read only"
        : allowed && !allowed.includes(name)
          ? "it is not among the allowed actions"
          : allowedCategories && !allowedCategories.includes(category)
            ? `the category ${category} is not among the allowed ones`
            : undefined;
    if (reason) throw new DockerError(`${name} is not done: ${reason}.`, { code: "ACTION_REFUSED" });
  }

  #envelope(run: Run, name: string, started: number, outcome?: Outcome, error?: unknown): Envelope {
    const { action, execution, parameters, files } = run;
    const shownName = action?.name ?? name;
    const cause = outcome === undefined ? error : outcome.failure;
    const failed = outcome === undefined || outcome.failure !== undefined;
    const failure = failed ? failureOf(cause, run, shownName) : undefined;
    const data = withoutNulls(action?.output ?? {}, outcome?.data ?? []);
    const { prefix, keyField } = action?.platforms.xsoar ?? {};
    const apiVersion = this.#client.agreedVersion;
    return {
      action: shownName,
      status: failure ? "failed" : "success",
      message: failure?.message ?? outcome?.message ?? "",
      parameters,
      data,
      summary: outcome?.summary ?? (failure ? {} : { total: data.length }),
      ...(prefix !== undefined && { context: { prefix, ...(keyField !== undefined && { keyField }) } }),
      counts: outcome?.counts ?? { total: 1, successful: failure ? 0 : 1 },
      files,
      ...(failure && { error: failure }),
      meta: {
        ...(apiVersion !== undefined && { apiVersion }),
        attempts: execution.attempts,
        durationMs: Math.round(performance.now() - started),
        warnings: [...this.#warnings, ...(outcome?.warnings ?? [])],
        truncated: outcome?.truncated ?? false,
      },
    };
  }
}

type Item = Readonly<Record<string, unknown>>;

export interface ConnectorOptions {
  /** Told of every request, without secrets. */
  readonly log?: RequestLog;
  /** Where big results go. Default: a folder of the temporary one. */
  readonly sink?: FileSink;
}

export interface ExecuteOptions {
  readonly signal?: AbortSignal;
  /** Told what goes on, in lines. */
  readonly onProgress?: (message: string) => void;
  /** Files that the action may take in, by the names that its parameters say: paths of this machine, or contents. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Changes nothing: asks for the version and what has to be read, and gives the request that would go out as the data. */
  readonly dryRun?: boolean;
  /** Where big results go. Default: that of the connector. */
  readonly sink?: FileSink;
  /** Lower limits for what could go on without an end. */
  readonly bounds?: Partial<Bounds>;
  /** Answers what a script asks for: commands, lists, its context. Without it scripts are refused those. */
  readonly onCall?: ScriptRunOptions["onCall"];
}

/** What is known of an execution while it goes on. */
interface Run {
  readonly execution: Execution;
  readonly options: ExecuteOptions;
  readonly files: SavedFile[];
  parameters: Readonly<Record<string, unknown>>;
  action: Action | undefined;
}

function newLoops(): LoopPool<LoopContainer> {
  return new LoopPool(poolLimits());
}

function unknownAction(name: string): InvalidArgumentError {
  const nearest = actionNames.nearest(name);
  const hint =
    nearest.length === 0
      ? "The command `docker-engine-sdk connector manifest jsonschema` lists all there are."
      : `Did you mean ${nearest.join(" or ")}?`;
  return new InvalidArgumentError(`there is no action ${JSON.stringify(name.slice(0, 100))}. ${hint}`);
}

function failureOf(
  error: unknown,
  { action, options, execution }: Run,
  name: string,
): NonNullable<Envelope["error"]> {
  const { signal } = options;
  const message = error instanceof Error ? error.message : String(error);
  if (signal?.aborted && error === signal.reason) {
    const retryable = (action?.effect.idempotent ?? true) || execution.attempts === 0;
    return { category: "cancelled", message: `${name} was cancelled.`, retryable, action: name };
  }
  const { endpoint } = execution;
  return {
    ...(endpoint !== undefined && { endpoint }),
    ...categorize(error, action?.effect.idempotent ?? false),
    message,
    action: name,
  };
}

/** Notes every file that is saved. */
function noting(sink: FileSink, files: SavedFile[]): FileSink {
  return {
    async save(name, content, details) {
      const saved = await sink.save(name, content, details);
      files.push(saved);
      return saved;
    },
  };
}
