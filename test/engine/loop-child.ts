import type { LoopProgram } from "../../src/actions/loop/index.js";
import { loop } from "../../src/actions/loop/index.js";
import { clientFor } from "./container-watch-client.js";
import type { TestEngine } from "./setup/each-engine.js";

/** Runs a script and keeps its container, until it is killed. */
const { engine, program, label } = JSON.parse(process.argv[2] ?? "") as {
  engine: TestEngine;
  program: LoopProgram;
  label: string;
};
const { client } = clientFor(engine);
const scripts = loop(client, engine.image, { program, labels: { ...engine.labels, [label]: "" } });
await scripts.run({ script: "result 1" });
process.stdout.write("ran\n");
