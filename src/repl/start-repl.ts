import { type REPLServer, start } from "node:repl";
import type { DockerOptions } from "../client/options.js";
import { Docker } from "../docker.js";
import * as sdk from "../index.js";
import { completeNames } from "./complete-names.js";
import { diagnoseOptions } from "./diagnose-options.js";
import { diagnosisText } from "./diagnosis-text.js";
import { awaitResults } from "./evaluate.js";
import { greeting } from "./greeting.js";
import { keepHistory, openHistory } from "./history.js";
import { Interrupts } from "./interrupts.js";
import { NameCache } from "./name-cache.js";
import { createPrint } from "./print.js";
import { showValue } from "./show-value.js";
import { watchStreams } from "./watch-streams.js";

/** A prompt with `docker` connected, in the terminal that the process has. Resolves when it is left. */
export async function startRepl(options: DockerOptions = {}): Promise<void> {
  const output = process.stdout;
  const docker = new Docker(options);
  const interrupts = new Interrupts();
  watchStreams(docker, interrupts);
  output.write(`${await greeting(docker)}\n`);
  const history = await openHistory(process.env);

  const server = start({
    prompt: "docker> ",
    input: process.stdin,
    output,
    // What is typed and what comes back belong to one world: the SDK must see a plain object as one.
    useGlobal: true,
    breakEvalOnSigint: true,
    ignoreUndefined: true,
    // It would run half-typed code, and show values past the hiding of secrets.
    preview: false,
    ...longHistory,
    writer: (value) => showValue(value, { columns: output.columns || undefined, colors: server.useColors }),
  });
  keepHistory(server, history);
  const print = createPrint(output, interrupts, (value) =>
    showValue(value, { columns: output.columns || undefined, colors: server.useColors }),
  );
  Object.assign(server.context, { ...sdk, docker, print });
  awaitResults(server, { interrupts, print });
  completeNames(server, new NameCache(docker));
  addDiagnose(server, options);
  const ended = new Promise<void>((resolve) => server.once("exit", resolve));
  await ended;
  interrupts.fire();
  await docker.close();
}

/** Node's prompt takes it, while the types of Node leave it out. Otherwise it keeps 30 lines. */
const longHistory = { historySize: 1000 };

function addDiagnose(server: REPLServer, options: DockerOptions): void {
  server.defineCommand("diagnose", {
    help: "How the engine was found, its versions, and what is wrong",
    action() {
      this.clearBufferedCommand();
      diagnoseOptions(options)
        .then(diagnosisText, (error: unknown) => String(error))
        .then((text) => {
          this.output.write(`${text}\n`);
          this.displayPrompt();
        });
    },
  });
}
