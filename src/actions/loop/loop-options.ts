import type { HostConfig } from "../../../generated/schema.js";
import type { CreateWithImageOptions } from "../create-with-image.js";
import type { Env } from "../env-list.js";
import type { PoolLimits } from "./pool.js";

/** Everything that is left out has a value that a script of a stranger may be run with. */
export interface LoopOptions extends Omit<CreateWithImageOptions, "name">, Partial<PoolLimits> {
  /** What speaks for the scripts in the container. Default: a loop in Python 3, for images that have `python3`. */
  readonly program?: LoopProgram;
  /** `user`, `uid`, `user:group` or `uid:gid`; `""` for the image's own. Default: `65534:65534`, who owns nothing. */
  readonly user?: string;
  /** In bytes, swap included; 0 for no limit. Default: 1 GiB. */
  readonly memory?: number;
  /** How many processors it may use, such as 0.5; 0 for no limit. Default: 1. */
  readonly cpus?: number;
  /** How many processes and threads there may be; 0 for no limit. Default: 256. */
  readonly pidsLimit?: number;
  /** The network it is in, such as `bridge`. Default: `none`. */
  readonly network?: string;
  /** Whether the image's files cannot be changed. `/tmp` can be written in any case. Default: true. */
  readonly readOnly?: boolean;
  /** Bytes that `/tmp` may hold, which is in memory. Default: 256 MiB. */
  readonly tmpSize?: number;
  /** Variables, `{ KEY: "value" }` or `["KEY=value"]`. */
  readonly env?: Env;
  /** The folder the loop runs in. */
  readonly workingDir?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Mounts, devices and the like, as the API spells them: it goes before everything that is said by the options above. */
  readonly hostConfig?: HostConfig;
  /** A longer line of output kills the container. In bytes; default 16 MiB. */
  readonly maxLineBytes?: number;
}

/** A program that speaks the loop protocol on its stdin and stdout. */
export interface LoopProgram {
  /** The words that start it, such as `["python3", "-u", "/loop/loop.py"]`. The image's entrypoint does not count. */
  readonly command: readonly string[];
  /** Where it is put, in a folder that has nothing else in it, before the container starts. Left out where the image has it. */
  readonly path?: string;
  /** What is put there. */
  readonly content?: string | Uint8Array;
}
