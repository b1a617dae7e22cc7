import { once } from "node:events";
import type { Duplex } from "node:stream";
import { drained } from "./drained.js";
import type { HostExchange } from "./host-exchange.js";
import { headAsAnswered } from "./passed-headers.js";
import { fromRecorded } from "./recorded-bytes.js";
import type { RecordedAnswer, RecordedExchange, RecordedPiece } from "./recording.js";
import type { ReplayOrder } from "./replay-order.js";

/** Answers a request as it was answered when it was recorded. */
export async function playAnswer(
  exchange: HostExchange,
  { method, path, answer }: RecordedExchange,
  order: ReplayOrder,
): Promise<void> {
  if (answer === undefined || answer.tooLong) {
    const reason = answer ? "was too long for a recording" : "did not come while it was recorded";
    exchange.answer(501, { message: `The answer to ${method} ${path} ${reason}.` });
  } else if (answer.pieces === undefined) {
    await playWhole(exchange, answer);
  } else if (answer.pieces[0]?.input === undefined) {
    await playStream(exchange, answer, answer.pieces, order);
  } else {
    await playConnection(exchange, answer, answer.pieces, order);
  }
}

async function playWhole(
  exchange: HostExchange,
  { status, headers, body, end }: RecordedAnswer,
): Promise<void> {
  const bytes = body && fromRecorded(body);
  if (end === "broken") {
    await exchange.stream(status, headers).write(bytes ?? "");
    exchange.wire.cut();
  } else if (bytes) {
    exchange.send(status, bytes, headers);
  } else {
    exchange.answer(status, undefined, headers);
  }
}

async function playStream(
  exchange: HostExchange,
  answer: RecordedAnswer,
  pieces: readonly RecordedPiece[],
  order: ReplayOrder,
): Promise<void> {
  const { gone } = exchange;
  const stream = exchange.stream(answer.status, answer.headers);
  for (const { after, bytes } of pieces) {
    await order.until(after, () => true, gone);
    if (gone.aborted) return;
    if (bytes) await stream.write(fromRecorded(bytes));
  }
  if (answer.end === "broken") exchange.wire.cut();
  else await ending(exchange, answer, () => stream.end());
}

async function playConnection(
  exchange: HostExchange,
  answer: RecordedAnswer,
  pieces: readonly RecordedPiece[],
  order: ReplayOrder,
): Promise<void> {
  const connection = exchange.handOver(headAsAnswered(exchange, answer));
  const input = watchInput(connection, () => order.progress());
  for (const { after, bytes, input: size = 0, inputEnded = false } of pieces) {
    await order.until(after, () => input.size >= size && (input.ended || !inputEnded), exchange.gone);
    if (exchange.gone.aborted) return;
    if (bytes && !connection.write(fromRecorded(bytes))) await drained(connection);
  }
  await ending(exchange, answer, () => connection.end());
}

function watchInput(connection: Duplex, changed: () => void): { size: number; ended: boolean } {
  const input = { size: 0, ended: false };
  connection.on("data", (bytes: Buffer) => {
    input.size += bytes.length;
    changed();
  });
  connection.once("end", () => {
    input.ended = true;
    changed();
  });
  return input;
}

/** An answer that the recorded client left goes on until this one leaves, too. */
async function ending({ gone }: HostExchange, { end }: RecordedAnswer, close: () => void): Promise<void> {
  if (end !== "left") close();
  else if (!gone.aborted) await once(gone, "abort");
}
