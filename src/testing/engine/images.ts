import type { EngineVersion } from "./engine-version.js";
import type { EventLog } from "./event-log.js";
import { baseFiles } from "./files/base-files.js";
import type { Folder } from "./files/file-node.js";
import { type Moment, now } from "./moment.js";
import { randomId } from "./random-id.js";
import { familiarName, parseReference } from "./reference.js";
import { Refusal } from "./refusal.js";

/** An image that an engine has. */
export interface Image {
  readonly id: string;
  readonly tags: Set<string>;
  readonly digests: Set<string>;
  readonly created: Moment;
  tagged: Moment;
  readonly config: ImageConfig;
  readonly comment: string;
  readonly layer: string;
  readonly size: number;
  readonly files: Folder;
}

export interface ImageConfig {
  readonly Cmd: readonly string[] | null;
  readonly Entrypoint: readonly string[] | null;
  readonly Env: readonly string[] | null;
  readonly Labels: Readonly<Record<string, string>> | null;
  readonly WorkingDir: string;
  readonly User: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Volumes: Readonly<Record<string, object>> | null;
}

/** The images of an engine. */
export class Images {
  readonly #byId = new Map<string, Image>();
  readonly #version: EngineVersion;
  readonly #events: EventLog;

  constructor(version: EngineVersion, events: EventLog) {
    this.#version = version;
    this.#events = events;
  }

  all(): Image[] {
    return [...this.#byId.values()].reverse();
  }

  fullName(name: string): string {
    return familiarName(parseReference(name, this.#version));
  }

  /** An image with a small system in it, as no registry is asked. */
  addFake(name: string): Image {
    const full = this.fullName(name);
    const old = this.find(full);
    if (old !== undefined) return old;
    const image = this.add({ Cmd: ["/bin/sh"], Env: [`PATH=${defaultPath}`] }, baseFiles());
    image.tags.add(full);
    image.digests.add(`${full.slice(0, full.lastIndexOf(":"))}@sha256:${randomId()}`);
    return image;
  }

  add(config: Partial<ImageConfig>, files: Folder, comment = ""): Image {
    const whole: ImageConfig = {
      ...{ Cmd: null, Entrypoint: null, Env: null, Labels: null, WorkingDir: "", User: "", Volumes: null },
      ...config,
    };
    const image: Image = {
      id: `sha256:${randomId()}`,
      tags: new Set(),
      digests: new Set(),
      created: now(),
      tagged: now(),
      config: whole,
      comment,
      layer: `sha256:${randomId()}`,
      size: sizeOf(files),
      files,
    };
    this.#byId.set(image.id, image);
    return image;
  }

  /** By a name or the start of an id. */
  find(name: string): Image | undefined {
    const id = name.replace(/^sha256:/, "");
    if (/^[0-9a-f]{4,64}$/.test(id)) {
      const found = [...this.#byId.values()].filter((image) => image.id.startsWith(`sha256:${id}`));
      if (found[0] !== undefined && found.length === 1) return found[0];
    }
    if (name.startsWith("sha256:")) return undefined;
    const { digest, ...reference } = parseReference(name, this.#version);
    const full = familiarName(reference);
    return [...this.#byId.values()].find((image) =>
      digest === undefined ? image.tags.has(full) : image.digests.has(`${reference.repository}@${digest}`),
    );
  }

  get(name: string): Image {
    const image = this.find(name);
    if (image !== undefined) return image;
    throw new Refusal(404, this.missing(name));
  }

  /** What an engine says of an image that it does not have. */
  missing(name: string): string {
    if (name.startsWith("sha256:")) return `No such image: ${name}`;
    const full = name.includes("@") ? name : familiarName(parseReference(name, this.#version));
    return `No such image: ${full}`;
  }

  /** Gives an image a name, which another one may lose by that. */
  tag(image: Image, name: string): void {
    for (const other of this.#byId.values()) if (other !== image) other.tags.delete(name);
    image.tags.add(name);
    image.tagged = now();
    this.#events.add("image", "tag", image.id, { ...image.config.Labels, name });
  }

  untag(image: Image, name: string): void {
    image.tags.delete(name);
    const repository = name.slice(0, name.lastIndexOf(":"));
    if ([...image.tags].some((tag) => tag.startsWith(`${repository}:`))) return;
    for (const digest of image.digests) if (digest.startsWith(`${repository}@`)) image.digests.delete(digest);
  }

  delete(image: Image): void {
    this.#byId.delete(image.id);
  }
}

export const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

function sizeOf({ entries }: Folder): number {
  let size = 0;
  for (const node of entries.values())
    size += node.kind === "folder" ? sizeOf(node) : node.kind === "file" ? node.content.length : 0;
  return size;
}
