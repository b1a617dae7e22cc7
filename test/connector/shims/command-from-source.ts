/** What the command does with a request, run from the sources: for tests where the package is not built. */
import { text } from "node:stream/consumers";
import { createConnector } from "../../../src/connector/connector.js";
import { refusal } from "../../../src/connector/envelope.js";
import { folderSink } from "../../../src/connector/files.js";
import { fromPlatform } from "../../../src/connector/projection/from-platform.js";
import type { Platform } from "../../../src/connector/projection/platform.js";
import { project } from "../../../src/connector/projection/project.js";

const request = JSON.parse(await text(process.stdin)) as {
  readonly platform: Platform;
  readonly config: object;
  readonly action: string;
  readonly params: object;
  readonly files: Record<string, string>;
  readonly output: string;
};
const { config, action, params } = fromPlatform(request.platform, request);
const answer = async () => {
  await using connector = createConnector(config, { sink: folderSink(request.output) });
  return await connector.execute(action, params, { files: request.files });
};
const envelope = await answer().catch((error: unknown) => refusal(action, error));
process.stdout.write(`${JSON.stringify({ ...envelope, projection: project(request.platform, envelope) })}\n`);
