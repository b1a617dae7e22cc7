import type { ImageBuildOptions } from "../../../../generated/schema.js";
import { build } from "../../../actions/build.js";
import type { CallOptions } from "../../../client/call-options.js";
import { encodeRegistryConfig } from "../../../client/registry-auth.js";
import { InvalidArgumentError } from "../../../errors.js";
import { Images } from "../../../resources/images.js";
import type { BuildEvent } from "../../../streams/build-event.js";
import type { BuildResult } from "../../../streams/build-progress.js";
import type { Job } from "../../../streams/job.js";
import { type ActionContext, changes, defineAction } from "../../action.js";
import { list, objects, text, type ValuesOf } from "../../field.js";
import { place } from "../../operation-action.js";
import { withLastLines } from "./build-failure.js";
import { buildInput as input } from "./build-input.js";
import { BuildLog } from "./build-log.js";
import { buildTime } from "./build-time.js";
import { unfoldDockerfile } from "./dockerfile-text.js";
import { jobBounds } from "./job-bounds.js";
import { buildLines, watched } from "./job-lines.js";
import { readRegistryConfig } from "./registry-config.js";

export const buildImage = defineAction({
  name: "build_image",
  title: "Build image",
  description: "Builds an image from a Dockerfile and its context.",
  category: "images",
  effect: changes,
  platforms: { fortisoar: { operation: "build_image" }, xsoar: { command: "docker-image-build" } },
  input,
  output: {
    id: text("Id of the image; empty where the outputs make none.", { required: true, entity: "image" }),
    tags: list("Its names.", { required: true }),
    build_output: objects("What the builder said, an object with the member stream for each line.", {
      required: true,
    }),
  },
  bounds: jobBounds,
  async run(values, context) {
    const log = new BuildLog(context.bounds);
    const tell = (line: string) => {
      log.add(line);
      context.progress(line);
    };
    const timeout = buildTime(values.timeout, context);
    const headers = await headersFor(values, context);
    const job = start(values, context, { ...context.call, timeout, headers });
    const { id } = await watched(job, buildLines(), tell).catch((error: unknown) => {
      throw withLastLines(error);
    });
    const names = values.t.join(", ");
    return {
      data: [{ id, tags: values.t, build_output: log.lines.map((stream) => ({ stream })) }],
      message: `Successfully built image ${names}${id && ` with the id ${id}`}.`,
      summary: { id },
      truncated: log.truncated,
    };
  },
});

/** A plain function, as a job that an async one returns is awaited at once. */
function start(
  values: Values,
  { client, source }: ActionContext,
  call: CallOptions,
): Job<BuildEvent, BuildResult> {
  const { dockerfile_content: content, context: archive } = values;
  const { options } = place(input, values);
  const { remote, version, dockerfile, ...others } = options as ImageBuildOptions; // the fields have their places there
  const given = [content, archive, remote].filter((source) => source !== undefined);
  if (given.length !== 1) {
    throw new InvalidArgumentError("give one of dockerfile_content, context and remote to build from.");
  }
  const buildkit = version === "2" || others.outputs !== undefined;
  if (buildkit && values.registry_config !== undefined) {
    throw new InvalidArgumentError(
      "registry_config is for the classic builder; BuildKit asks for the credentials in the connector's settings.",
    );
  }
  if (remote !== undefined) {
    const said = { ...others, remote, dockerfile, ...(buildkit && { version: "2" as const }) };
    return new Images(client).build(undefined, said, call);
  }
  return archive === undefined
    ? build(client, { dockerfile: unfoldDockerfile(content ?? "") }, { ...others, buildkit }, call)
    : build(client, source.open(archive), { ...others, dockerfile, buildkit }, call);
}

/** The header with these credentials beside the settings' own, in whose place it goes. */
async function headersFor(
  { registry_config: given }: Values,
  { client, call }: ActionContext,
): Promise<CallOptions["headers"]> {
  if (given === undefined) return undefined;
  const { auths } = await client.credentials.all(call);
  return { "x-registry-config": encodeRegistryConfig({ ...auths, ...readRegistryConfig(given) }) };
}

type Values = ValuesOf<typeof input>;
