import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { ContainerCreateBody, HostConfig } from "../../../generated/schema.js";
import type { Files } from "../../archive/pack-files.js";
import { InvalidArgumentError } from "../../errors.js";
import type { CreateWithImageOptions } from "../create-with-image.js";
import { envList } from "../env-list.js";
import type { LoopOptions, LoopProgram } from "./loop-options.js";
import { pythonProgram } from "./python-program.js";

/** Everything that tells a container with a loop from another one. */
export interface LoopSpec {
  readonly image: string;
  readonly body: ContainerCreateBody;
  readonly create: Omit<CreateWithImageOptions, "name">;
  /** What is put into it, and where. */
  readonly files: { readonly folder: string; readonly content: Files } | undefined;
  readonly maxLineBytes: number;
  /** The same for the same image, program and limits, whoever asks. */
  readonly key: string;
}

/** @throws InvalidArgumentError when an option is wrong */
export function loopSpec(image: string, options: LoopOptions = {}): LoopSpec {
  const { program = pythonProgram, pull, platform, onPull, maxLineBytes = 16 * 1024 * 1024 } = options;
  const [entrypoint, ...rest] = program.command;
  if (entrypoint === undefined) {
    throw new InvalidArgumentError("program.command has no words: give those that start the loop's program.");
  }
  if (!Number.isSafeInteger(maxLineBytes) || maxLineBytes < 1024) {
    throw new InvalidArgumentError(
      `maxLineBytes is ${maxLineBytes}; give a whole number of bytes from 1024 on.`,
    );
  }
  const placed = programFiles(program, options.readOnly ?? true);
  const { user = nobody, env, workingDir, labels } = options;
  const body: ContainerCreateBody = {
    Image: image,
    Entrypoint: [entrypoint],
    Cmd: rest,
    ...(user !== "" && { User: user }),
    ...(env && { Env: envList(env) }),
    ...(workingDir !== undefined && { WorkingDir: workingDir }),
    ...(labels && { Labels: { ...labels } }),
    // Without a TTY, which would send the requests back; and only with StdinOnce the loop ends when nobody speaks with it any more.
    Tty: false,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    StdinOnce: true,
    ...(placed?.volume !== undefined && { Volumes: { [placed.volume]: {} } }),
    HostConfig: hostConfig(options),
  };
  const digest = createHash("sha256")
    .update(program.content ?? "")
    .digest("hex");
  return {
    image,
    body,
    create: { pull, platform, onPull },
    files: placed,
    maxLineBytes,
    key: JSON.stringify([body, program.path, digest, platform, maxLineBytes]),
  };
}

/** Owner of nothing, in every image and without an entry in its list of users. */
const nobody = "65534:65534";

function hostConfig(options: LoopOptions): HostConfig {
  const {
    memory = 1024 ** 3,
    cpus = 1,
    pidsLimit = 256,
    network = "none",
    readOnly = true,
    tmpSize = 256 * 1024 ** 2,
  } = options;
  for (const [name, value] of Object.entries({ memory, cpus, pidsLimit, tmpSize })) {
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new InvalidArgumentError(`${name} is ${value}; give a number from 0 on, 0 for no limit.`);
    }
  }
  return {
    ...(memory > 0 && { Memory: memory, MemorySwap: memory }),
    ...(cpus > 0 && { NanoCpus: Math.round(cpus * 1e9) }),
    ...(pidsLimit > 0 && { PidsLimit: pidsLimit }),
    NetworkMode: network,
    ReadonlyRootfs: readOnly,
    Tmpfs: { "/tmp": `rw,noexec,nosuid,nodev,mode=1777${tmpSize > 0 ? `,size=${tmpSize}` : ""}` },
    CapDrop: ["ALL"],
    SecurityOpt: ["no-new-privileges"],
    // What scripts are given and give can be secret, and there is no end to it: the engine's log is no place for that.
    LogConfig: { Type: "none", Config: {} },
    // Removes it also where this process was killed: then its stdin ends, and so does the loop.
    AutoRemove: true,
    ...options.hostConfig,
  };
}

/** Where nothing can be changed in the image, an archive is taken by a volume only: one without a name goes with its container. */
function programFiles(
  { path, content }: LoopProgram,
  readOnly: boolean,
): { folder: string; content: Files; volume: string | undefined } | undefined {
  if (content === undefined) return undefined;
  if (path === undefined || !posix.isAbsolute(path) || posix.basename(path) === "" || path.endsWith("/")) {
    throw new InvalidArgumentError(
      `program.path is ${path === undefined ? "missing" : JSON.stringify(path)}; give the absolute path that the content is put at, such as /loop/loop.py.`,
    );
  }
  const place = posix.normalize(path);
  if (!readOnly) return { folder: "/", content: { [place.slice(1)]: content }, volume: undefined };
  const folder = posix.dirname(place);
  if (folder === "/") {
    throw new InvalidArgumentError(
      `program.path is ${JSON.stringify(path)}, and the image is read-only: give it a folder of its own, such as /loop${place}.`,
    );
  }
  return { folder, content: { [posix.basename(place)]: content }, volume: folder };
}
