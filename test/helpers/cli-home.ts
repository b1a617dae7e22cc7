import { createHash } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Machine } from "../../src/transport/machine.js";

/** A user's home in a temporary folder, with the docker CLI's files as a test asks for them. */
export interface CliHome {
  readonly path: string;
  /** A computer on which no engine listens and whose only folders are in this home. */
  readonly machine: Machine;
  /** Writes `.docker/config.json`: an object as JSON, a text as it stands. */
  config(content: object | string): Promise<string>;
  /** Writes a context's meta.json as the CLI does; a text as it stands. Gives its path. */
  context(name: string, endpoint: object | string): Promise<string>;
  /** Writes files of the context's TLS folder. Gives the folder. */
  contextTls(name: string, ...files: string[]): Promise<string>;
  /** Writes files, made-up PEM, into a folder below the home. Gives the folder. */
  pem(folder: string, ...files: string[]): Promise<string>;
  /** Listens on a unix socket below the home. Gives its path. */
  listen(path: string): Promise<string>;
  remove(): Promise<void>;
}

export async function createCliHome(): Promise<CliHome> {
  // A short prefix: the path of a unix socket may have about a hundred characters.
  const path = await realpath(await mkdtemp(join(tmpdir(), "cli-")));
  const servers: Server[] = [];
  const contexts = join(path, ".docker", "contexts");

  async function pem(folder: string, ...files: string[]): Promise<string> {
    const directory = join(path, folder);
    await mkdir(directory, { recursive: true });
    for (const file of files) await writeFile(join(directory, file), `made-up ${file}`);
    return directory;
  }

  return {
    path,
    machine: {
      platform: "linux",
      home: undefined,
      defaultSocket: join(path, "docker.sock"),
      runtimeDirectory: join(path, "user"),
    },
    config: (content) => write(join(path, ".docker", "config.json"), content),
    context: (name, endpoint) =>
      write(
        join(contexts, "meta", digest(name), "meta.json"),
        typeof endpoint === "string"
          ? endpoint
          : { Name: name, Metadata: {}, Endpoints: { docker: endpoint } },
      ),
    contextTls: (name, ...files) => pem(join(".docker", "contexts", "tls", digest(name), "docker"), ...files),
    pem,
    async listen(name) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(file, resolve));
      servers.push(server);
      return file;
    },
    async remove() {
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function write(file: string, content: object | string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function digest(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}
