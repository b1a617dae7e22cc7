import type { Docker } from "../../src/index.js";
import { BUSYBOX_IMAGE, busyboxArchive } from "../engine/busybox.js";

/** An image with a shell: a common one that the engine has, else one made from this machine's static busybox. */
export async function quickstartImage(docker: Docker): Promise<{ image: string; how: string }> {
  const { data: images } = await docker.api.GET("/images/json");
  const tags = images.flatMap(({ RepoTags }) => RepoTags ?? []);
  const found = tags.find((tag) => /^(alpine|busybox|debian|ubuntu):/.test(tag) || tag === BUSYBOX_IMAGE);
  if (found !== undefined) return { image: found, how: "which the engine has" };
  const [fromSrc, repo, tag] = ["-", ...BUSYBOX_IMAGE.split(":")];
  const { data: progress } = await docker.api.POST("/images/create", {
    params: { query: { fromSrc, repo, tag } },
    body: await busyboxArchive(),
  });
  const answer = await new Response(progress).text();
  if (answer.includes('"errorDetail"')) throw new Error(`The engine did not take the image: ${answer.trim()}`);
  return { image: BUSYBOX_IMAGE, how: "made from this machine's static busybox" };
}
