import { join } from "node:path";
import type { DockerOptions } from "../../src/client/options.js";
import { Docker } from "../../src/docker.js";
import { NotFoundError } from "../../src/errors.js";
import type { TestEngine } from "./setup/each-engine.js";

/** A client for an engine under test. */
export function dockerFor(
  { host, certPath }: Pick<TestEngine, "host" | "certPath">,
  options: DockerOptions = {},
): Docker {
  if (certPath === undefined) return new Docker({ host, ...options });
  const file = (name: string) => ({ file: join(certPath, name) });
  const tls = { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") };
  return new Docker({ host, tls, ...options });
}

/** A container that runs until it is removed, which happens when the test ends. */
export async function withContainer(
  docker: Docker,
  engine: TestEngine,
  { script = "sleep 1000", ...body }: { script?: string; Tty?: boolean; HostConfig?: object } = {},
): Promise<TestContainer> {
  const name = engine.uniqueName("box");
  const { Id } = await docker.containers.create(
    // A shell as the first process takes no signals but those it traps: this one ends at once when it is told to.
    {
      Image: engine.image,
      Cmd: ["/bin/sh", "-c", script],
      Labels: engine.labels,
      StopSignal: "SIGKILL",
      ...body,
    },
    { name },
  );
  const remove = () =>
    docker.containers.remove(Id, { force: true, volumes: true }).catch((error: unknown) => {
      // The test may have removed it.
      if (!(error instanceof NotFoundError)) throw error;
    });
  await docker.containers.start(Id).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return { id: Id, name, [Symbol.asyncDispose]: remove };
}

export interface TestContainer extends AsyncDisposable {
  readonly id: string;
  readonly name: string;
}

export async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of stream) values.push(value);
  return values;
}
