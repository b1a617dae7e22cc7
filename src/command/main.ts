import { connectorCommand } from "./connector-command.js";

/** The command `docker-engine-sdk`. Gives the exit code: 2 where the arguments are wrong. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === "connector") return connectorCommand(rest);
  const asked = command === undefined || command === "help" || command === "--help";
  (asked ? process.stdout : process.stderr).write(usage);
  return asked ? 0 : 2;
}

const usage = `docker-engine-sdk: Docker engines for programs and platforms

  docker-engine-sdk connector run       one request, a line of JSON on stdin, and one answer on stdout
  docker-engine-sdk connector serve     many of them, by JSON-RPC 2.0
  docker-engine-sdk connector manifest splunk|fortisoar|xsoar|jsonschema
`;
