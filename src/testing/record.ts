import type { Connection } from "../client/connection.js";
import type { HijackedConnection, HttpAnswer } from "../transport/http.js";
import { AnswerNotes } from "./answer-notes.js";
import { drained } from "./drained.js";
import { forwarded } from "./forwarded.js";
import type { HostExchange } from "./host-exchange.js";
import { headAsAnswered, passedHeaders } from "./passed-headers.js";
import type { Hide } from "./recorded-bytes.js";
import { recordedRequest } from "./recorded-request.js";
import type { RecordedExchange } from "./recording.js";

/** Passes a request to the engine and the answer back, and writes both down. */
export async function record(
  exchange: HostExchange,
  { connection, exchanges, hide }: Recorder,
): Promise<void> {
  const recorded = recordedRequest(exchange, hide);
  exchanges.push(recorded);
  const answer = await connection.send(await forwarded(exchange), false).catch((error: unknown) => {
    exchange.answer(502, { message: error instanceof Error ? error.message : String(error) });
  });
  if (answer === undefined) return;
  const notes = new AnswerNotes(exchange, answer, { hide, begun: () => exchanges.length });
  recorded.answer = notes.answer;
  try {
    if (answer.hijacked) await passConnection(exchange, answer, answer.hijacked, notes);
    else if (answer.source) await passBody(exchange, answer, notes);
    else passWhole(exchange, answer, notes);
    notes.end(exchange.gone.aborted ? "left" : undefined);
  } catch (error) {
    notes.end(exchange.gone.aborted ? "left" : "broken");
    throw error;
  }
}

interface Recorder {
  readonly connection: Connection;
  readonly exchanges: RecordedExchange[];
  readonly hide: Hide;
}

function passWhole(exchange: HostExchange, { status, headers, bytes }: HttpAnswer, notes: AnswerNotes): void {
  notes.came(Buffer.from(bytes));
  const hasLength = exchange.method === "HEAD";
  const passed = passedHeaders(headers, { hasLength });
  if (bytes.length === 0) exchange.answer(status, undefined, passed);
  else exchange.send(status, bytes, passed);
}

async function passBody(exchange: HostExchange, { status, headers, source }: HttpAnswer, notes: AnswerNotes) {
  const stream = exchange.stream(status, passedHeaders(headers, { hasLength: true }));
  const leave = () => source?.cancel();
  exchange.gone.addEventListener("abort", leave);
  for (let chunks = await source?.read(); chunks; chunks = await source?.read()) {
    const bytes = Buffer.concat(chunks);
    notes.came(bytes);
    await stream.write(bytes);
  }
  exchange.gone.removeEventListener("abort", leave);
  stream.end();
}

async function passConnection(
  exchange: HostExchange,
  answer: HttpAnswer,
  { source, stdin }: HijackedConnection,
  notes: AnswerNotes,
): Promise<void> {
  const connection = exchange.handOver(headAsAnswered(exchange, answer));
  connection.on("data", (bytes: Buffer) => notes.sent(bytes.length));
  connection.once("end", () => notes.sentAll());
  connection.once("close", () => source.cancel());
  connection.pipe(stdin);
  for (let chunks = await source.read(); chunks; chunks = await source.read()) {
    const bytes = Buffer.concat(chunks);
    notes.came(bytes);
    if (!connection.write(bytes)) await drained(connection);
  }
  connection.end();
}
