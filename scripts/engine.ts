import { parseArgs } from "node:util";
import { runWithEngine, serveEngine } from "./engine/run.js";

const USAGE = `A private, real Docker engine for tests. Needs Linux and root; on Debian and Ubuntu it installs what is missing.

  npx tsx scripts/engine.ts run [--tls] -- COMMAND ARGS   start one, run COMMAND with DOCKER_HOST, end it
  npx tsx scripts/engine.ts start [--tls]                 start one, print its address, keep it until Ctrl-C

  --tls   DOCKER_HOST is a TCP address with mutual TLS, beside DOCKER_TLS_VERIFY and DOCKER_CERT_PATH
`;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

function main(args: readonly string[]): Promise<number> {
  const separator = args.indexOf("--");
  const command = separator === -1 ? [] : args.slice(separator + 1);
  const { values, positionals } = parseArgs({
    args: separator === -1 ? [...args] : args.slice(0, separator),
    options: { tls: { type: "boolean" } },
    allowPositionals: true,
  });
  const verb = positionals.join(" ");
  if (verb === "run" && command.length > 0) return runWithEngine(command, values);
  if (verb === "start" && command.length === 0) return serveEngine(values);
  console.error(USAGE);
  return Promise.resolve(2);
}
