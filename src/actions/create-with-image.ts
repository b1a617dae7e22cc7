import type { ContainerCreateBody } from "../../generated/schema.js";
import type { AnyVersion } from "../client/api-version.js";
import type { CallOptions } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import { InvalidArgumentError, NotFoundError } from "../errors.js";
import { createContainer } from "./created-container.js";
import { type EnsureImageOptions, ensureImage } from "./ensure-image.js";

export interface CreateWithImageOptions extends Pick<EnsureImageOptions, "onPull"> {
  /** When the image is pulled: by default where it is `"missing"`; with `"always"` for a newer one too. */
  readonly pull?: "missing" | "always" | "never";
  /** What the image must be made for, such as `linux/arm64`: one that is made for something else counts as missing. */
  readonly platform?: string;
  /** A name for the container. Default: one the engine makes up. */
  readonly name?: string;
}

/** Creates a container. The engine itself says whether it has the image, and for which platform: mostly one call is all. */
export async function createWithImage<V extends AnyVersion>(
  client: EngineClient<V>,
  image: string,
  body: ContainerCreateBody,
  { pull = "missing", platform, onPull, name }: CreateWithImageOptions,
  call: CallOptions,
): Promise<string> {
  if (!["missing", "always", "never"].includes(pull)) {
    throw new InvalidArgumentError(`pull is ${JSON.stringify(pull)}; give "missing", "always" or "never".`);
  }
  // What may take long before there is a container can be aborted, the create itself cannot.
  await client.minorVersion(call);
  const create = () => createContainer(client, body, { name, platform }, call);
  const ensure = (when: "missing" | "always") =>
    ensureImage(client, image, { pull: when, platform, onPull }, call);
  if (pull === "always") await ensure(pull);
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof NotFoundError) || pull === "always") throw error;
    if (pull === "never") throw notPulled(error);
    // Where the image is here, something else is missing.
    if (!(await ensure("missing")).pulled) throw error;
    return await create();
  }
}

function notPulled(error: NotFoundError): NotFoundError {
  const { message, status, method, path } = error;
  const hint = 'It is not pulled, as pull is "never": pull it before with docker.images.pull().';
  return new NotFoundError(`${message.replace(/\.?$/, ".")} ${hint}`, { status, method, path, cause: error });
}
