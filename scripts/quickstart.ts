/**
 * `npm run quickstart`: finds an engine, says which, runs a container and shows its output as it comes. With `-- --engine` on
 * a private engine of its own; where no engine is reached, on the test engine of this package, which it says.
 */
import { Writable } from "node:stream";
import { ConnectionError, Docker, TimeoutError } from "../src/index.js";
import { startTestEngine } from "../src/testing/start-test-engine.js";
import { startEngine } from "./engine/start.js";
import { quickstartImage } from "./quickstart/image.js";

const script = `
echo "hello from $(uname -m), kernel $(uname -r)"
for i in 1 2 3; do sleep 0.4; echo "line $i"; done
echo "this one went to stderr" >&2
exit 7
`;

const ownEngine = `On Debian or Ubuntu, as root, this brings an engine along and takes it away again:
  npm run quickstart -- --engine`;

process.exitCode = process.argv.includes("--engine") ? await onPrivateEngine() : await onFoundEngine();

async function onFoundEngine(): Promise<number> {
  try {
    return await onEngine(new Docker());
  } catch (error) {
    if (!(error instanceof ConnectionError || error instanceof TimeoutError)) throw error;
    console.error(`${error.message}\n\n${ownEngine}\n`);
  }
  console.log("Going on with the test engine, which runs nothing but a few commands in this process:\n");
  await using engine = await startTestEngine({ images: ["busybox:latest"] });
  return await onEngine(new Docker({ host: engine.host }));
}

async function onPrivateEngine(): Promise<number> {
  console.log(
    "Starting a private engine in a temporary folder (docker.io is installed where it is missing) …",
  );
  await using engine = await startEngine();
  // What is set for the user's own engine does not apply to this one.
  return await onEngine(new Docker({ host: engine.host }));
}

async function onEngine(docker: Docker): Promise<number> {
  await using client = docker;
  const endpoint = await client.endpoint();
  const { Version, Os, Arch } = await client.system.version();
  console.log(`engine    ${endpoint.address}, from ${endpoint.source}`);
  console.log(`version   ${Version}, ${Os}/${Arch}; speaking API v${await client.apiVersion()}`);
  const { image, how } = await quickstartImage(client);
  console.log(`image     ${image}, ${how}\n`);
  const { exitCode } = await client.run(image, ["sh", "-c", script], {
    stdout: printer("stdout | "),
    stderr: printer("stderr | "),
  });
  console.log(`\nexit code ${exitCode}, and the container is removed`);
  return exitCode === 7 ? 0 : 1;
}

/** Prints each line as it comes, behind a word that tells the stream. */
function printer(prefix: string): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      process.stdout.write(chunk.toString("utf8").replace(/^(?=.)/gm, prefix));
      done();
    },
  });
}
