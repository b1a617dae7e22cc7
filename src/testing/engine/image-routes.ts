import type { OperationId } from "../../../generated/operations.js";
import { booleanFilter, type Filters, fitsLabels, readFilters } from "./filters.js";
import { imageHistory, imageInspect, imageSummary } from "./image-answers.js";
import { pullOrImport } from "./image-pull.js";
import { removeImage } from "./image-remove.js";
import type { Image } from "./images.js";
import { parseReference } from "./reference.js";
import { Refusal } from "./refusal.js";
import type { Call, Route } from "./world.js";

export const imageRoutes: Partial<Record<OperationId, Route>> = {
  ImageList: list,
  ImageInspect: ({ world, exchange, params, minor }) =>
    exchange.answer(200, imageInspect(get(world, params.name), world, minor)),
  ImageHistory: ({ world, exchange, params }) => exchange.answer(200, imageHistory(get(world, params.name))),
  ImageTag: tag,
  ImageDelete: removeImage,
  ImageCreate: pullOrImport,
  ImageSearch: search,
  ImagePrune: prune,
};

/** 20.10 puts the name before the sentence. */
function get({ images, version }: Call["world"], name = ""): Image {
  if (version.era > 20) return images.get(name);
  try {
    return images.get(name);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.status, `no such image: ${name}: ${error.message}`);
    throw error;
  }
}

function list(call: Call): void {
  const known = ["dangling", "label", "label!", "before", "since", "reference", "until"];
  const filters = readFilters(call, known);
  const { images } = call.world;
  const dangling = booleanFilter(call, filters, "dangling");
  const before = (filters.get("before") ?? []).map((name) => images.get(name).created);
  const since = (filters.get("since") ?? []).map((name) => images.get(name).created);
  const found = images
    .all()
    .filter(({ tags }) => dangling === undefined || (tags.size === 0) === dangling)
    .filter(({ config }) => fitsLabels(filters, config.Labels))
    .filter(({ created }) => before.every((moment) => created < moment))
    .filter(({ created }) => since.every((moment) => created > moment))
    .filter((image) => fitsReference(filters, image));
  call.exchange.answer(
    200,
    found.map((image) => imageSummary(image, call.minor)),
  );
}

/** A pattern in which a star is anything but a slash; one without a tag means all of them. */
function fitsReference(filters: Filters, { tags }: Image): boolean {
  const patterns = filters.get("reference");
  if (patterns === undefined) return true;
  return patterns.some((pattern) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[^/]*")
      .replaceAll("?", "[^/]");
    const whole = new RegExp(`^${source}$`);
    return [...tags].some((tag) => whole.test(tag) || whole.test(tag.slice(0, tag.lastIndexOf(":"))));
  });
}

function tag({ world, exchange, params, query }: Call): void {
  const image = world.images.get(params.name ?? "");
  const name = query.get("repo") ?? "";
  const status = world.version.era === 20 ? 500 : 400;
  const wanted = query.get("tag") || "latest";
  if (!/^\w[\w.-]{0,127}$/.test(wanted)) throw new Refusal(status, "invalid tag format");
  if (name === "") {
    if (status === 500) throw new Refusal(500, "invalid reference format");
    exchange.answer(200);
    return;
  }
  const { repository } = parseReference(name, world.version);
  world.images.tag(image, `${repository}:${wanted}`);
  exchange.answer(201);
}

function search({ world, exchange, query }: Call): void {
  const term = query.get("term") ?? "";
  const found = [...world.registry]
    .map((name) => name.slice(0, name.lastIndexOf(":")))
    .filter((name) => name.includes(term));
  exchange.answer(
    200,
    [...new Set(found)].map((name) => ({
      name,
      description: "",
      is_official: !name.includes("/"),
      is_automated: false,
      star_count: 0,
    })),
  );
}

function prune(call: Call): void {
  const { world, exchange } = call;
  const filters = readFilters(call, ["dangling", "label", "label!", "until"]);
  const onlyUnnamed = booleanFilter(call, filters, "dangling") ?? true;
  const used = new Set(world.containers.all().map(({ image }) => image.id));
  const gone = world.images
    .all()
    .filter(
      ({ id, tags, config }) =>
        !used.has(id) && (!onlyUnnamed || tags.size === 0) && fitsLabels(filters, config.Labels),
    );
  const deleted = gone.flatMap((image) => {
    world.images.delete(image);
    return [...[...image.tags].map((name) => ({ Untagged: name })), { Deleted: image.id }];
  });
  const SpaceReclaimed = gone.reduce((sum, { size }) => sum + size, 0);
  world.events.add("image", "prune", "", { reclaimed: String(SpaceReclaimed) });
  exchange.answer(200, { ImagesDeleted: deleted.length === 0 ? null : deleted, SpaceReclaimed });
}
