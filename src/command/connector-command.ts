import { manifestKinds, manifestText } from "../connector/manifest/index.js";
import { runOnce } from "../connector/process/run-once.js";
import { serve } from "../connector/process/serve.js";

/** The command `docker-engine-sdk connector …`. */
export async function connectorCommand([verb, kind]: readonly string[]): Promise<number> {
  if (verb === "manifest") return manifest(kind);
  const channels = { input: process.stdin, output: process.stdout, log: process.stderr };
  const ended = new AbortController();
  const end = () => ended.abort(new Error("the process was told to end"));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  // Whoever closes the other end of stdout wants no answers any more.
  process.stdout.on("error", end);
  // Whoever reads no log still wants answers.
  process.stderr.on("error", noLog);
  try {
    if (verb === "run") return await runOnce(channels, ended.signal);
    if (verb === "serve") {
      await serve(channels, ended.signal);
      return 0;
    }
  } finally {
    process.off("SIGTERM", end);
    process.off("SIGINT", end);
    process.stdout.off("error", end);
    process.stderr.off("error", noLog);
    // A platform that keeps its end open must not keep the process alive.
    process.stdin.destroy();
    // What stdout still holds has a second to be read, or it would keep the process alive for as long as nobody does.
    if (ended.signal.aborted) setTimeout(() => process.exit(), 1000).unref();
  }
  process.stderr.write("Say what to do: docker-engine-sdk connector run, serve, or manifest.\n");
  return 2;
}

function noLog(): void {}

function manifest(kind: string | undefined): number {
  const known = manifestKinds.find((name) => name === kind);
  if (known !== undefined) process.stdout.write(manifestText(known));
  else process.stderr.write(`Say which manifest: ${manifestKinds.join(", ")}.\n`);
  return known === undefined ? 2 : 0;
}
