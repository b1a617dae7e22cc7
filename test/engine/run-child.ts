import { dockerFor } from "./docker-for.js";
import type { TestEngine } from "./setup/each-engine.js";

/**
 * A program that runs a container until it gets a signal, for the tests. With `--listens` it has a listener of its own,
 * which lets it go on.
 */
const [given = "", name = "", ...flags] = process.argv.slice(2);
const engine = JSON.parse(given) as Omit<TestEngine, "uniqueName" | "since">; // what JSON keeps of it

if (flags.includes("--listens")) process.on("SIGTERM", () => process.stdout.write("heard\n"));
const docker = dockerFor(engine as TestEngine); // asks for no more than where it is
const outcome: unknown = await docker
  .run(engine.image, ["/bin/sh", "-c", "echo ready; sleep 1000"], {
    name,
    labels: engine.labels,
    removeOnSignal: true,
    stdout: process.stdout,
  })
  .catch((error: unknown) => Object(error).code);
process.stdout.write(`${outcome}\n`);
await docker.close();
