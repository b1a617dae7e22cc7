import { tar } from "../../../../scripts/engine/tar.js";
import type { Round } from "../round.js";
import type { World } from "./world.js";

/** Everything about images that needs no registry. */
export async function tourImages(round: Round, world: World): Promise<void> {
  await look(round, world);
  await make(round, world);
}

async function look(round: Round, { engine, image }: World): Promise<void> {
  await round.ask("ImageList");
  await round.ask("ImageList", { query: { all: true, filters: { reference: [image] } } });
  if (round.since("1.42")) await round.ask("ImageList", { query: { "shared-size": true } });
  if (round.since("1.47")) await round.ask("ImageList", { query: { manifests: true } });
  for (const name of [engine.image, image]) {
    await round.ask("ImageInspect", { path: { name } });
    await round.ask("ImageHistory", { path: { name } });
  }
  if (round.since("1.48"))
    await round.ask("ImageInspect", { path: { name: image }, query: { manifests: true } });
  await round.probe("ImageInspect", { path: { name: "sdk-no-such-image" } });
  await round.ask("ImageGetAll", { query: { names: [engine.image] } });
}

async function make(round: Round, { engine, created }: World): Promise<void> {
  const repo = engine.uniqueName("image");
  const nowhere = `127.0.0.1:9/${repo}`;
  const [tagged, committed, built, imported] = ["tagged", "committed", "built", "imported"].map(
    (tag) => `${repo}:${tag}`,
  );
  await round.ask("ImageTag", { path: { name: engine.image }, query: { repo, tag: "tagged" } });
  await round.ask("ImageCommit", { query: { container: created, repo, tag: "committed" }, body: {} });
  const recipe = `FROM ${engine.image}\nLABEL a=b\nENV A=b\nRUN echo hello\n`;
  await round.ask("ImageBuild", { query: { t: built, rm: true, forcerm: true }, body: context(recipe) });
  const failing = `FROM ${engine.image}\nRUN exit 3\n`;
  await round.ask("ImageBuild", { query: { rm: true, forcerm: true }, body: context(failing) });
  await round.probe("ImageBuild", { body: context("NONSENSE\n") });
  const files = tar([{ path: "a.txt", mode: 0o644, content: Buffer.from(`${repo} ${round.version}\n`) }]);
  await round.ask("ImageCreate", { query: { fromSrc: "-", repo, tag: "imported" }, body: files });
  const archive = await round.ask("ImageGet", { path: { name: imported ?? "" } });
  await round.ask("ImageInspect", { path: { name: imported ?? "" } });
  await round.ask("ImageDelete", { path: { name: imported ?? "" } });
  if (archive instanceof Uint8Array) await round.ask("ImageLoad", { body: archive });
  // Nobody listens there: what comes is the error in the stream, which is a message like the others.
  await round.probe("ImageTag", {
    path: { name: imported ?? "" },
    query: { repo: nowhere, tag: "1" },
  });
  await round.probe("ImagePush", { path: { name: nowhere }, query: { tag: "1" } });
  await round.probe("ImageCreate", { query: { fromImage: nowhere, tag: "1" } });
  await round.probe("DistributionInspect", { path: { name: nowhere } });
  await round.ask("ImageDelete", { path: { name: `${nowhere}:1` } });
  for (const name of [tagged, committed, built, imported])
    await round.ask("ImageDelete", { path: { name: name ?? "" }, query: { force: true } });
}

function context(dockerfile: string): Buffer {
  return tar([{ path: "Dockerfile", mode: 0o644, content: Buffer.from(dockerfile) }]);
}
