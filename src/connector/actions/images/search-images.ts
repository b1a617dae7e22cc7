import { Images } from "../../../resources/images.js";
import { defineAction, reads } from "../../action.js";
import { counted } from "../../counted.js";
import { boolean, filters, inOptions, integer, text } from "../../field.js";
import { place } from "../../operation-action.js";

const input = {
  term: text("Words to look for in names and descriptions.", { required: true, place: inOptions("term") }),
  limit: integer("The most results to give.", { place: inOptions("limit"), default: 25, min: 1, max: 100 }),
  filters: filters("Only results that match: is-official, and stars for at least so many.", {
    place: inOptions("filters"),
  }),
};

export const searchImages = defineAction({
  name: "search_images",
  title: "Search images",
  description: "Searches for images on Docker Hub, or on the registry that the term begins with.",
  category: "images",
  effect: reads,
  platforms: {
    fortisoar: { operation: "search_images" },
    xsoar: {
      command: "docker-image-search",
      prefix: "Docker.ImageSearchResponseItem",
      keyField: "name",
      published: true,
    },
  },
  input,
  output: {
    description: text("One line by the owner; may be empty.", { required: true }),
    is_official: boolean("Whether it is one of Docker's official images.", { required: true }),
    is_automated: boolean("Deprecated: always false.", { required: true }),
    name: text("Such as bitnami/nginx.", { required: true, entity: "image" }),
    star_count: integer("Users who starred it.", { required: true }),
  },
  async run(values, { client, call }) {
    const { options } = place(input, values);
    const found = await new Images(client).search(options as SearchOptions, call); // the fields have their places there
    return {
      data: found,
      message: `Found ${counted(found, "image")} for ${values.term}.`,
      summary: { total: found.length },
    };
  },
});

type SearchOptions = Parameters<Images["search"]>[0];
