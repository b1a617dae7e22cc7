import { baseFiles } from "./files/base-files.js";
import { FileTree } from "./files/file-tree.js";
import { unpackInto } from "./files/tree-archive.js";
import type { ImageConfig } from "./images.js";
import { randomId, shortId } from "./random-id.js";
import { familiarName, parseReference } from "./reference.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `POST /images/create`: from a registry, or from an archive in the body. */
export async function pullOrImport(call: Call): Promise<void> {
  const { query } = call;
  if (query.get("fromSrc") === "-") await importArchive(call);
  else if (query.has("fromSrc"))
    throw new Refusal(501, "The test engine imports from the body only: give fromSrc=-.");
  else await pull(call);
}

async function pull({ world, exchange, query }: Call): Promise<void> {
  const given = query.get("fromImage") ?? "";
  const tag = query.get("tag") ?? "";
  const separator = tag.startsWith("sha256:") ? "@" : ":";
  const reference = parseReference(tag === "" ? given : `${given}${separator}${tag}`, world.version);
  const name = familiarName(reference);
  if (!world.registry.has(name)) {
    // What a registry answers before the first step of a pull comes as a status.
    const isKnown = [...world.registry].some((known) => known.startsWith(`${reference.repository}:`));
    throw new Refusal(
      404,
      isKnown || /[.:].*\//.test(given)
        ? `manifest for ${name} not found: manifest unknown: manifest unknown`
        : `pull access denied for ${reference.repository}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    );
  }
  const stream = exchange.stream(200, { "Content-Type": "application/json" });
  const say = (message: object) => stream.write(`${JSON.stringify(message)}\r\n`);
  const isHost = /^[^/]*[.:][^/]*\//.test(reference.repository);
  const from =
    reference.repository.includes("/") || isHost ? reference.repository : `library/${reference.repository}`;
  await say({ status: `Pulling from ${from}`, id: reference.tag });
  const old = world.images.find(name);
  const image = old ?? world.images.addFake(name);
  if (old === undefined) for (const step of layerSteps(shortId(image.layer))) await say(step);
  const digest = [...image.digests][0]?.split("@")[1] ?? `sha256:${randomId()}`;
  await say({ status: `Digest: ${digest}` });
  const outcome = old === undefined ? "Downloaded newer image for" : "Image is up to date for";
  await say({ status: `Status: ${outcome} ${name}` });
  world.events.add("image", "pull", name, { name: reference.repository });
  stream.end();
}

/** What is told about one layer. */
function* layerSteps(id: string): Generator<object, void> {
  const total = 3_145_728;
  yield { status: "Pulling fs layer", progressDetail: {}, id };
  for (const part of [0.25, 0.75, 1]) yield bar("Downloading", Math.round(total * part), total, id);
  yield { status: "Verifying Checksum", progressDetail: {}, id };
  yield { status: "Download complete", progressDetail: {}, id };
  for (const part of [0.5, 1]) yield bar("Extracting", Math.round(total * part), total, id);
  yield { status: "Pull complete", progressDetail: {}, id };
}

function bar(status: string, current: number, total: number, id: string): object {
  const done = Math.round((current / total) * 50);
  const drawn =
    done === 50 ? "=".repeat(50) : `${"=".repeat(Math.max(0, done - 1))}>${" ".repeat(50 - done)}`;
  const size = (bytes: number) => `${(bytes / 1_000_000).toPrecision(4)}MB`;
  const progress = `[${drawn}>]`.replace(">>", ">");
  return {
    status,
    progressDetail: { current, total },
    progress: `${progress}  ${size(current)}/${size(total)}`,
    id,
  };
}

async function importArchive({ world, exchange, query }: Call): Promise<void> {
  const tree = new FileTree();
  try {
    await unpackInto(tree, "/", exchange.input);
  } catch {
    throw new Refusal(500, "archive/tar: invalid tar header");
  }
  // Commands run without their files where an archive has none.
  if (tree.root.entries.size === 0)
    for (const [name, node] of baseFiles().entries) tree.root.entries.set(name, node);
  const image = world.images.add(
    configOf(query.getAll("changes")),
    tree.root,
    query.get("message") || "Imported from -",
  );
  const repo = query.get("repo") ?? "";
  if (repo !== "") {
    const { repository, tag } = parseReference(repo, world.version);
    world.images.tag(image, `${repository}:${query.get("tag") || tag}`);
  }
  world.events.add("image", "import", image.id, { name: image.id });
  const stream = exchange.stream(200, { "Content-Type": "application/json" });
  await stream.write(`${JSON.stringify({ status: image.id })}\r\n`);
  stream.end();
}

/** Instructions as a Dockerfile has them, as far as they concern the config. */
function configOf(changes: readonly string[]): Partial<ImageConfig> {
  let config: Partial<ImageConfig> = {};
  for (const line of changes.flatMap((change) => change.split("\n"))) {
    const [, word = "", rest = ""] = /^\s*(\w+)\s+(.*?)\s*$/.exec(line) ?? [];
    switch (word.toUpperCase()) {
      case "CMD":
        config = { ...config, Cmd: commandOf(rest) };
        break;
      case "ENTRYPOINT":
        config = { ...config, Entrypoint: commandOf(rest) };
        break;
      case "ENV":
        config = { ...config, Env: [...(config.Env ?? []), rest.replace(/^(\w+)\s+/, "$1=")] };
        break;
      case "LABEL":
        config = {
          ...config,
          Labels: { ...config.Labels, ...Object.fromEntries([rest.replaceAll('"', "").split(/=(.*)/s)]) },
        };
        break;
      case "WORKDIR":
        config = { ...config, WorkingDir: rest };
        break;
      case "USER":
        config = { ...config, User: rest };
        break;
    }
  }
  return config;
}

function commandOf(text: string): string[] {
  try {
    const words: unknown = JSON.parse(text);
    if (Array.isArray(words)) return words.map(String);
  } catch {
    // Not the list form: a shell's line.
  }
  return ["/bin/sh", "-c", text];
}
