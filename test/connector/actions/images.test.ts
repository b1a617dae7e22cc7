import { expect, test } from "vitest";
import { describeActions } from "../action-cases.js";
import { fakeConnector } from "../fake-connector.js";
import { credentialsIn, id } from "./images-engine.js";

const image = { Id: id, RepoTags: ["app:1"], RepoDigests: [], Labels: { a: "b" }, Size: 12 };
const dangling = { ...image, RepoTags: null, RepoDigests: null, Labels: null };
const nameless = { ...image, RepoTags: ["<none>:<none>"] };

describeActions("images", [
  {
    case: "images without a name among them (S-2.2-3)",
    name: "list images",
    parameters: { all: "true", filters: '{"dangling": "false", "reference": "app"}' },
    sent: 'GET /images/json?all=true&filters={"dangling":["false"],"reference":["app"]}',
    answer: [image, dangling, nameless],
    data: [image, { ...dangling, RepoTags: [], RepoDigests: [], Labels: {} }, nameless],
    message: "Found 3 images.",
  },
  {
    case: "options that no engine needs do no harm",
    name: "docker_images",
    parameters: { digests: "true", identity: "true" },
    sent: "GET /images/json?all=false",
    answer: [],
    message: "Found 0 images.",
  },
  {
    case: "boxes that are not ticked, of an API that does not have them yet",
    name: "list_images",
    api: "1.41",
    parameters: { shared_size: "false", manifests: "false", identity: "false" },
    sent: "GET /images/json?all=false",
    answer: [image],
    message: "Found 1 image.",
  },
  {
    case: "boxes that are ticked, of an API that has them (X-2.1-3)",
    name: "list_images",
    parameters: { list_all: "no", shared_size: "yes", manifests: "on" },
    sent: "GET /images/json?all=false&shared-size=true&manifests=true",
    answer: [image],
  },
  {
    name: "docker-image-inspect",
    parameters: { name: "registry.example:5000/team/app:1", manifests: "true" },
    sent: "GET /images/registry.example%3A5000%2Fteam%2Fapp%3A1/json?manifests=true",
    answer: image,
    message: `Image registry.example:5000/team/app:1 is ${id}.`,
  },
  {
    case: "the beginning of an id (F-2.3-14)",
    name: "inspect_image",
    api: "1.41",
    parameters: { name: "a/b c", manifests: "false" },
    sent: "GET /images/a%2Fb%20c/json",
    answer: { ...image, Config: null },
    data: [{ ...image, Config: {} }],
  },
  {
    name: "remove image",
    parameters: { name: "app:1", force: "True", noprune: "" },
    sent: "DELETE /images/app%3A1?force=true&noprune=false",
    answer: [{ Untagged: "app:1" }, { Deleted: id }, { Deleted: "sha256:b" }],
    message: "Successfully removed image app:1: 1 name, 2 images and layers are gone.",
  },
  {
    case: "null where there is none",
    name: "delete_unused",
    parameters: { filters: "dangling=false, label=a=b" },
    sent: 'POST /images/prune?filters={"dangling":["false"],"label":["a=b"]}',
    answer: { ImagesDeleted: null, SpaceReclaimed: 0 },
    data: [{ ImagesDeleted: [], SpaceReclaimed: 0 }],
    message: "Removed 0 names, 0 images and layers, and won 0 bytes.",
  },
  {
    name: "docker-image-prune",
    parameters: {},
    sent: "POST /images/prune",
    answer: { ImagesDeleted: [{ Untagged: "a" }, { Deleted: id }], SpaceReclaimed: 12 },
    message: "Removed 1 name, 1 image and layers, and won 12 bytes.",
  },
  {
    case: "the steps that no name points to",
    name: "get image history",
    parameters: { id: "app:1" },
    sent: "GET /images/app%3A1/history",
    answer: [
      { Id: id, Created: 1, CreatedBy: "CMD", Tags: ["app:1"], Size: 0, Comment: "" },
      { Id: "<missing>", Created: 1, CreatedBy: "ADD", Tags: null, Size: 7, Comment: "" },
    ],
    data: [
      { Id: id, Created: 1, CreatedBy: "CMD", Tags: ["app:1"], Size: 0, Comment: "" },
      { Id: "<missing>", Created: 1, CreatedBy: "ADD", Tags: [], Size: 7, Comment: "" },
    ],
    message: "Image app:1 was made in 2 steps, of 7 bytes in all.",
  },
  {
    case: "a platform as JSON (F-2.3-8)",
    name: "image_history",
    parameters: { name: "app", platform: { os: "linux", architecture: "arm64" } },
    sent: 'GET /images/app/history?platform={"os":"linux","architecture":"arm64"}',
    answer: null,
    data: [],
    message: "Image app was made in 0 steps, of 0 bytes in all.",
  },
  {
    name: "docker-image-tag",
    parameters: { name: "app:1", repo: "registry.example/app", tag: "2" },
    sent: "POST /images/app%3A1/tag?repo=registry.example/app&tag=2",
    data: [{ statusCode: 201, image: "registry.example/app:2" }],
    message: "Successfully gave image app:1 the name registry.example/app:2.",
  },
  {
    case: "a tag in the name",
    name: "tag_image",
    parameters: { name: id, repo: "app:2" },
    sent: `POST /images/${encodeURIComponent(id)}/tag?repo=app&tag=2`,
    data: [{ statusCode: 201, image: "app:2" }],
  },
  {
    name: "docker-image-search",
    parameters: { term: "nginx", limit: "5", filters: '{"is-official": true, "stars": 3}' },
    sent: 'GET /images/search?term=nginx&limit=5&filters={"is-official":["true"],"stars":["3"]}',
    answer: [{ name: "nginx", description: "", is_official: true, is_automated: false, star_count: 9 }],
    message: "Found 1 image for nginx.",
  },
  {
    name: "docker-distribution-inspect",
    parameters: { name: "registry.example/app:1" },
    sent: "GET /distribution/registry.example%2Fapp%3A1/json",
    answer: { Descriptor: { digest: "sha256:1" }, Platforms: [{ os: "linux" }] },
    message: "The registry has image registry.example/app:1 as sha256:1, for 1 platform.",
  },
  {
    case: "the name of the parameter that the version has (X-2.1-3)",
    name: "delete builder cache",
    api: "1.47",
    parameters: { keep_storage: "0", all: "true", filters: '{"until": "24h"}' },
    sent: 'POST /build/prune?keep-storage=0&all=true&filters={"until":["24h"]}',
    answer: { CachesDeleted: null, SpaceReclaimed: 0 },
    data: [{ CachesDeleted: [], SpaceReclaimed: 0 }],
    message: "Removed 0 cache records, and won 0 bytes.",
  },
  {
    case: "the newer name of the parameter",
    name: "docker-build-prune",
    api: "1.48",
    parameters: { keep_storage: 5, prune_all: "yes" },
    sent: "POST /build/prune?reserved-space=5&all=true",
    answer: { CachesDeleted: ["x"], SpaceReclaimed: 1 },
    message: "Removed 1 cache record, and won 1 byte.",
  },
]);

test("sums up what is left of an image, and what a list has (S-2.2-3)", async () => {
  await using fake = await fakeConnector({
    "GET /images/json": (call) => call.json(200, [image, dangling, nameless]),
    "DELETE /images/app": (call) => call.json(200, [{ Untagged: "app" }, { Deleted: id }]),
  });
  const listed = await fake.connector.execute("list_images");
  expect(listed.summary).toEqual({ total: 3, dangling: 2 });
  const removed = await fake.connector.execute("remove_image", { name: "app" });
  expect(removed.summary).toEqual({ untagged: 1, deleted: 1 });
});

test.each([
  ["tag_image", { name: "app" }, "repo is missing: give the new name, such as registry.example/app."],
  ["tag_image", { name: "app", repo: "App" }, /upper-case letters/],
  ["search_images", { term: "a", limit: "101" }, "limit is 101: give a whole number from 1 to 100."],
  ["search_images", { term: "a", limit: "-1" }, "limit is -1: give a whole number from 1 to 100."],
  ["images_save", { names: "" }, "names is missing: name the images to save, such as app:1, web:2."],
  ["prune_build_cache", { keep_storage: "-1" }, "keep_storage is -1: give a whole number from 0 on."],
  ["inspect_image", { name: ".." }, /\.\./],
  ["pull_image", {}, "give from_image to pull or from_src to import, one of them."],
  ["pull_image", { from_image: "a", from_src: "-" }, /one of them/],
  ["build_image", { t: "a" }, "give one of dockerfile_content, context and remote to build from."],
  ["build_image", { t: "a", dockerfile_content: "FROM a", remote: "https://a/b.git" }, /give one of/],
])("%s refuses %j before anything is sent (S7, F15)", async (name, parameters, message) => {
  await using fake = await fakeConnector();
  const envelope = await fake.connector.execute(name, parameters);
  expect(envelope).toMatchObject({ status: "failed", error: { category: "validation", retryable: false } });
  if (typeof message === "string") expect(envelope.message).toBe(message);
  else expect(envelope.message).toMatch(message);
  expect(fake.calls).toEqual([]);
});

test("asks registries with the credentials of the settings (X5, F5, F-2.3-10)", async () => {
  await using fake = await fakeConnector(
    {
      "GET /distribution/{name}/json": (call) =>
        call.json(200, { Descriptor: { digest: "sha256:1" }, Platforms: null }),
      "GET /images/search": (call) => call.json(200, []),
      "GET /images/json": (call) => call.json(200, []),
    },
    {
      config: {
        registryUsername: "me",
        registryPassword: "ÿ~?>ÿ",
        registryServerAddress: "registry.example:5000",
      },
    },
  );
  const found = await fake.connector.execute("inspect_distribution", { name: "registry.example:5000/a" });
  expect(found.data).toEqual([{ Descriptor: { digest: "sha256:1" }, Platforms: [] }]);
  await fake.connector.execute("search_images", { term: "registry.example:5000/a" });
  await fake.connector.execute("inspect_distribution", { name: "other.example/a" });
  await fake.connector.execute("list_images");
  const [asked, searched, other, listed] = fake.calls;
  const mine = { username: "me", password: "ÿ~?>ÿ", serveraddress: "registry.example:5000" };
  expect(credentialsIn(asked, "x-registry-auth")).toEqual(mine);
  expect(credentialsIn(searched, "x-registry-auth")).toEqual(mine);
  expect(credentialsIn(other, "x-registry-auth")).toEqual({});
  expect(listed?.headers["x-registry-auth"]).toBeUndefined();
});
