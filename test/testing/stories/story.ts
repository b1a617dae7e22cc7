import type { Docker } from "../../../src/docker.js";
import { NotFoundError } from "../../../src/errors.js";

/** What happens on an engine, told so that it is true of the test engine and of real ones. */
export type Story = (docker: Docker, stage: Stage) => Promise<void>;

export interface Stage {
  /** An image with a shell, which the engine has. */
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  uniqueName(area: string): string;
  /** Whether the engine's newest API version is this one or newer. */
  since(version: string): boolean;
}

/** A container that is removed when its story is over. */
export async function box(
  docker: Docker,
  { image, labels, uniqueName }: Stage,
  script: string | readonly string[] = "sleep 1000",
  { start = true, Labels = {}, ...body }: BoxBody = {},
): Promise<Box> {
  const name = uniqueName("story");
  const { Id } = await docker.containers.create(
    {
      Image: image,
      Cmd: typeof script === "string" ? ["/bin/sh", "-c", script] : [...script],
      // A first process takes no other signal that it does not ask for.
      StopSignal: "SIGKILL",
      Labels: { ...labels, ...Labels },
      ...body,
    },
    { name },
  );
  if (start) await docker.containers.start(Id);
  return {
    id: Id,
    name,
    async [Symbol.asyncDispose]() {
      await gone(docker.containers.remove(Id, { force: true, volumes: true }));
    },
  };
}

export interface Box extends AsyncDisposable {
  readonly id: string;
  readonly name: string;
}

type BoxBody = { start?: boolean } & Omit<
  Partial<Parameters<Docker["containers"]["create"]>[0]>,
  "Image" | "Cmd"
>;

/** The story may have removed it itself. */
export async function gone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    if (!(error instanceof NotFoundError)) throw error;
  });
}

/** The status and the sentence of a refusal. */
export async function refusal(call: PromiseLike<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => "it was no refusal",
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error && "status" in error)) throw new Error(`no refusal: ${String(error)}`);
  return `${error.status} ${error.message}`;
}
