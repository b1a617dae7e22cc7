import type { Image } from "./images.js";
import { flag } from "./query.js";
import { shortId } from "./random-id.js";
import { parseReference } from "./reference.js";
import { Refusal } from "./refusal.js";
import type { Call, World } from "./world.js";

/** Takes a name from an image, and with the last one the image. */
export function removeImage({ world, exchange, params, query }: Call): void {
  const { images, events } = world;
  const name = params.name ?? "";
  const image = images.get(name);
  const force = flag(query, "force");
  const isById = image.id.replace("sha256:", "").startsWith(name.replace("sha256:", ""));
  if (!isById && image.tags.size > 1) {
    const tag = fullName(world, name);
    images.untag(image, tag);
    untagged(world, image);
    exchange.answer(200, [{ Untagged: tag }]);
    return;
  }
  if (isById) refuseById(world, image, force);
  else refuseLast(world, image, fullName(world, name), force);
  const records: object[] = [];
  for (const tag of [...image.tags]) {
    records.push({ Untagged: tag }, ...digestsOf(image, tag));
    images.untag(image, tag);
    untagged(world, image);
  }
  // A container keeps what it was made of, under no name.
  if (!isUsed(world, image) || force) {
    images.delete(image);
    events.add("image", "delete", image.id, { name: image.id });
    records.push({ Deleted: image.id });
  }
  exchange.answer(200, records);
}

function refuseById(world: World, image: Image, force: boolean): void {
  const short = shortId(image.id);
  const running = usersOf(world, image).find(({ isRunning }) => isRunning);
  if (running !== undefined) {
    throw new Refusal(
      409,
      `conflict: unable to delete ${short} (cannot be forced) - image is being used by running container ${shortId(running.id)}`,
    );
  }
  if (force) return;
  if (image.tags.size > 1) {
    throw new Refusal(
      409,
      `conflict: unable to delete ${short} (must be forced) - image is referenced in multiple repositories`,
    );
  }
  const [stopped] = usersOf(world, image);
  if (stopped !== undefined) {
    throw new Refusal(
      409,
      `conflict: unable to delete ${short} (must be forced) - image is being used by stopped container ${shortId(stopped.id)}`,
    );
  }
}

function refuseLast(world: World, image: Image, name: string, force: boolean): void {
  const [user] = usersOf(world, image);
  if (user === undefined || force) return;
  throw new Refusal(
    409,
    `conflict: unable to remove repository reference "${name}" (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`,
  );
}

function usersOf({ containers }: World, { id }: Image) {
  return containers.all().filter(({ image }) => image.id === id);
}

function isUsed(world: World, image: Image): boolean {
  return usersOf(world, image).some(({ isRunning }) => isRunning);
}

function digestsOf({ digests }: Image, tag: string): object[] {
  const repository = tag.slice(0, tag.lastIndexOf(":"));
  return [...digests]
    .filter((digest) => digest.startsWith(`${repository}@`))
    .map((Untagged) => ({ Untagged }));
}

function untagged({ events }: World, { id }: Image): void {
  events.add("image", "untag", id, { name: id });
}

function fullName({ version }: World, name: string): string {
  const { repository, tag } = parseReference(name, version);
  return `${repository}:${tag}`;
}
