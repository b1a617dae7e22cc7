import { InvalidArgumentError } from "../errors.js";
import { readArguments } from "./read-arguments.js";
import { usage } from "./usage.js";

/**
 * The command `docker-engine-sdk`. Gives the exit code: 1 where what was asked for failed, 2 where the arguments are wrong.
 * Each part is loaded when it is wanted: a platform starts the connector for every action.
 */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === "connector") {
    const { connectorCommand } = await import("./connector-command.js");
    return connectorCommand(argv.slice(1));
  }
  let asked: Awaited<ReturnType<typeof readArguments>>;
  try {
    asked = await readArguments(argv);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const { command, options } = asked;
  switch (command.name) {
    case "help":
      process.stdout.write(usage);
      return 0;
    case "version": {
      const { packageVersion } = await import("./package-version.js");
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    case "diagnose": {
      const { diagnoseCommand } = await import("./diagnose-command.js");
      return diagnoseCommand(options, command);
    }
    case "evaluate": {
      const { evaluateCommand } = await import("./evaluate-command.js");
      return evaluateCommand(command.code, options, command);
    }
    case "repl": {
      if (process.stdin.isTTY) {
        const { startRepl } = await import("../repl/start-repl.js");
        await startRepl(options);
        return 0;
      }
      const { evaluateInput } = await import("./evaluate-command.js");
      return evaluateInput(options, command);
    }
  }
}
