import type { LoopContainer, LoopPool, ScriptRunOptions } from "../actions/loop/index.js";
import type { Newest } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import type { DockerError } from "../errors.js";
import type { Fields, ValuesOf } from "./field.js";
import type { FileSink, FileSource } from "./files.js";
import type { Settings } from "./settings.js";

/** One thing that a platform can ask for. Everything that is said of it, to users and to platforms, is said here. */
export interface Action<
  Name extends string = string,
  Input extends Fields = Fields,
  Output extends Fields = Fields,
> {
  /** In snake case; the name that results bear. */
  readonly name: Name;
  readonly title: string;
  readonly description: string;
  readonly category: Category;
  readonly effect: Effect;
  readonly platforms: ActionPlatforms;
  /** Names that are taken beside those of the platforms. */
  readonly aliases?: readonly string[];
  readonly input: Input;
  /** What stands in each item of `data`. An engine may say more than is named here. */
  readonly output: Output;
  /** The API version that brought it. */
  readonly since?: string;
  /** For what could go on without an end: where it is cut off. */
  readonly bounds?: Bounds;
  readonly run: (input: ValuesOf<Input>, context: ActionContext) => Promise<Outcome<ValuesOf<Output>>>;
}

export type Category =
  | "system"
  | "containers"
  | "exec"
  | "images"
  | "networks"
  | "volumes"
  | "swarm"
  | "execution";

export interface Effect {
  /** Changes nothing. */
  readonly readOnly: boolean;
  /** Loses something that cannot be had back. */
  readonly destructive: boolean;
  /** Once more has the same result as once. */
  readonly idempotent: boolean;
}

/** What the platforms know the action as. */
export interface ActionPlatforms {
  readonly splunk?: {
    readonly action: string;
    readonly identifier: string;
    readonly type: "test" | "investigate" | "generic";
    /** The member of a data item that holds what the engine said. */
    readonly dataKey?: string;
    readonly summaryKey?: string;
  };
  readonly fortisoar?: { readonly operation: string };
  readonly xsoar?: {
    readonly command: string;
    /** Where results stand in the context, such as `Docker.Container`. */
    readonly prefix?: string;
    readonly keyField?: string;
    /** Offered by its form; the others can be called from code only. */
    readonly published?: true;
  };
}

export interface Bounds {
  /** Milliseconds. */
  readonly time: number;
  readonly bytes: number;
  readonly items: number;
}

export interface ActionContext {
  readonly client: EngineClient<Newest>;
  /** The signal, and the deadline where the action is not bounded otherwise. */
  readonly call: CallOptions;
  readonly settings: Settings;
  readonly bounds: Bounds;
  readonly sink: FileSink;
  readonly source: FileSource;
  /** The containers for scripts, which outlast an action. */
  readonly loops: LoopPool<LoopContainer>;
  /** Answers what a script asks for, where the caller can. */
  readonly onCall: ScriptRunOptions["onCall"];
  /** Tells what goes on, in a line. */
  readonly progress: (message: string) => void;
}

/** What an action came to. */
export interface Outcome<Item = Readonly<Record<string, unknown>>> {
  readonly data: readonly Item[];
  /** A plain sentence. */
  readonly message: string;
  /** Numbers and short texts that sum up the data. */
  readonly summary?: Readonly<Record<string, string | number | boolean>>;
  /** Of an action on several things: how many there were, and how many of them went well. */
  readonly counts?: { readonly total: number; readonly successful: number };
  readonly truncated?: boolean;
  readonly warnings?: readonly string[];
  /** What went wrong: the action has failed, and the data says how far it came. */
  readonly failure?: DockerError | undefined;
}

/** Gives an action as it stands, its types inferred from its fields. */
export function defineAction<
  const Name extends string,
  const Input extends Fields,
  const Output extends Fields,
>(action: Action<Name, Input, Output>): Action<Name, Input, Output> {
  return action;
}

export const reads: Effect = { readOnly: true, destructive: false, idempotent: true };
export const changes: Effect = { readOnly: false, destructive: false, idempotent: false };
export const settles: Effect = { readOnly: false, destructive: false, idempotent: true };
export const destroys: Effect = { readOnly: false, destructive: true, idempotent: true };
