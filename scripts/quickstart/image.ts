import { showProgress } from "../../src/console/index.js";
import type { Docker } from "../../src/index.js";
import { BUSYBOX_IMAGE, busyboxArchive } from "../engine/busybox.js";

/**
 * An image with a shell: a common one that the engine has, else one that is pulled, else, where no registry is reached,
 * one made of this machine's static busybox.
 */
export async function quickstartImage(docker: Docker): Promise<{ image: string; how: string }> {
  const tags = (await docker.images.list()).flatMap(({ RepoTags }) => RepoTags ?? []);
  const found = tags.find((tag) => /^(alpine|busybox|debian|ubuntu):/.test(tag) || tag === BUSYBOX_IMAGE);
  if (found !== undefined) return { image: found, how: "which the engine has" };
  const pulled = "busybox:latest";
  try {
    await showProgress(docker.images.pull(pulled, {}, { signal: AbortSignal.timeout(30_000) }));
    return { image: pulled, how: "pulled just now" };
  } catch (error) {
    console.log(`image     ${pulled} cannot be pulled: ${error instanceof Error ? error.message : error}`);
  }
  const [repo, tag] = BUSYBOX_IMAGE.split(":");
  await showProgress(docker.images.import(await busyboxArchive(), { repo, tag }));
  return { image: BUSYBOX_IMAGE, how: "made from this machine's static busybox" };
}
