import { Docker } from "../../src/index.js";
import { quickstartImage } from "../quickstart/image.js";
import { fakeEngine } from "./fake-engine.js";
import { fronts } from "./fronts.js";
import { run } from "./run.js";

/** The engine that consumer/story.mjs speaks with. */
export interface StoryEngine extends AsyncDisposable {
  readonly name: string;
  /** What the programs find in their environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** The one at the unix socket that DOCKER_HOST names, else a fake. */
export async function storyEngine(workplace: string): Promise<StoryEngine> {
  const host = process.env.DOCKER_HOST ?? "";
  const fake = host.startsWith("unix://") ? undefined : await fakeEngine();
  const address = fake?.host ?? host;
  const image = fake === undefined ? await imageOf(address) : "any:1";
  const ways = await fronts(address.slice("unix://".length), workplace);
  const settings = { host: address, image, tls: ways.tls, ssh: ways.ssh };
  return {
    name: fake === undefined ? host : "a fake engine, as DOCKER_HOST names no unix socket",
    env: { STORY_SETTINGS: JSON.stringify(settings), PATH: `${ways.bin}:${process.env.PATH}` },
    async [Symbol.asyncDispose]() {
      await ways[Symbol.asyncDispose]();
      await fake?.close();
    },
  };
}

async function imageOf(host: string): Promise<string> {
  await using docker = new Docker({ host });
  return (await quickstartImage(docker)).image;
}

/** How long a program may go on after its last word. */
const LEAVING_MS = 2_000;

/** Runs a program of consumer/; throws with the steps that failed. */
export async function checkStory(
  program: string,
  args: readonly string[],
  cwd: string,
  { env }: StoryEngine,
): Promise<string> {
  const { stdout, quiet } = await run(program, args, {
    cwd,
    env: { ...env, NO_COLOR: "1" },
    timeout: 90_000,
  });
  const lines = stdout
    .trim()
    .split("\n")
    // As consumer/story.mjs writes them.
    .map((line) => JSON.parse(line) as { step: string; passed?: boolean; error?: string });
  const failed = lines.filter(({ passed }) => passed === false);
  if (failed.length > 0) throw new Error(failed.map(({ step, error }) => `${step}: ${error}`).join("\n"));
  if (lines.at(-1)?.step !== "end") throw new Error(`The story did not come to its end:\n${stdout}`);
  if (quiet > LEAVING_MS) throw new Error(`It went on for ${Math.round(quiet)} ms after its end.`);
  return lines
    .slice(0, -1)
    .map(({ step }) => step)
    .join(" · ");
}
