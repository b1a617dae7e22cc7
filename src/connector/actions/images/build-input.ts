import { boolean, file, inOptions, integer, list, object, objects, text } from "../../field.js";

const context = {
  dockerfile_content: text(
    "The Dockerfile itself, for a build without further files. One long line with \\n in letters is taken too.",
  ),
  context: file("The tar with the Dockerfile and all it copies: the name of a file handed over.", {
    names: { xsoar: "input_stream" },
  }),
  remote: text("URL of a context that the engine fetches itself: Git, a tar or a lone Dockerfile.", {
    place: inOptions("remote"),
  }),
  dockerfile: text("Where the Dockerfile is in the context.", {
    place: inOptions("dockerfile"),
    default: "Dockerfile",
  }),
};

const image = {
  t: list("Name for the image, like app:1; the tag is latest without one. Several names are fine.", {
    required: true,
    place: inOptions("tag"),
  }),
  labels: object("Labels for the image, by name, beside those in the Dockerfile.", {
    place: inOptions("labels"),
  }),
  platform: text("What to build for, like linux/arm64; the engine's own platform without it.", {
    place: inOptions("platform"),
  }),
  target: text("Stage of the Dockerfile to build; the last one without it.", { place: inOptions("target") }),
  squash: boolean("Merges the new layers into one. For the classic builder with experimental features on.", {
    place: inOptions("squash"),
    default: false,
  }),
  outputs: objects(
    'BuildKit exporters, like [{"Type":"tar"}], which make BuildKit the builder. Those that write to your side need a session.',
    { place: inOptions("outputs") },
  ),
};

const base = {
  pull: boolean("Asks the registry for newer base images even where one is already here.", {
    place: inOptions("pull"),
    default: false,
  }),
  nocache: boolean("Runs every step anew.", { place: inOptions("noCache"), default: false }),
  cachefrom: list("Images whose layers may serve as cache.", { place: inOptions("cacheFrom") }),
  registry_config: object(
    "Credentials for base images: an object with { username, password } by the registry's address, beside those of the settings.",
    { secret: true },
  ),
};

const steps = {
  buildargs: object(
    "Values for the ARG lines of the Dockerfile, by name. They stay readable in the image's history, so no secrets.",
    { place: inOptions("buildArgs") },
  ),
  networkmode: text(
    "Network for RUN steps: host, none, container:web, or the name of a network. BuildKit knows only the first two.",
    { place: inOptions("network") },
  ),
  extrahosts: list("Lines for /etc/hosts while RUN steps work, as host:address.", {
    place: inOptions("extraHosts"),
  }),
  rm: boolean("Deletes the containers of the steps when the build succeeds. For the classic builder.", {
    place: inOptions("remove"),
    default: true,
  }),
  forcerm: boolean(
    "Deletes the containers of the steps when the build fails, too. For the classic builder.",
    { place: inOptions("forceRemove"), default: false },
  ),
  memory: integer("Memory for each step, in bytes; 0 sets no limit. For the classic builder.", {
    place: inOptions("memory"),
  }),
  memswap: integer(
    "Memory and swap together for each step, in bytes; -1 leaves swap unlimited. For the classic builder.",
    { place: inOptions("memorySwap"), min: -1 },
  ),
  cpushares: integer(
    "Weight of each step against other containers, where 1024 is normal. For the classic builder.",
    { place: inOptions("cpuShares") },
  ),
  cpusetcpus: text("Cores that steps may use, by number, like 0-2,5. For the classic builder.", {
    place: inOptions("cpusetCpus"),
  }),
  cpuperiod: integer("Span over which CPU time is rationed, in microseconds. For the classic builder.", {
    place: inOptions("cpuPeriod"),
  }),
  cpuquota: integer(
    "CPU time for steps in each cpuPeriod, in microseconds; 0 sets no limit. For the classic builder.",
    { place: inOptions("cpuQuota"), min: -1 },
  ),
  shmsize: integer("Bytes for /dev/shm in each step; 0 leaves it to the engine.", {
    place: inOptions("shmSize"),
  }),
};

export const buildInput = {
  ...context,
  ...image,
  ...base,
  ...steps,
  q: boolean("Gives only the id of the image, no log.", { place: inOptions("quiet"), default: false }),
  timeout: integer("Seconds for the whole build; 0 sets no limit. Default: what the connector is set to.", {
    otherwise: 300,
  }),
  additional_fields: object("Further options of the request, by their names.", { place: inOptions() }),
};
