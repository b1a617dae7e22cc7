import { posix } from "node:path";
import type { Container } from "./container.js";
import { containerEvent } from "./container-event.js";
import type { FileNode } from "./files/file-node.js";
import { packTree, unpackInto } from "./files/tree-archive.js";
import { flag } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `GET` and `HEAD /containers/{id}/archive` */
export async function readArchive(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const { container, path } = placeOf(call);
  const target = container.files.resolve(path);
  // A link is told of and packed as what it leads to only by a name that ends with a slash.
  const node = container.files.find(path, path.endsWith("/"));
  if (node === undefined) {
    const message = `Could not find the file ${path} in container ${params.id}`;
    if (exchange.method === "HEAD") {
      exchange.send(404, "", { "Content-Type": "application/json" });
      return;
    }
    throw new Refusal(404, message);
  }
  const stat = Buffer.from(JSON.stringify(statOf(path, node, target))).toString("base64");
  const headers = { "X-Docker-Container-Path-Stat": stat };
  if (exchange.method === "HEAD") {
    exchange.answer(200, undefined, headers);
    return;
  }
  containerEvent(world, container, "archive-path");
  const stream = exchange.stream(200, { "Content-Type": "application/x-tar", ...headers });
  for await (const piece of packTree(container.files, path, node)) await stream.write(piece);
  stream.end();
}

/** `PUT /containers/{id}/archive` */
export async function writeArchive(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const { container, path } = placeOf(call);
  const node = container.files.find(path);
  if (node === undefined) throw new Refusal(404, `Could not find the file ${path} in container ${params.id}`);
  if (node.kind !== "folder")
    throw new Refusal(world.version.era === 28 ? 400 : 500, "extraction point is not a directory");
  try {
    await unpackInto(container.files, path, exchange.input, flag(call.query, "noOverwriteDirNonDir"));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(500, "unexpected EOF");
  }
  containerEvent(world, container, "extract-to-dir");
  exchange.answer(200);
}

function placeOf({ world, params, query }: Call): { container: Container; path: string } {
  const path = query.get("path") ?? "";
  if (path === "") throw new Refusal(400, "bad parameter: pathcannot be empty");
  return { container: world.containers.get(params.id ?? ""), path: path.startsWith("/") ? path : `/${path}` };
}

/** The kinds of files as Go numbers them. */
const kindBits = { file: 0, folder: 2 ** 31, link: 2 ** 27 };

function statOf(path: string, node: FileNode, target: string | undefined): object {
  return {
    name: posix.basename(posix.resolve("/", path)) || "/",
    size: node.kind === "file" ? node.content.length : node.kind === "folder" ? 4096 : node.target.length,
    mode: kindBits[node.kind] + (node.kind === "link" ? 0o777 : node.mode),
    mtime: node.mtime.toISOString(),
    linkTarget: node.kind === "link" ? (target ?? node.target) : "",
  };
}
