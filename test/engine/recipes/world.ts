import { ConflictError, type Docker, NotFoundError } from "../../../src/index.js";
import type { TestEngine } from "../setup/each-engine.js";

/** What a recipe says, and what stands for it on the engine under test, so that nothing of its owner's is touched. */
export class World {
  readonly docker: Docker;
  readonly #tag: string;
  readonly #images: Readonly<Record<string, string>>;

  constructor(docker: Docker, tag: string, images: Readonly<Record<string, string>>) {
    this.docker = docker;
    this.#tag = tag;
    this.#images = images;
  }

  /** The name that a container, network, volume or label of the page has here. */
  readonly name = (word: string): string => `${this.#tag}-${word}`;

  /** The name that an image or a registry of the page has here. */
  readonly image = (reference: string): string => this.#images[reference] ?? `${this.#tag}-${reference}`;

  translate(code: string): string {
    const images = /\b(alpine:3|postgres:16|app:[12]|registry\.example)(?![.\w-])/g;
    // Whole texts, and hosts of addresses.
    const names = /("|\/\/)(web|db|worker|backend|data|copy|api)(?=["/])/g;
    const labels = /((?:project|team|restart|started)(?:=|: "))(shop|a|unhealthy|here)(?=")/g;
    return code
      .replace(images, (reference) => this.image(reference))
      .replace(names, (_, before: string, word: string) => before + this.name(word))
      .replace(labels, (_, before: string, word: string) => before + this.name(word));
  }

  /** Starts a container as it has been there before the recipe. */
  async container(word: string, body: Body = {}): Promise<string> {
    const { Id } = await this.docker.containers.create(
      { Image: this.image("alpine:3"), Cmd: ["sleep", "1000"], StopSignal: "SIGKILL", ...body },
      { name: this.name(word) },
    );
    await this.docker.containers.start(Id);
    return Id;
  }

  async remove(): Promise<void> {
    const { containers, networks, volumes, images } = this.docker;
    const mine = { filters: { name: [this.#tag] } };
    for (const { Id } of await containers.list({ all: true, ...mine })) {
      await unlessGone(containers.remove(Id, { force: true, volumes: true }));
    }
    for (const { Id } of await networks.list(mine)) await unlessGone(networks.remove(Id));
    for (const { Name } of (await volumes.list(mine)).Volumes ?? []) await unlessGone(volumes.remove(Name));
    for (const { RepoTags } of await images.list({ filters: { reference: [`*${this.#tag}*`] } })) {
      for (const tag of RepoTags ?? []) await unlessGone(images.remove(tag, { force: true }));
    }
  }
}

type Body = Omit<Parameters<Docker["containers"]["create"]>[0], "Image">;

/** Removes the containers of an image, also those without a name of ours. */
export async function removeContainersOf(docker: Docker, image: string): Promise<void> {
  for (const { Id } of await docker.containers.list({ all: true, filters: { ancestor: [image] } })) {
    await unlessGone(docker.containers.remove(Id, { force: true, volumes: true }));
  }
}

/** The images that recipes speak of, made of the test image. */
export async function makeImages(docker: Docker, engine: TestEngine): Promise<Record<string, string>> {
  const prefix = engine.uniqueName("recipes");
  const alpine = `${prefix}-alpine:3`;
  const postgres = `${prefix}-postgres:16`;
  await docker.images.tag(engine.image, alpine);
  // Something that takes a moment to start, has a check of its health, and listens.
  const dockerfile = `FROM ${engine.image}
COPY . /bin/
STOPSIGNAL SIGKILL
CMD ["sh", "-c", "sleep 0.5; touch /ready; exec httpd -f -p 5432"]`;
  const files = { pg_isready: { content: "#!/bin/sh\ntest -e /ready\n", mode: 0o755 } };
  await docker.build({ dockerfile, files }, { tag: postgres, labels: engine.labels });
  return { "alpine:3": alpine, "postgres:16": postgres };
}

export async function unlessGone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    const isGoing = error instanceof ConflictError && error.message.includes("already in progress");
    if (!isGoing && !(error instanceof NotFoundError)) throw error;
  });
}
