import { type Connector, createConnector } from "../connector.js";
import { type Envelope, refusal } from "../envelope.js";
import { boundedLines } from "./bounded-lines.js";
import { type Channels, closeLogged, longestLine, requestLog, writeMessage } from "./channels.js";
import { answerOf, type ConnectorRequest, parseMessage, parseRequest } from "./request.js";

/**
 * Answers one request, a line of JSON, with one envelope, a line of JSON. Gives the exit code: 0 also for an action that
 * failed, which the envelope tells, 1 for a request that could not be read.
 */
export async function runOnce({ input, output, log }: Channels, signal?: AbortSignal): Promise<number> {
  let request: ConnectorRequest;
  try {
    request = parseRequest(parseMessage(await firstLine(input)));
  } catch (error) {
    log.write(`The request is broken: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  await writeMessage(output, answerOf(request, await answer(request, log, signal)), signal);
  return 0;
}

async function answer(
  { config, action, params, options }: ConnectorRequest,
  log: Channels["log"],
  signal: AbortSignal | undefined,
): Promise<Envelope> {
  let connector: Connector;
  try {
    connector = createConnector(config, { log: requestLog(log) });
  } catch (error) {
    return refusal(action, error); // what is wrong with the configuration
  }
  try {
    const onProgress = (message: string) => void log.write(`${message}\n`);
    return await connector.execute(action, params, { ...options, onProgress, ...(signal && { signal }) });
  } finally {
    await closeLogged(connector, log);
  }
}

async function firstLine(input: Channels["input"]) {
  for await (const line of boundedLines(input, longestLine)) return line;
  return "";
}
