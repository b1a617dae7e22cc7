import type { AnyVersion, Options } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { parseImageReference, pullTarget } from "../client/image-reference.js";
import { opener } from "../client/open-stream.js";
import { type PullResult, pullProgress } from "../streams/image-progress.js";
import { Job, type JobReducer } from "../streams/job.js";
import type { ProgressStep } from "../streams/progress.js";
import { EitherSignal } from "../transport/either-signal.js";
import { registryAuth } from "./registry-headers.js";

export interface PullOptions {
  /** What the image must be made for, such as `linux/arm64`. Default: what the engine runs on. */
  readonly platform?: string;
}

export interface PulledImage extends PullResult {
  /** The id of the image, as the engine has it now. */
  readonly id: string;
}

/** Pulls one image. It is told by what was asked for, so that the result is never another one's. */
export function pullImage<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  options: PullOptions | undefined,
  call: CallOptions | undefined,
): Job<ProgressStep, PulledImage> {
  const reference = parseImageReference(image);
  const target = pullTarget(reference);
  const open = opener(
    client,
    "ImageCreate",
    async (during) => ({
      options: { ...target, ...options } as Options<V, "ImageCreate">, // the same names in every version
      headers: await registryAuth(client, reference.registry, during),
    }),
    call,
  );
  return new Job(open, withId(client, `${reference.name}${reference.digest ? "@" : ":"}${target.tag}`, call));
}

function withId<V extends AnyVersion>(
  client: EngineClient<V>,
  name: string,
  call: CallOptions | undefined,
): JobReducer<ProgressStep, PulledImage> {
  const progress = pullProgress();
  return {
    take: progress.take,
    async finish(steps, abandoned) {
      const result = await progress.finish(steps, abandoned);
      const either = new EitherSignal(call?.signal, abandoned);
      try {
        const asked = { ...call, signal: either.signal };
        const image = await client.call("ImageInspect", { path: { name } }, asked);
        return { ...result, id: (image as { Id: string }).Id }; // so in every version
      } finally {
        either.leave();
      }
    },
  };
}
